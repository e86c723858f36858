"""Tell the questions of a long message apart."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[?.!;\n])\s+|\n+|\s+(?=(?:and )?also,? (?:what|how|why|when|where|who|is|are|does|do|can|will)\b)"
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|also|but|so|ok|okay|then|plus|second|secondly|first|firstly|another question|thanks|hi|hello|"
    r"please)[\s,:]+)*(?:what|whats|wat|how|hows|why|when|where|who|which|is|are|does|do|did|can|could|will|would|should|has|"
    r"have|was|were|explain|tell)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
_MOST_PARTS = 4


def questions(text: str) -> list[str]:
    """The questions in ``text`` when it holds more than one sentence, at most four; else none."""
    sentences = [part.strip() for part in _END.split(text) if len(part.split()) >= _FEWEST_WORDS]
    if len(sentences) < 2:
        return []
    return [s for s in sentences if s.endswith("?") or _ASKS.match(s)][:_MOST_PARTS]
