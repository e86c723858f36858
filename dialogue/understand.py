"""From the model's candidates and the conversation to what the family means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dialogue import cues, followup
from dialogue.memory import Memory
from dialogue.thresholds import (
    ANSWER_FROM,
    IN_CONTEXT,
    IN_CONTEXT_OF_MORE,
    LEANING_ON_NOTHING,
    MARGIN,
    MOST_OFFERED,
    OFFER_FROM,
    PLAINLY,
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
    if not adds or named.partition(":")[0] not in ("stage", "risk_group") or not turn.best.intent.startswith(FOLLOW):
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


def _weights(turn: Turn, candidates: tuple[Candidate, ...], memory: Memory, library: Library) -> dict[str, float]:
    """The candidates that mean the same here, added up; what stays open gives its weight to the others."""
    weights = _added_up(turn, candidates, memory, library)
    if names_another_illness(turn):
        weights = _of_another_illness(weights, library)
    if memory.topic and turn.in_context and not cues.names_disease(turn.text):
        weights = _with_context(weights, turn, memory, library)
    return weights


def _with_context(weights: dict[str, float], turn: Turn, memory: Memory, library: Library) -> dict[str, float]:
    """The weights with those of the message read after the last topic; what stays open counts no more."""
    best = max(weights, key=lambda target: weights[target], default="")
    if best not in library.topics and not best.startswith(FOLLOW) and weights[best] >= PLAINLY:
        return weights  # thanks, or another matter: the last topic has no say
    found = {target: weight for target, weight in weights.items() if target not in (SUBJECT, STATEMENT)}
    share = IN_CONTEXT_OF_MORE if _leads_somewhere(turn, memory, library) else IN_CONTEXT
    for candidate in turn.in_context:
        found[candidate.intent] = found.get(candidate.intent, 0.0) + share * candidate.confidence
    total = sum(found.values()) or 1.0
    return {target: weight / total for target, weight in found.items()}


def _leads_somewhere(turn: Turn, memory: Memory, library: Library) -> bool:
    """Whether ``knowledge`` itself says where this follow-up leads: then its word counts for more than what is learned.

    So it is for a subject the last topic does not tell (the intermediate group, in the
    topic on all three), for facts about the child, and for an aspect with a topic of its own.
    """
    if memory.disease_state or memory.subject != followup.subject_of(memory.topic or "", library):
        return True
    intent = turn.best.intent
    general = intent in library.aspect_defaults.values() and leans_back(turn)
    if not (general or intent.startswith(FOLLOW)) or turn.best.confidence < ANSWER_FROM:
        return False
    if intent == STATEMENT:
        return any(subject in library.subjects for subject in turn.subjects)
    of_child = cues.speaks_of_child(turn.text) and bool(memory.stage or memory.risk_group)
    aspect = followup.aspect_of(intent, library) if general else intent.removeprefix(FOLLOW)
    return of_child or followup.own_target(aspect, memory, library) is not None


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
        share = LEANING_ON_NOTHING if candidate.intent.startswith(FOLLOW) and not memory.topic else 1.0
        weights["declined" if target.startswith(DECLINED) else target] += share * candidate.confidence
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
    if not cues.has_words(turn.text):
        return Meaning((), sure=False)
    if other := _asked_again_of(turn, memory, library):
        return Meaning(((other, 1.0),), sure=True)
    whole = weigh(turn.candidates, turn, memory, library)
    if whole.sure:
        return whole
    clear = [m for part in turn.parts if (m := weigh(part.candidates, turn, memory, library)).sure]
    topics = [m for m in clear if m.best in library.topics]
    return topics[0] if len(topics) == 1 else whole
