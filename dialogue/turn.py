"""One message of a family, as the model understood it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from safety.reply import CATEGORIES

FALLBACK = "nlu_fallback"
SAFETY = "safety."


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
class Finding:
    """Why safety comes first: the category, the piece of text that shows it, and the rule that found it.

    ``rule`` is empty when only the learned reading found it.
    """

    category: str
    phrase: str = ""
    rule: str = ""

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Finding | None:
        """The finding of Rasa's ``latest_message``; its intent alone is enough. None when there is no such category."""
        raw = message.get("safety") or {}
        intent = str((message.get("intent") or {}).get("name") or "")
        category = str(raw.get("category") or (intent.removeprefix(SAFETY) if intent.startswith(SAFETY) else ""))
        found = cls(category, str(raw.get("phrase") or ""), str(raw.get("rule") or ""))
        return found if category in CATEGORIES else None


@dataclass(frozen=True)
class Turn:
    """A message. ``candidates`` are ordered, best first; ``subjects`` are ids such as ``stage:MS``.

    ``in_context`` are the candidates of the message read after the last answer, if there was one.
    ``strange`` is the share of its words, 0 to 1, that no question of ours uses.
    ``pressed`` is true for a button, whose text is its intent; ``payload`` holds what the button carries.
    ``safety`` is what must come first; the candidates then tell how the message would read without it.
    """

    text: str
    candidates: tuple[Candidate, ...] = ()
    subjects: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    in_context: tuple[Candidate, ...] = ()
    strange: float = 0.0
    pressed: bool = False
    payload: Mapping[str, str] | None = None
    safety: Finding | None = None

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
            safety=Finding.from_message(message),
        )


def _candidates(ranking: Iterable[Mapping[str, Any]]) -> tuple[Candidate, ...]:
    found = (Candidate(str(r["name"]), float(r["confidence"])) for r in ranking if r.get("name"))
    return tuple(candidate for candidate in found if _is_reading(candidate.intent))


def _is_reading(intent: str) -> bool:
    """Whether an intent says what is asked, rather than that nothing was understood or that safety comes first."""
    return intent != FALLBACK and not intent.startswith(SAFETY)
