"""Messages as arrays: what each may mean alone, where the content leads it, and what was said before."""

from __future__ import annotations

import numpy as np
import pytest

from dialogue.memory import Memory
from nlu.in_context.meanings import Matrix
from nlu.in_context.readings import Message
from tests.nlu.in_context.messages import INTENTS, WORDS, message, reader
from tests.nlu.shared import library

READER = reader()
MEANINGS = READER.meanings
MS = Memory(topic="staging.ms", subject="stage:MS", stage="MS")
MRI = Memory(topic="tests.mri", subject="test:MRI")


def _share(column: Matrix, meaning: str) -> float:
    return float(column[0, MEANINGS.at[meaning]])


def _likeliest(one: Message) -> str:
    return MEANINGS.names[int(READER.read([one]).led[0].argmax())]


def test_every_message_has_a_row_and_every_meaning_a_column() -> None:
    readings = READER.read([message("how is it done", MS), message("thanks", MRI)])
    assert len(readings) == 2
    assert readings.vectors.shape == (2, len(WORDS))
    assert readings.intents.shape == (2, len(INTENTS))
    assert readings.alone.shape == readings.led.shape == readings.of_child.shape == (2, len(MEANINGS))
    assert readings.last.tolist() == [MEANINGS.at["staging.ms"], MEANINGS.at["tests.mri"]]


def test_what_is_answered_alike_adds_up_and_open_follow_ups_speak_for_nothing() -> None:
    given = {"out_of_scope": 0.2, "not_covered.diet": 0.3, "follow.treatment": 0.4, "tests.ct": 0.1}
    alone = READER.read([message("and that", MS, intents=given)]).alone
    assert _share(alone, "declined") == pytest.approx(0.5)
    assert _share(alone, "tests.ct") == pytest.approx(0.1)
    assert alone.sum() == pytest.approx(0.6)


def test_a_follow_up_is_led_where_the_content_says_after_each_topic() -> None:
    treated = {"follow.treatment": 0.9}
    assert _likeliest(message("how is it treated", MS, intents=treated)) == "treatment.ms"
    high = Memory(topic="risk.high", subject="risk_group:high", risk_group="high")
    assert _likeliest(message("how is it treated", high, intents=treated)) == "treatment.high-risk"


def test_a_subject_in_the_message_leads_it_to_its_topic() -> None:
    named = message("and that", MRI, intents={"follow.subject": 0.9}, subjects=("stage:MS",))
    assert _likeliest(named) == "staging.ms"


def test_a_question_on_a_topic_is_led_to_it() -> None:
    assert _likeliest(message("is a scan of neuroblastoma loud", MS, intents={"tests.ct": 0.9})) == "tests.ct"


def test_what_is_known_of_the_child_marks_its_facts_and_its_topics() -> None:
    readings = READER.read([message("and that", Memory(topic="tests.mri", stage="MS", risk_group="high"))])
    assert {READER.facts[at] for at in np.flatnonzero(readings.told[0])} == {"stage:MS", "risk_group:high"}
    marked = {MEANINGS.names[at] for at in np.flatnonzero(readings.of_child[0])}
    known = [library().subjects[fact] for fact in ("stage:MS", "risk_group:high")]
    assert marked == {topic for subject in known for topic in subject.topics.values()} & set(library().topics)


def test_of_a_child_nothing_is_known_of_nothing_is_marked() -> None:
    readings = READER.read([message("and that", MRI)])
    assert not readings.told.any()
    assert not readings.of_child.any()


def test_a_long_message_is_longer_up_to_a_point() -> None:
    short, long, longest = (READER.read([message("word " * words, MS)]).length.item() for words in (1, 15, 900))
    assert 0 < short < long == longest == 1


def test_what_leans_and_what_is_another_matter_are_told_apart() -> None:
    leaning = [intent for intent, leans in zip(INTENTS, READER.leaning, strict=True) if leans]
    other = [intent for intent, matters in zip(INTENTS, READER.other, strict=True) if matters]
    assert leaning == ["follow.treatment", "follow.subject"]
    assert set(other) == set(INTENTS) - set(leaning) - set(library().topics)
