"""What can be asked next stands on buttons."""

from __future__ import annotations

from dialogue import compose
from knowledge.library import Library


def test_an_answer_leads_to_more_to_at_most_two_topics_and_to_the_doctor(library: Library) -> None:
    topic = library.topics["staging.ms"]
    buttons = compose.topic_buttons(topic, library, told=False, asked=1)
    assert [button.payload for button in buttons] == [
        '/talk.more{"topic":"staging.ms"}',
        "/treatment.ms",
        "/prognosis.outlook",
        '/talk.doctor_question{"topic":"staging.ms"}',
        '/talk.keep_question{"q":"staging.ms#1"}',
    ]


def test_without_a_question_given_there_is_none_to_keep(library: Library) -> None:
    buttons = compose.topic_buttons(library.topics["staging.ms"], library, told=True)
    assert buttons[-1].payload.startswith("/talk.doctor_question")


def test_the_question_given_is_the_one_that_is_kept(library: Library) -> None:
    topic = library.topics["staging.ms"]
    for reply, question in ((compose.answer(topic, library), 1), (compose.longer_answer(topic, library, "x"), -1)):
        place = question if question > 0 else len(topic.ask)
        assert reply.buttons[-1].payload == f'/talk.keep_question{{"q":"staging.ms#{place}"}}'
        assert topic.ask[place - 1] in reply.text


def test_the_other_questions_of_a_message_take_the_place_of_related_topics(library: Library) -> None:
    buttons = compose.topic_buttons(library.topics["staging.ms"], library, told=True, also=("tests.ct",))
    assert [button.payload for button in buttons][:-1] == ["/tests.ct"]


def test_there_are_never_more_than_five(library: Library) -> None:
    also = ("tests.ct", "tests.mri", "tests.pet")
    buttons = compose.topic_buttons(library.topics["staging.ms"], library, told=False, also=also, asked=1)
    assert [button.payload.partition("{")[0] for button in buttons] == [
        "/talk.more",
        *(f"/{id_}" for id_ in also),
        "/talk.keep_question",
    ]
    assert all(len(compose.answer(topic, library).buttons) <= 5 for topic in library.topics.values())


def test_related_topics_never_lead_back_to_the_same_one(library: Library) -> None:
    for topic in library.topics.values():
        found = compose.related(topic, library)
        assert 1 <= len(found) <= compose.MOST_RELATED
        assert topic.id not in found
    assert "treatment.ms" not in compose.related(library.topics["staging.ms"], library, leaving_out=["treatment.ms"])
