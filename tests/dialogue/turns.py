"""Messages as the model would have understood them, made by hand."""

from __future__ import annotations

from dialogue.turn import Candidate, Finding, Part, Turn

Ranked = tuple[str, float]


def candidates(*ranked: Ranked) -> tuple[Candidate, ...]:
    """Intents with their confidence, best first."""
    return tuple(Candidate(intent, confidence) for intent, confidence in ranked)


def said(
    text: str,
    *ranked: Ranked,
    subjects: tuple[str, ...] = (),
    parts: tuple[Part, ...] = (),
    after: tuple[Ranked, ...] = (),
    strange: float = 0.0,
    safety: Finding | None = None,
) -> Turn:
    """A message a family typed; ``after`` is what it means after the last answer."""
    return Turn(
        text,
        candidates(*ranked),
        subjects=subjects,
        parts=parts,
        in_context=candidates(*after),
        strange=strange,
        safety=safety,
    )


def part(text: str, *ranked: Ranked) -> Part:
    """One of several questions in a message."""
    return Part(text, candidates(*ranked))


def pressed(intent: str, **payload: str) -> Turn:
    """A button of that intent."""
    return Turn(f"/{intent}", candidates((intent, 1.0)), pressed=True, payload=payload)
