"""The questions to take to the doctor that safety replies give, each with a short reference to keep it by."""

from __future__ import annotations

from safety.reply_texts import at

OUTLOOK = "outlook"
ANY = "other"


def group(category: str, kind: str) -> str:
    """The group of questions for a reply: ``outlook``, or ``ask_doctor.`` and a kind (``other`` for an unknown one)."""
    if category == OUTLOOK:
        return OUTLOOK
    return f"ask_doctor.{kind if kind in at('ask_doctor.questions') else ANY}"


def questions(name: str) -> tuple[str, ...]:
    """The questions of a group; none for a group that does not exist."""
    return _all().get(name, ())


def question(name: str, seed: int = 0) -> tuple[str, str]:
    """A question of a group whose turn ``seed`` is, after its reference, such as ``ask_doctor.dose#1``."""
    found = questions(name)
    place = seed % len(found)
    return f"{name}#{place + 1}", found[place]


def references() -> dict[str, str]:
    """Every question by its reference."""
    return {f"{name}#{place}": asked for name, found in _all().items() for place, asked in enumerate(found, start=1)}


def _all() -> dict[str, tuple[str, ...]]:
    groups = {f"ask_doctor.{kind}": tuple(found) for kind, found in at("ask_doctor.questions").items()}
    groups[f"ask_doctor.{ANY}"] = tuple(at("ask_doctor.any_question"))
    return {**groups, OUTLOOK: tuple(at("outlook.questions"))}
