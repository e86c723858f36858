"""Names under which our components leave things on a message for those after them."""

from __future__ import annotations

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

PLAIN = "plain"
WORDS = "plain_words"
PARTS = "parts"
IN_CONTEXT = "in_context"
LAST_TOPIC = "last_topic"


def with_readings(message: Message) -> list[Message]:
    """The message, its parts, and itself in context: all that are not empty."""
    readings = (message, *message.get(PARTS, ()), *message.get(IN_CONTEXT, ()))
    return [reading for reading in readings if reading.get(TEXT)]
