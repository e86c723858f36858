"""Making a correction: consent, scrubbing, and nothing that is there already."""

from __future__ import annotations

from console import kept
from console.better import lines
from console.better.repository import intents
from console.models.corrections import Correction, Kind
from console.models.kept import Consent, Turn
from console.models.people import Person
from evaluation.overlap import Index, near
from safety.reply import CATEGORIES

LONGEST = 500


class Refused(ValueError):
    """A turn cannot become a correction; the message is one line that says why."""


def consented(conversation: str) -> bool:
    """Whether the family said yes to learning, and has not taken it back."""
    return Consent.objects.filter(pk=conversation, revoked=None).exists()


def cleaned(text: str) -> str:
    """One line, scrubbed again, for somebody may have typed a name into it; without Rasa's own marks."""
    line = " ".join(text.replace("\x00", "").split())
    return kept.scrub(line.translate(str.maketrans("[]{}", "()()"))).strip()


def make(turn: Turn, person: Person, kind: str, text: str, meant: str) -> Correction:
    """Keep how ``turn`` should have been read. Raises Refused."""
    line = cleaned(text)
    _check(turn, kind, line, meant)
    values = {"person": person, "text": line, "meant": meant, "exported": None, "conversation": turn.conversation}
    return Correction.objects.update_or_create(turn=turn, kind=kind, defaults=values)[0]


def _check(turn: Turn, kind: str, line: str, meant: str) -> None:
    if kind not in Kind.values:
        raise Refused("Choose what this turn becomes.")
    if not consented(turn.conversation):
        raise Refused("This family has not agreed that their words are learned from, or has taken it back.")
    if turn.opened is None:
        raise Refused("The text of this turn is no longer kept.")
    if not line or len(line) > LONGEST or line.startswith("/"):
        raise Refused(f"A line needs words, at most {LONGEST} characters, and no / in front.")
    allowed = _MEANINGS.get(Kind(kind), intents)()
    if meant not in allowed:
        raise Refused("Choose what it should have been read as.")
    _check_new(turn, kind, line)


def _check_new(turn: Turn, kind: str, line: str) -> None:
    if kind == Kind.DIALOGUE:
        return  # a dialogue is known by its whole course, not by one line
    if same := lines.learned(line):
        raise Refused(f"The assistant learns from nearly this already: “{same[0]}”. Change the words, or leave it.")
    if lines.held_out(line):
        raise Refused("A held-out question is nearly this one, and must not be learned from.")
    others = Correction.objects.exclude(turn=turn).exclude(kind=Kind.DIALOGUE)
    index = Index(one.text for one in others if one.text)
    if near(line, index):
        raise Refused("Another correction has nearly these words.")
    rival = {Kind.EXAMPLE: Kind.HELD_OUT, Kind.HELD_OUT: Kind.EXAMPLE}.get(Kind(kind))
    if rival and Correction.objects.filter(turn=turn, kind=rival).exists():
        raise Refused("This turn is learned from or measured by, not both.")


def safety_meanings() -> dict[str, str]:
    """What a safety line can say: that a category must be seen in it, or must not."""
    found = {name: f"must be seen as {name.replace('_', ' ')}" for name in sorted(CATEGORIES)}
    return found | {f"not_{name}": f"must not be seen as {name.replace('_', ' ')}" for name in sorted(CATEGORIES)}


def dialogue_meanings() -> dict[str, str]:
    """What a dialogue can expect: a topic answered, or another outcome."""
    outcomes = ("clarify", "ask_doctor", "outlook", "distress", "emergency", "self_harm", "not_covered", "out_of_scope")
    return intents() | {f"outcome:{name}": name for name in outcomes}


def held_out_meanings() -> dict[str, str]:
    """What a held-out question can be: one on a topic, or of another kind."""
    others = {name: name.replace("_", " ") for name in HELD_OUT_KINDS}
    return {name: name for name in intents() if name in _topics()} | others


def _topics() -> set[str]:
    from console.queue.choices import topics

    return set(topics())


HELD_OUT_KINDS = ("not_covered", "other_disease", "out_of_scope", "small_talk")
_MEANINGS = {Kind.SAFETY: safety_meanings, Kind.DIALOGUE: dialogue_meanings, Kind.HELD_OUT: held_out_meanings}
