"""The trained model reads what families type. Few words of each kind: how well it does is measured elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.content import intents, library

if TYPE_CHECKING:
    from tests.conftest import Talk


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("my sons 4s spred", [("4s", "stage", "MS")]),
        (
            "is MIBG therapy for High-Risk",
            [("MIBG therapy", "treatment", "MIBG therapy"), ("High-Risk", "risk_group", "high")],
        ),
        ("dinutuxmab after kemo?", [("dinutuxmab", "drug", "dinutuximab"), ("kemo", "treatment", "chemotherapy")]),
        ("ALK and N-MYC", [("ALK", "gene", "ALK"), ("N-MYC", "gene", "MYCN")]),
        ("😀 tumour biospy", [("tumour biospy", "test", "biopsy")]),
        ("panda eyes, bone marow", [("panda eyes", "symptom", "eyes"), ("bone marow", "place", "elsewhere")]),
        ("thank you", []),
    ],
)
def test_subjects_are_found_at_their_places(assistant: Talk, text: str, found: list[tuple[str, str, str]]) -> None:
    entities = assistant.parse(text)["entities"]
    assert [(text[e["start"] : e["end"]], e["entity"], e["value"]) for e in entities] == found


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what is neuroblastoma", "about.what"),
        ("wat is nueroblastma", "about.what"),
        ("what does stage MS mean", "staging.ms"),
        ("what is an MIBG scan", "tests.mibg"),
        ("how does dinutuximab work", "treatment.dinutuximab"),
        ("thank you so much", "small_talk.thanks"),
        ("what is the weather tomorrow", "out_of_scope"),
        ("what is leukaemia", "other_disease"),
    ],
)
def test_plain_questions_are_understood(assistant: Talk, text: str, intent: str) -> None:
    assert assistant.parse(text)["intent"]["name"] == intent


def test_the_model_knows_the_intents_of_the_present_questions(assistant: Talk) -> None:
    named = {one["name"] for text in ("what is it", "4S", "hello") for one in assistant.parse(text)["intent_ranking"]}
    assert len(named) >= 20
    assert named <= {*intents(), "nlu_fallback"}


def test_words_no_question_of_ours_uses_are_strange(assistant: Talk) -> None:
    assert assistant.parse("what does stage MS mean")["strange"] == 0
    assert assistant.parse("crystal radio kit")["strange"] > 0.5


def test_two_questions_are_read_apart(assistant: Talk) -> None:
    text = "What is an MIBG scan? And how does dinutuximab work?"
    parse = assistant.parse(text)
    assert parse["text"] == text
    assert [part["intent_ranking"][0]["name"] for part in parse["parts"]] == ["tests.mibg", "treatment.dinutuximab"]


@pytest.mark.parametrize("text", ["", " ", "😀", "a" * 10_000, "?" * 500, "\u202e\u200b", "4s " * 3_000])
def test_an_odd_message_is_read(assistant: Talk, text: str) -> None:
    parse = assistant.parse(text)
    assert 0 <= parse["intent"]["confidence"] <= 1
    assert parse["intent"]["name"] in {*intents(), "nlu_fallback"}


def test_an_empty_message_is_not_taken_for_anything(assistant: Talk) -> None:
    parse = assistant.parse("")
    assert parse["intent"]["name"] == "nlu_fallback"
    assert (parse["entities"], parse["parts"], parse["in_context"]) == ([], [], [])


def test_a_topics_own_question_is_among_the_likeliest(assistant: Talk) -> None:
    missed = []
    for topic in list(library().topics.values())[::8]:
        likely = [one["name"] for one in assistant.parse(topic.question)["intent_ranking"][:4]]
        missed += [] if topic.id in likely else [topic.id]
    assert missed == []
