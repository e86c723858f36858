"""What stops a backup."""

from __future__ import annotations


class Fault(RuntimeError):
    """It cannot be done; the message is one line with the mend."""
