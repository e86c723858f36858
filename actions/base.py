"""What every action shares: read the turn, make the move, say it, remember; never a silence."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogue.memory import Memory
from dialogue.moves.take import take
from dialogue.moves.unavailable import unavailable
from dialogue.outcome import SAFETY, Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.wording import text
from knowledge.library import Library

logger = logging.getLogger(__name__)

library = cache(Library.load)


def say(reply: Reply, dispatcher: CollectingDispatcher) -> None:
    """Send a reply with its record: the text, then, when it is long, its buttons under a line of their own."""
    buttons = [{"title": button.title, "payload": button.payload} for button in reply.buttons]
    if buttons and "\n" in reply.text:  # the shell shows a message with buttons as the head of a list: one line
        dispatcher.utter_message(text=reply.text, metadata=reply.metadata)
        dispatcher.utter_message(text=text(_lead(reply)), buttons=buttons, metadata=reply.metadata)
    else:
        dispatcher.utter_message(text=reply.text, buttons=buttons, metadata=reply.metadata)


def _lead(reply: Reply) -> str:
    if reply.outcome in SAFETY:
        return "buttons.ready"
    if any(button.payload.startswith(("/talk.drop_question", "/talk.my_questions")) for button in reply.buttons):
        return "buttons.list"
    return "buttons.lead_on" if reply.outcome is Outcome.ANSWERED else "buttons.choose"


class MoveAction(Action):
    """An action that makes one move. Subclasses set ``move``; the name comes from the class.

    A fault in a move is logged without the family's words, and told as ``unavailable``; safety is answered even then.
    """

    move: ClassVar[staticmethod[[Turn, Memory, Library], Step]]

    def name(self) -> str:
        """``ActionDoctorQuestion`` is ``action_doctor_question``."""
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in type(self).__name__).lstrip("_")

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Make the move; the events set every slot of the memory."""
        try:
            memory = Memory.from_slots(tracker.slots)
            step = take(type(self).move, Turn.from_message(tracker.latest_message), memory, library())
        except Exception as error:  # whatever breaks, the family must hear of it
            logger.error("%s failed: %s", self.name(), type(error).__name__)
            say(unavailable(tracker.latest_message, tracker.slots), dispatcher)
            return []
        say(step.reply, dispatcher)
        return [SlotSet(name, value) for name, value in step.memory.to_slots().items()]
