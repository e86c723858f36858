"""What can be asked next stands on buttons."""

from __future__ import annotations

from dialogue import compose
from knowledge.library import Library


def test_an_answer_leads_to_more_to_at_most_two_topics_and_to_the_doctor(library: Library) -> None:
    topic = library.topics["staging.ms"]
    buttons = compose.topic_buttons(topic, library, told=False)
    assert [button.payload for button in buttons] == [
        '/talk.more{"topic":"staging.ms"}',
        "/treatment.ms",
        "/prognosis.outlook",
        '/talk.doctor_question{"topic":"staging.ms"}',
    ]


def test_the_other_questions_of_a_message_take_the_place_of_related_topics(library: Library) -> None:
    buttons = compose.topic_buttons(library.topics["staging.ms"], library, told=True, also=("tests.ct",))
    assert [button.payload for button in buttons][:-1] == ["/tests.ct"]


def test_related_topics_never_lead_back_to_the_same_one(library: Library) -> None:
    for topic in library.topics.values():
        found = compose.related(topic, library)
        assert 1 <= len(found) <= compose.MOST_RELATED
        assert topic.id not in found
    assert "treatment.ms" not in compose.related(library.topics["staging.ms"], library, leaving_out=["treatment.ms"])
