"""From the model's candidates and the conversation to what the family means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dialogue import cues, followup
from dialogue.memory import Memory
from dialogue.ours import NOT_OURS, is_ours
from dialogue.thresholds import (
    ANSWER_FROM,
    ANSWER_IN_CONTEXT_FROM,
    LEANING_ON_NOTHING,
    MARGIN,
    MOST_OFFERED,
    OFFER_FROM,
)
from dialogue.turn import Candidate, Turn
from knowledge.library import Library

OTHER_ILLNESS = "other_illness:"
# Topics that themselves speak of other illnesses, and how much the rest still count beside one.
SPEAK_OF_OTHERS = frozenset({"late-effects", "about.risk-factors"})
HARDLY = 0.1
MOST_WORDS_ADDED = 6
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


def _asked_again_of(turn: Turn, memory: Memory, library: Library) -> str | None:
    """The topic for "and for stage M?": the last question, asked again of another stage or risk group."""
    named = _named(turn, library) or ""
    adds = memory.topic and cues.adds(turn.text) and len(turn.text.split()) <= MOST_WORDS_ADDED
    if not adds or named.partition(":")[0] not in ("stage", "risk_group") or not turn.alone.intent.startswith(FOLLOW):
        return None
    return followup.same_aspect(named, memory, library)


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


def names_another_illness(turn: Turn) -> bool:
    """Whether it names an illness that is not ours, and not ours beside it."""
    return any(s.startswith(OTHER_ILLNESS) for s in turn.subjects) and not cues.names_disease(turn.text)


def _of_another_illness(weights: Mapping[str, float], library: Library) -> dict[str, float]:
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
        share = LEANING_ON_NOTHING if candidate.intent.startswith(FOLLOW) and not memory.topic else 1.0
        weights["declined" if target.startswith(DECLINED) else target] += share * candidate.confidence
    return weights


def weigh(candidates: tuple[Candidate, ...], turn: Turn, memory: Memory, library: Library) -> Meaning:
    """Add up the candidates of a message by itself that mean the same here, and judge whether the best is sure."""
    weights = _added_up(turn, candidates, memory, library)
    if names_another_illness(turn):
        weights = _of_another_illness(weights, library)
    ordered = _ordered(weights, turn)
    second = ordered[1][1] if len(ordered) > 1 else 0.0
    sure = bool(ordered) and ordered[0][1] >= ANSWER_FROM and ordered[0][1] - second >= MARGIN
    if sure and ordered[0][0] in library.topics:
        sure = bool(memory.topic) or _is_ours(weights, candidates, turn, library)
    return Meaning(ordered, sure)


def _is_ours(weights: Mapping[str, float], candidates: tuple[Candidate, ...], turn: Turn, library: Library) -> bool:
    topics = sum(weight for target, weight in weights.items() if target in library.topics)
    others = sum(candidate.confidence for candidate in candidates if candidate.intent in NOT_OURS)
    return is_ours(topics, others, turn.strange)


def _weigh_in_context(turn: Turn, memory: Memory, library: Library) -> Meaning:
    """The same for a message read after the last answer: what is alike there is added up already."""
    weights: dict[str, float] = defaultdict(float)
    for candidate in turn.in_context:
        target = followup.of_childs_group(candidate.intent, turn, memory, library)
        weights["declined" if target.startswith(DECLINED) else target] += candidate.confidence
    if names_another_illness(turn):
        weights = _of_another_illness(weights, library)
    ordered = _ordered(weights, turn)
    enough = ANSWER_FROM if memory.misses else ANSWER_IN_CONTEXT_FROM  # after an offer the topic is a guess
    says_nothing = turn.strange >= 1.0 and ordered[0][0] in library.topics
    return Meaning(ordered, sure=ordered[0][1] >= enough and not says_nothing)


def _ordered(weights: Mapping[str, float], turn: Turn) -> tuple[tuple[str, float], ...]:
    """The targets, likeliest first; what we decline is named by its likeliest intent."""
    ordered = sorted(weights.items(), key=lambda item: -item[1])
    if ordered and ordered[0][0] == "declined":
        others = "other_disease" if names_another_illness(turn) else "out_of_scope"
        named = next((c.intent for c in (*turn.in_context, *turn.candidates) if c.intent.startswith(DECLINED)), others)
        ordered[0] = (named, ordered[0][1])
    return tuple(ordered)


def understand(turn: Turn, memory: Memory, library: Library) -> Meaning:
    """What ``turn`` means after ``memory``. A part of a long message may be clearer than the whole."""
    if turn.pressed:
        return Meaning(((turn.best.intent, 1.0),), sure=True)
    if not cues.has_words(turn.text):
        return Meaning((), sure=False)
    if other := _asked_again_of(turn, memory, library):
        return Meaning(((other, 1.0),), sure=True)
    leans = bool(memory.topic and turn.in_context)
    whole = _weigh_in_context(turn, memory, library) if leans else weigh(turn.candidates, turn, memory, library)
    if whole.sure:
        return whole
    clear = [m for part in turn.parts if (m := weigh(part.candidates, turn, memory, library)).sure]
    topics = [m for m in clear if m.best in library.topics]
    return topics[0] if len(topics) == 1 else whole
