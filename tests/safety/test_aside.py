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
        "my husband says it is nothing but her lips are blue",
        "used to kick like football, now she cannot move her legs",
        "what do I do if she has a fever of 39",
        "I have been reading about it, anyway my boy has gone a grey colour in his cot",
        "I thought it was just a shiver but her eyes were fixed to one side and she went stiff",
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
        "what would they do if he got a fever",
        "how do nurses stop a port bleeding, just interested",
        "suppose a child on chemo meets someone with chicken pox, what is normally done",
        "when he was diagnosed he couldn't walk, now he runs everywhere",
        "one of the other mums says her son's line bled like mad on holiday, what is a line for",
        "the poster says call us for fever, bleeding, trouble breathing. what is stage L1",
        "my heart stopped when the phone rang, it was the pharmacy",
        "so my son swallowed a lego at two and the x ray showed the tumour",
    ],
)
def test_a_general_question_the_past_and_a_figure_of_speech_are_no_alarm(text: str) -> None:
    assert screen(text).category is None


def test_a_figure_of_speech_does_not_hide_a_flag() -> None:
    assert screen("my feet are killing me and he cannot breathe").category is Category.EMERGENCY
