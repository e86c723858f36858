"""Reads the content when the action server starts, which imports every module here, and not when a family asks."""

from __future__ import annotations

from contextlib import suppress

from actions.base import library
from knowledge.finding import ContentError

with suppress(ContentError, OSError):  # a fault is told, and families are answered, where it matters: in each action
    library()
