"""Small signs in a message, each with what shows it and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue import cues

SHOWN = [
    (cues.adds, "and for stage M?"),
    (cues.adds, "What about low risk"),
    (cues.adds, "ok so how about surgery"),
    (cues.adds, "is it the same in babies"),
    (cues.refers_back, "how is that treated"),
    (cues.refers_back, "Is IT serious?"),
    (cues.refers_back, "what does the test show"),
    (cues.names_disease, "my son has neuroblastoma"),
    (cues.names_disease, "stage 4 NB"),
    (cues.names_disease, "nueroblastoma"),
    (cues.speaks_of_child, "will she lose her hair"),
    (cues.speaks_of_child, "can my daughter have it"),
    (cues.asks_whether_back, "can it come back"),
    (cues.asks_whether_back, "what are the chances it will return"),
    (cues.asks_need, "will she need radiation"),
    (cues.asks_need, "is surgery enough"),
    (cues.asks_for_another, "another question please"),
    (cues.is_short, "why"),
]
NOT_SHOWN = [
    (cues.adds, "how is stage M treated"),
    (cues.adds, "android phone"),
    (cues.refers_back, "how is neuroblastoma treated when it is back"),
    (cues.refers_back, "what is chemotherapy"),
    (cues.names_disease, "my son has leukemia"),
    (cues.speaks_of_child, "what is chemotherapy"),
    (cues.asks_whether_back, "how is a relapse treated"),
    (cues.asks_need, "what is radiation"),
    (cues.asks_for_another, "what should i ask the doctor"),
    (cues.is_short, "this is a rather long message with more words than a follow-up needs"),
]


@pytest.mark.parametrize(("cue", "text"), SHOWN, ids=lambda value: getattr(value, "__name__", value))
def test_the_sign_is_seen(cue: Callable[[str], bool], text: str) -> None:
    assert cue(text)


@pytest.mark.parametrize(("cue", "text"), NOT_SHOWN, ids=lambda value: getattr(value, "__name__", value))
def test_no_sign_is_seen_where_there_is_none(cue: Callable[[str], bool], text: str) -> None:
    assert not cue(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("what is ploidy", "ploidy"),
        ("What does refractory mean?", "refractory"),
        ("what's an MRI", "MRI"),
        ("ok, what is MYCN again?", "MYCN"),
        ("can you explain the word “metastasis” please", "metastasis"),
        ("meaning of apheresis", "apheresis"),
        ("define biomarker", "biomarker"),
    ],
)
def test_the_word_asked_for_is_found(text: str, term: str) -> None:
    assert cues.asked_term(text) == term


@pytest.mark.parametrize("text", ["", "?", "how is that treated", "is he cured", "my son has MYCN", "tell me more"])
def test_a_message_that_asks_for_no_word_has_none(text: str) -> None:
    assert cues.asked_term(text) is None
