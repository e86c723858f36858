"""From the model's candidates and the conversation to what the family means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dialogue import cues, followup
from dialogue.memory import Memory
from dialogue.nearness import near_by
from dialogue.thresholds import ANSWER_FROM, IN_CONTEXT, MARGIN, MOST_OFFERED, OFFER_FROM
from dialogue.turn import Candidate, Turn
from knowledge.library import Library

OTHER_ILLNESS = "other_illness:"
# Topics that themselves speak of other illnesses, and how much the rest still count beside one.
SPEAK_OF_OTHERS = frozenset({"late-effects", "about.risk-factors"})
HARDLY = 0.1
FOLLOW, DECLINED = "follow.", ("not_covered.", "other_disease", "out_of_scope")
SUBJECT, STATEMENT = "follow.subject", "follow.statement"


@dataclass(frozen=True)
class Meaning:
    """What was understood. ``targets`` are topic ids or intents, likeliest first, with their weight.

    ``sure`` is false when the weight is too low, or the next one too near.
    """

    targets: tuple[tuple[str, float], ...]
    sure: bool

    @property
    def best(self) -> str:
        """The likeliest target; empty when nothing was understood."""
        return self.targets[0][0] if self.targets else ""

    def topics(self, library: Library) -> tuple[str, ...]:
        """Up to three topics worth offering."""
        likely = [t for t, weight in self.targets if t in library.topics and weight >= OFFER_FROM]
        return tuple(likely[:MOST_OFFERED])


def _named(turn: Turn, library: Library) -> str | None:
    return next((s for s in turn.subjects if s in library.subjects), None)


def is_addition(turn: Turn, memory: Memory, library: Library) -> bool:
    """Whether the message asks the last question again of another subject ("and for stage M?")."""
    named = _named(turn, library)
    return bool(memory.topic and named and cues.adds(turn.text) and cues.is_short(turn.text) and _bare(turn))


def _bare(turn: Turn) -> bool:
    return len(turn.text.split()) <= 5 or turn.best.intent in (SUBJECT, STATEMENT)


def resolve(candidate: Candidate, turn: Turn, memory: Memory, library: Library) -> str:
    """The topic (or intent) a candidate stands for in this conversation."""
    intent, named = candidate.intent, _named(turn, library)
    if intent in (SUBJECT, STATEMENT):
        aspect = followup.MEANING if intent == STATEMENT else followup.aspect_of(memory.topic, library)
        return (followup.about_subject(named, aspect, library) if named else None) or intent
    if intent.startswith(FOLLOW):
        return followup.target(intent.removeprefix(FOLLOW), turn, memory, library)
    if memory.topic and intent in library.aspect_defaults.values() and leans_back(turn):
        return followup.target(followup.aspect_of(intent, library), turn, memory, library)
    return followup.for_the_child(intent, turn, memory, library) or intent


def leans_back(turn: Turn) -> bool:
    """Whether the message may need the one before it to be understood."""
    return cues.is_short(turn.text) and not cues.names_disease(turn.text) and not turn.subjects


def _weights(turn: Turn, candidates: tuple[Candidate, ...], memory: Memory, library: Library) -> dict[str, float]:
    """The candidates that mean the same here, added up; what stays open gives its weight to the others."""
    weights = _added_up(turn, candidates, memory, library)
    if names_another_illness(turn):
        weights = _of_another_illness(weights, library)
    if memory.topic and leans_back(turn):
        for target, weight in _added_up(turn, turn.in_context, memory, library).items():
            weights[target] += IN_CONTEXT * weight
        weights.pop(SUBJECT, None)
        weights.pop(STATEMENT, None)
        weights = near_by(weights, memory.topic, library)
    return weights


def names_another_illness(turn: Turn) -> bool:
    """Whether it names an illness that is not ours, and not ours beside it."""
    return any(s.startswith(OTHER_ILLNESS) for s in turn.subjects) and not cues.names_disease(turn.text)


def _of_another_illness(weights: dict[str, float], library: Library) -> dict[str, float]:
    """The weights when another illness is named: our topics hardly count, but those that speak of others."""
    kept = {t: w * (1.0 if t in SPEAK_OF_OTHERS or t not in library.topics else HARDLY) for t, w in weights.items()}
    lost = sum(weights.values()) - sum(kept.values())
    found: dict[str, float] = defaultdict(float, kept)
    found["declined"] += lost
    return found


def _added_up(turn: Turn, candidates: tuple[Candidate, ...], memory: Memory, library: Library) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for candidate in candidates:
        target = resolve(candidate, turn, memory, library)
        weights["declined" if target.startswith(DECLINED) else target] += candidate.confidence
    return weights


def weigh(candidates: tuple[Candidate, ...], turn: Turn, memory: Memory, library: Library) -> Meaning:
    """Add up the candidates that mean the same here, and judge whether the best is sure enough."""
    weights = _weights(turn, candidates, memory, library)
    ordered = sorted(weights.items(), key=lambda item: -item[1])
    if not ordered:
        return Meaning((), sure=False)
    second = ordered[1][1] if len(ordered) > 1 else 0.0
    sure = ordered[0][1] >= ANSWER_FROM and ordered[0][1] - second >= MARGIN
    if ordered[0][0] == "declined":
        others = "other_disease" if names_another_illness(turn) else "out_of_scope"
        declined = next((c.intent for c in candidates if c.intent.startswith(DECLINED)), others)
        ordered[0] = (declined, ordered[0][1])
    return Meaning(tuple(ordered), sure)


def understand(turn: Turn, memory: Memory, library: Library) -> Meaning:
    """What ``turn`` means after ``memory``. A part of a long message may be clearer than the whole."""
    if turn.pressed:
        return Meaning(((turn.best.intent, 1.0),), sure=True)
    if is_addition(turn, memory, library):
        found = followup.same_aspect(_named(turn, library) or "", memory, library)
        if found:
            return Meaning(((found, 1.0),), sure=True)
    whole = weigh(turn.candidates, turn, memory, library)
    if whole.sure:
        return whole
    clear = [m for part in turn.parts if (m := weigh(part.candidates, turn, memory, library)).sure]
    topics = [m for m in clear if m.best in library.topics]
    return topics[0] if len(topics) == 1 else whole
