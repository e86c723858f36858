"""Short messages are read after the last answer's topic."""

from __future__ import annotations

import pytest

from nlu.wording.context import context_phrases, follow_up, is_short
from tests.nlu.shared import library


def test_every_topic_has_its_title_for_a_phrase() -> None:
    phrases = context_phrases(library())
    assert phrases == {id_: topic.title for id_, topic in library().topics.items()}
    assert all(phrase.strip() for phrase in phrases.values())


@pytest.mark.parametrize(
    ("example", "found"),
    [
        ("staging.ms > how is it treated", ("staging.ms", "how is it treated")),
        ("side-effects > and 5 > 3?", ("side-effects", "and 5 > 3?")),
        ("is 5 > 3", None),
        ("how is stage MS treated", None),
        ("staging.ms >", None),
        ("", None),
    ],
)
def test_an_example_of_a_follow_up_names_its_topic(example: str, found: tuple[str, str] | None) -> None:
    assert follow_up(example) == found


def test_twelve_words_are_short() -> None:
    assert is_short("word " * 12)
    assert not is_short("word " * 13)
    assert is_short("")
