"""Every question a safety reply gives can be kept by a short reference."""

from __future__ import annotations

import pytest

from safety.reply import ask_doctor, outlook
from safety.reply_questions import group, question, questions, references


def test_a_reference_leads_to_its_question() -> None:
    known = references()
    assert len(known) > 20
    assert known["ask_doctor.dose#1"] == "How much of this medicine is right for my child, and how often?"
    assert len(set(known.values())) == len(known)


@pytest.mark.parametrize(
    ("category", "kind", "name"),
    [
        ("ask_doctor", "dose", "ask_doctor.dose"),
        ("ask_doctor", "no such kind", "ask_doctor.other"),
        ("outlook", "other", "outlook"),
    ],
)
def test_a_reply_has_its_group(category: str, kind: str, name: str) -> None:
    assert group(category, kind) == name
    assert len(questions(name)) >= 2


def test_a_group_that_does_not_exist_has_none() -> None:
    assert questions("ask_doctor.unheard_of") == ()


@pytest.mark.parametrize("seed", range(4))
def test_the_question_of_a_turn_is_the_one_the_reply_gives(seed: int) -> None:
    reference, asked = question(group("ask_doctor", "mix"), seed)
    assert references()[reference] == asked
    assert asked in ask_doctor("mix", seed)
    assert question("outlook", seed)[1] in outlook("US", seed)
