"""What takes the alarm out of words, and how far it reaches."""

from __future__ import annotations

import pytest

from safety.category import Category
from safety.screen import screen


@pytest.mark.parametrize(
    "text",
    [
        "what does stage MS mean, also he cannot breathe",
        "What does stage MS mean? He cannot breathe.",
        "is fever a sign of it? because he has a fever of 39",
        "probably nothing but her lips are a bit blue",
        "he had seizures in 2019 and now he is having one again",
        "we had a lovely day, she is just a bit blue",
        "how is a biopsy done, my son is unconscious",
        "is it normal that he cannot walk",
        "why is she so hard to wake",
        "what does stage ms mean he cant breathe",
        "what does stage ms mean cant breathe",
        "what is ldh not breathing",
        "is fever a sign of it he has a fever of 39",
        "how is a biopsy done she has gone blue",
    ],
)
def test_a_flag_is_heard_beside_a_question_or_a_comfort(text: str) -> None:
    assert screen(text).category is Category.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "is a fit a sign of it",
        "which tests show bleeding",
        "how does the antibody kill the tumour",
        "can it cause trouble breathing",
        "is fever a sign of neuroblastoma",
        "he had febrile seizures as a baby, years ago",
        "my feet are killing me",
        "dying to know what L1 means",
        "how is bleeding during surgery prevented",
        "which tests come after the emergency room",
        "help me understand the risk groups",
        "lol i'm dead, what does grade mean",
    ],
)
def test_a_general_question_the_past_and_a_figure_of_speech_are_no_alarm(text: str) -> None:
    assert screen(text).category is None


def test_a_figure_of_speech_does_not_hide_a_flag() -> None:
    assert screen("my feet are killing me and he cannot breathe").category is Category.EMERGENCY
