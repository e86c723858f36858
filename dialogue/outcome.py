"""What a reply did, in the words the console, the gateway and the evaluation share."""

from __future__ import annotations

from enum import Enum


class Outcome(str, Enum):
    """The outcome of one turn. Those of safety have the names of its categories."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    ASK_DOCTOR = "ask_doctor"
    OUTLOOK = "outlook"
    DISTRESS = "distress"
    EMERGENCY = "emergency"
    SELF_HARM = "self_harm"
    NOT_COVERED = "not_covered"
    OUT_OF_SCOPE = "out_of_scope"
    SMALL_TALK = "small_talk"
    UNAVAILABLE = "unavailable"


SAFETY = frozenset({Outcome.ASK_DOCTOR, Outcome.OUTLOOK, Outcome.DISTRESS, Outcome.EMERGENCY, Outcome.SELF_HARM})
