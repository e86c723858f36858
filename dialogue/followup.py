"""Which topic a follow-up means: "how is that treated?", "and for stage M?"."""

from __future__ import annotations

from dataclasses import replace

from dialogue import cues
from dialogue.memory import Memory
from dialogue.turn import Turn
from knowledge.library import Library

MEANING = "meaning"
_CHILD_SLOTS = ("risk_group", "stage", "disease_state")
# What a family asks of the child's own disease, once its stage or risk group is known.
_OF_THE_CHILD = frozenset({"treatment", "outlook", "relapse", "trials", "signs"})
_STATE = "disease_state:"
RISK_GROUP = "risk_group"
RETURNS = "relapse.where"
# Aspects whose general topic seldom is what a follow-up means: the last topic holds its own age and place.
_STAYING = ("age", "where", "meaning", "why")
_KINDS = frozenset(
    f"treatment.{kind}" for kind in ("chemotherapy", "radiation", "surgery", "observation", "stem-cell-rescue")
)


def aspect_of(topic: str | None, library: Library) -> str:
    """What side of its subject a topic tells: ``treatment.ms`` tells the treatment of stage MS."""
    for subject in library.subjects.values():
        for aspect, target in subject.topics.items():
            if target == topic:
                return aspect
    defaults = {target: aspect for aspect, target in library.aspect_defaults.items()}
    return defaults.get(topic or "", MEANING)


def subject_of(topic: str, library: Library) -> str | None:
    """The subject a topic belongs to, if it is one's own; a topic of several belongs to none."""
    owners = [s.id for s in library.subjects.values() if topic in s.topics.values()]
    return owners[0] if len(owners) == 1 else None


def about_subject(subject: str, aspect: str, library: Library) -> str | None:
    """The topic for an aspect of a subject, its own page when it has none; None for an unknown subject."""
    known = library.subjects.get(subject)
    return (known.topics.get(aspect) or known.topics[MEANING]) if known else None


def _of_subject(subject: str | None, aspect: str, library: Library) -> str | None:
    known = library.subjects.get(subject or "")
    return known.topics.get(aspect) if known else None


def _of_topic(topic: str | None, aspect: str, library: Library) -> str | None:
    known = library.topics.get(topic or "")
    group = library.group_aspects.get((topic or "").partition(".")[0], {})
    return (known.related.get(aspect) if known else None) or group.get(aspect)


def _of_child(memory: Memory, aspect: str, library: Library) -> str | None:
    if aspect not in _OF_THE_CHILD:
        return None
    subjects = [f"{slot}:{value}" for slot in _CHILD_SLOTS if (value := getattr(memory, slot))]
    wanted = "relapse" if memory.disease_state and aspect == "treatment" else aspect
    of_group = next((t for s in subjects if (t := _of_subject(s, wanted, library))), None)
    of_state = _of_subject(f"{_STATE}{memory.disease_state}", aspect, library)
    return (of_group or of_state) if wanted == "relapse" else (of_state or of_group)


def target(aspect: str, turn: Turn, memory: Memory, library: Library) -> str:
    """The topic that answers ``aspect`` of what the conversation is about.

    The subject named in the message comes first, then the subject and topic of the
    last answer, then what is known of the child, then the general topic.
    """
    named = next((s for s in turn.subjects if s in library.subjects), None)
    if named and named.startswith(_STATE):
        memory, named = replace(memory, disease_state=named.removeprefix(_STATE)), None
    if named:
        return _of_subject(named, aspect, library) or _general(aspect, named, library)
    if aspect == "relapse" and cues.asks_whether_back(turn.text):
        return RETURNS
    child = _of_child(memory, aspect, library)
    if child and (memory.disease_state or cues.speaks_of_child(turn.text)):
        return child
    near = _of_subject(memory.subject, aspect, library) or _of_topic(memory.topic, aspect, library)
    stay = memory.topic if aspect in _STAYING else None
    return near or child or stay or _general(aspect, None, library)


def for_the_child(intent: str, turn: Turn, memory: Memory, library: Library) -> str | None:
    """Read "will she need radiation?" after her risk group was named asks for that group's plan, not for radiation."""
    kind = (memory.subject or "").partition(":")[0]
    if intent not in _KINDS or kind not in ("stage", "risk_group") or not cues.asks_need(turn.text):
        return None
    return _of_subject(memory.subject, "treatment", library)


def of_childs_group(topic: str, turn: Turn, memory: Memory, library: Library) -> str:
    """``topic``, or the same side of the child's own risk group when it tells of another and none was named."""
    subject = subject_of(topic, library) or ""
    kind = subject.partition(":")[0]
    told = f"{RISK_GROUP}:{memory.risk_group}"
    if kind != RISK_GROUP or not memory.risk_group or subject == told:
        return topic
    if cues.bare_group(turn.text) == subject or any(named.startswith(f"{RISK_GROUP}:") for named in turn.subjects):
        return topic
    return _of_subject(told, aspect_of(topic, library), library) or topic


def _general(aspect: str, subject: str | None, library: Library) -> str:
    own = about_subject(subject, MEANING, library) if subject else None
    return library.aspect_defaults.get(aspect) or own or library.aspect_defaults[MEANING]


def same_aspect(subject: str, memory: Memory, library: Library) -> str | None:
    """Read "and for stage M?": the aspect of the last answer, of another subject."""
    return about_subject(subject, aspect_of(memory.topic, library), library)
