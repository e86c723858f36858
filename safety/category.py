"""The kinds of message that are not answered as a question about the disease."""

from __future__ import annotations

from enum import Enum


class Category(str, Enum):
    """What a message may hold; which of two wins is in ``precedence.yml``."""

    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    ASK_DOCTOR = "ask_doctor"
    OUTLOOK = "outlook"
    DISTRESS = "distress"
