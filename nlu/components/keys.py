"""Names under which our components leave things on a message for those after them."""

from __future__ import annotations

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

PLAIN = "plain"
WORDS = "plain_words"
PARTS = "parts"
PIECES = "pieces"
IN_CONTEXT = "in_context"
EXAMPLE = "follow_up_example"
MEMORY = "memory"
STRANGE = "strange"
SAID = "said_before"
CONTEXT = "context_vector"
SAFETY = "safety"


def with_readings(message: Message) -> list[Message]:
    """The message, its parts (questions) and pieces (for safety): all that are not empty."""
    readings = (message, *message.get(PARTS, ()), *message.get(PIECES, ()))
    return [reading for reading in readings if reading.get(TEXT)]
