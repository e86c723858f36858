"""The fault of a rule file, named so that an editor can mend it."""

from __future__ import annotations


class RuleError(ValueError):
    """A rule, word or table that cannot be read."""
