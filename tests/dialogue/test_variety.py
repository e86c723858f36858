"""The assistant's sentences change when the same situation comes again."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import dialogue
from dialogue.memory import Memory
from dialogue.wording import text, vary

FOLDER = Path(dialogue.__file__).parent


TEXTS = yaml.safe_load((FOLDER / "wording.yml").read_text(encoding="utf-8"))


def test_the_first_of_the_sentences_not_said_lately_comes_next() -> None:
    first, second = TEXTS["menu"]
    assert vary("menu", Memory()) == first
    assert vary("menu", Memory(said=(first,))) == second
    assert vary("menu", Memory(said=(f"{first}\n\nand more", "x"))) == second
    assert vary("menu", Memory(said=(second, first))) == first


def test_places_are_filled_and_an_unknown_path_is_an_error() -> None:
    assert text("answer.ask", question="Why?") == "Ask your doctor: “Why?”"
    with pytest.raises(KeyError):
        text("answer.none")
    with pytest.raises(KeyError):
        text("answer.ask")
