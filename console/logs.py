"""Log lines that name a fault and its place, and never what families wrote."""

from __future__ import annotations

import logging
import traceback


class OneLine(logging.Formatter):
    """Time, level and message; of an error only its kind and the line of code, for its text may quote a message."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        said = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"
        return " ".join(f"{said}{_fault(record)}".split())


def _fault(record: logging.LogRecord) -> str:
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    frames = traceback.extract_tb(record.exc_info[2])
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f" ({record.exc_info[0].__name__}{place})"
