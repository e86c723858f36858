"""Names under which our components leave things on a message for those after them."""

from __future__ import annotations

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

PLAIN = "plain"
WORDS = "plain_words"
PARTS = "parts"
IN_CONTEXT = "in_context"
EXAMPLE = "follow_up_example"
MEMORY = "memory"
STRANGE = "strange"


def with_readings(message: Message) -> list[Message]:
    """The message and its parts: all that are not empty."""
    readings = (message, *message.get(PARTS, ()))
    return [reading for reading in readings if reading.get(TEXT)]
