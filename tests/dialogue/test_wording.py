"""The assistant's own sentences: every one the code asks for is there, varied, and calm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dialogue
from dialogue.wording import kinds

FOLDER = Path(dialogue.__file__).parent
ROOT = FOLDER.parent
TEXTS = yaml.safe_load((FOLDER / "wording.yml").read_text(encoding="utf-8"))
CALL = re.compile(r"\b(?:text|vary|kinds)\(\s*f?\"([a-z_.]+)|\"(buttons\.[a-z_]+)\"")
# Heads of answers: said of one topic, so that they are seldom heard twice in a row.
SINGLE_HEADS = {"more", "doctor_question", "doctor_questions_done"}


def _leaves(found: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _leaves(value, f"{path}.{name}".lstrip("."))
    else:
        yield path, found


LEAVES = dict(_leaves(TEXTS))
LISTS = sorted(path for path, found in LEAVES.items() if isinstance(found, list) and path not in SINGLE_HEADS)
SOURCES = [*FOLDER.rglob("*.py"), *(ROOT / "actions").rglob("*.py")]


def _asked_for() -> set[str]:
    return {path or button for source in SOURCES for path, button in CALL.findall(source.read_text(encoding="utf-8"))}


def _intents() -> list[str]:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return [str(intent) for intent in domain["intents"]]


def test_every_sentence_the_code_asks_for_exists() -> None:
    asked = _asked_for()
    assert len(asked) > 20
    assert [
        path for path in asked if not any(at == path or at.startswith(path.rstrip(".") + ".") for at in LEAVES)
    ] == []


@pytest.mark.parametrize("head", ["small_talk.", "not_covered."])
def test_every_intent_that_is_answered_by_its_name_has_a_sentence(head: str) -> None:
    names = [intent.removeprefix(head) for intent in _intents() if intent.startswith(head)]
    assert len(names) >= 9
    place = head + "kinds" if head == "not_covered." else head.rstrip(".")
    assert sorted(names) == sorted(kinds(place))


@pytest.mark.parametrize("path", LISTS)
def test_what_may_be_said_again_can_be_said_in_other_words(path: str) -> None:
    assert len(set(LEAVES[path])) == len(LEAVES[path]) >= 2


def test_the_sentences_are_calm() -> None:
    said = [line for found in LEAVES.values() for line in (found if isinstance(found, list) else [found])]
    assert all(isinstance(line, str) and line.strip() for line in said)
    assert [line for line in said if "!" in line] == []
