"""How soon a moderator should look at a turn."""

from __future__ import annotations

_SAFETY = frozenset({"self_harm", "emergency"})
_OPEN = frozenset({"clarify", "not_covered"})
_UNSURE = 0.5


def urgency(outcome: str, safety: str | None, confidence: float | None, feedback: str | None) -> int:
    """0 a danger, 1 a thumb down, 2 we failed, 3 not understood or not covered, 4 little confidence, 9 the rest."""
    if outcome in _SAFETY or safety in _SAFETY:
        return 0
    if feedback == "down":
        return 1
    if outcome == "unavailable":
        return 2
    if outcome in _OPEN:
        return 3
    return 4 if confidence is not None and confidence < _UNSURE else 9
