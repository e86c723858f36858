"""What a message names, as the tests of the extractor ask it."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.keys import WORDS
from nlu.components.subject_extractor import SubjectExtractor
from tests.nlu.shared import wording


def entities(extractor: SubjectExtractor, text: str) -> list[dict[str, Any]]:
    words = [(word.text, word.start, word.end) for word in wording().words(text)]
    found: list[dict[str, Any]] = extractor.process([Message({TEXT: text, WORDS: words})])[0].get(ENTITIES)
    return found


def named(extractor: SubjectExtractor, text: str) -> list[tuple[str, str, str]]:
    return [(text[e["start"] : e["end"]], e["entity"], e["value"]) for e in entities(extractor, text)]
