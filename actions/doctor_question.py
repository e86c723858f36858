"""Another question for the doctor."""

from __future__ import annotations

from actions.base import MoveAction
from dialogue.moves import doctor_question


class ActionDoctorQuestion(MoveAction):
    """Answers another question for the doctor."""

    move = staticmethod(doctor_question.reply)
