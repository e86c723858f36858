"""Drills: follow-ups made from what is written already."""

from __future__ import annotations

from nlu.follow_ups import Drill, drills
from nlu.wording.context import follow_up
from tests.nlu.shared import library, training_lines

LONG = "is it true that a very long question with many words is never a follow up"
ASKED = [
    *[(f"what is ms {number}", "staging.ms") for number in range(9)],
    *[(f"how is surgery {number}", "treatment.surgery") for number in range(9)],
    *[(f"how is it treated {number}", "follow.treatment") for number in range(9)],
    ("is it that", "follow.subject"),
    ("tests.mri > is it loud", "tests.mri"),
    (LONG, "staging.ms"),
    ("thanks", "small_talk.thanks"),
]
MADE = list(drills(ASKED, library()))


def _after(last: str) -> list[Drill]:
    return [drill for drill in MADE if drill.last == last]


def test_every_topic_is_drilled() -> None:
    assert {drill.last for drill in MADE} == set(library().topics)
    assert {drill.topic for drill in MADE} <= set(library().topics)


def test_a_drill_reads_like_an_example_of_a_follow_up() -> None:
    assert all(follow_up(str(drill)) == (drill.last, drill.text) for drill in MADE)


def test_a_topics_own_questions_stay_with_it_and_others_lead_away() -> None:
    asked = {drill.text: drill.topic for drill in _after("staging.ms")}
    assert sum(text.startswith("what is ms") for text in asked) >= 2
    questions = dict(ASKED)
    assert all(topic == questions[text] for text, topic in asked.items() if questions[text] in library().topics)
    away = [drill.topic for last in library().topics for drill in _after(last) if drill.topic != last]
    assert {"staging.ms", "treatment.surgery"} <= set(away)


def test_a_plain_follow_up_leads_where_the_content_says() -> None:
    treated = {drill.topic for drill in _after("staging.ms") if drill.text.startswith("how is it treated")}
    assert treated == {library().subjects["stage:MS"].topics["treatment"]}


def test_what_is_long_or_no_plain_follow_up_is_not_drilled() -> None:
    texts = {drill.text for drill in MADE}
    assert texts.isdisjoint({LONG, "is it that", "thanks", "tests.mri > is it loud", "is it loud"})


def test_the_same_drills_are_made_every_time_and_none_twice() -> None:
    assert list(drills(ASKED, library())) == MADE
    assert len(set(MADE)) == len(MADE)


def test_of_the_real_questions_every_topic_gets_some() -> None:
    real = list(drills([(line.text, line.intent) for line in training_lines()], library()))
    counts = {last: sum(drill.last == last for drill in real) for last in library().topics}
    assert min(counts.values()) >= 10
