"""One message of a family, as the model understood it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Candidate:
    """An intent the message may carry, and the model's confidence in it, 0 to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Part:
    """One of several questions in a message, understood on its own."""

    text: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Turn:
    """A message. ``candidates`` are ordered, best first; ``subjects`` are ids such as ``stage:MS``.

    ``in_context`` are the candidates of the message read after the last answer, if there was one.
    ``strange`` is the share of its words, 0 to 1, that no question of ours uses.
    ``pressed`` is true for a button, whose text is its intent; ``payload`` holds what the button carries.
    """

    text: str
    candidates: tuple[Candidate, ...] = ()
    subjects: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    in_context: tuple[Candidate, ...] = ()
    strange: float = 0.0
    pressed: bool = False
    payload: Mapping[str, str] | None = None

    @property
    def best(self) -> Candidate:
        """The likeliest intent, after the last answer if there was one; an empty one when there is none."""
        return self.in_context[0] if self.in_context else self.alone

    @property
    def alone(self) -> Candidate:
        """The likeliest intent of the message by itself; an empty one when there is none."""
        return self.candidates[0] if self.candidates else Candidate("", 0.0)

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Turn:
        """Read a turn from Rasa's ``latest_message``."""
        text = str(message.get("text") or "")
        entities = message.get("entities") or []
        candidates = _candidates(message.get("intent_ranking") or [message.get("intent") or {}])
        return cls(
            text=text,
            candidates=candidates,
            subjects=tuple(dict.fromkeys(f"{e['entity']}:{e['value']}" for e in entities)),
            parts=tuple(Part(p["text"], _candidates(p["intent_ranking"])) for p in message.get("parts") or []),
            in_context=_candidates(message.get("in_context") or []),
            strange=float(message.get("strange") or 0.0),
            pressed=bool(candidates) and text.partition("{")[0].strip() == f"/{candidates[0].intent}",
            payload={str(e["entity"]): str(e["value"]) for e in entities},
        )


def _candidates(ranking: Iterable[Mapping[str, Any]]) -> tuple[Candidate, ...]:
    found = (Candidate(str(r["name"]), float(r["confidence"])) for r in ranking if r.get("name"))
    return tuple(candidate for candidate in found if candidate.intent != FALLBACK)
