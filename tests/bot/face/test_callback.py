"""Buttons fit Telegram, mean the same a version later, and cannot be forged into anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.face import callback
from bot.face.callback import MOST_BYTES, Press
from bot.face.incoming import Act, Ask, Say
from bot.face.keyboard import countries, of_rasa, thumbs
from bot.face.kinds import decide
from bot.face.numbers import helplines
from bot.face.pictures.plan import plans
from dialogue import compose
from knowledge.library import Library

KINDS = st.sampled_from([callback.RASA, callback.WORDS, callback.UP, callback.DOWN, callback.PICTURE, callback.COUNTRY])


def pressed(data: str) -> object:
    return decide({"callback_query": {"id": "1", "data": data, "message": {"chat": {"type": "private"}}}}, None)


@given(KINDS, st.text())
def test_what_is_written_is_read_again(kind: str, rest: str) -> None:
    data = callback.write(kind, rest)
    assert (callback.read(data) == Press(kind, rest)) if data else len(f"{kind}|{rest}".encode()) > MOST_BYTES


@given(st.text(), st.text(min_size=1))
def test_every_button_of_the_assistant_fits(payload: str, title: str) -> None:
    data = callback.for_rasa(payload, title)
    assert 1 <= len(data.encode()) <= MOST_BYTES
    assert callback.read(data)


@given(st.text())
def test_no_data_reaches_the_assistant_but_what_it_knows(data: str) -> None:
    decision = pressed(data)
    assert isinstance(decision, Ask | Say | Act)
    assert not (isinstance(decision, Ask) and decision.payload)


@given(st.text(st.sampled_from('{}":,[]\\abtopic staging.ms')))
def test_no_argument_reaches_the_assistant_but_what_it_knows(args: str) -> None:
    payload = callback.payload_of(f"talk.more{args}")
    assert payload in {None, "/talk.more", f"/talk.more{args}"}


def test_every_button_under_every_answer_keeps_its_payload(library: Library) -> None:
    for topic in library.topics.values():
        for each in compose.topic_buttons(topic, library, told=False):
            press = callback.read(callback.for_rasa(each.payload, each.title))
            assert press
            assert press.kind == callback.RASA
            assert callback.payload_of(press.rest) == each.payload


def test_every_part_of_the_menu_keeps_its_payload(library: Library) -> None:
    for each in compose.group_buttons(library):
        assert pressed(callback.for_rasa(each.payload, each.title)) == Ask(each.payload, payload=True)


def test_every_topic_can_be_thumbed(library: Library) -> None:
    assert all(thumbs(topic.id, topic.version) for topic in library.topics.values())


def test_a_version_too_long_for_a_button_has_no_thumbs_rather_than_a_wrong_one() -> None:
    assert thumbs("treatment.intermediate-risk", "0" * 60) == []


def test_a_payload_too_long_sends_the_words_of_its_button() -> None:
    data = callback.for_rasa(f'/talk.more{{"topic":"{"x" * 60}"}}', "What is a very long question? " * 4)
    assert pressed(data) == Ask(data.removeprefix("t|"))


def test_words_are_cut_between_characters() -> None:
    data = callback.for_rasa("/" + "x" * 99, "é" * 99)
    assert data.removeprefix("t|") == "é" * 31


@pytest.mark.parametrize(
    "rest",
    [
        "restart",
        "session_start",
        "back",
        "no.such.topic",
        'staging.ms{"topic":1}',
        'staging.ms{"topic":"x"}',
        'talk.menu{"group":"x"}',
        "talk.more{",
        "talk.more[]",
        "staging.ms@0.1",
        "staging.ms\n/restart",
    ],
)
def test_what_the_assistant_does_not_know_is_out_of_date(rest: str) -> None:
    decision = pressed(f"r|{rest}")
    assert isinstance(decision, Say)
    assert "out of date" in str(decision.messages[0].params["text"])


def test_every_country_can_be_chosen() -> None:
    last = len(helplines().countries) // 12
    rows = [each for page in range(last + 1) for row in countries(page) for each in row]
    chosen = {str(each["callback_data"]).removeprefix("c|") for each in rows}
    assert set(helplines().countries) <= chosen


@pytest.mark.parametrize("page", ["5", "99", "-1", "x", "", "²", "9" * 50])
def test_a_page_that_is_not_there_is_out_of_date(page: str) -> None:
    decision = pressed(f"n|{page}")
    assert isinstance(decision, Say)
    assert "out of date" in str(decision.messages[0].params["text"])


def test_every_picture_has_a_button_that_fits() -> None:
    assert all(callback.write(callback.PICTURE, id_) for id_ in plans())


def test_a_button_without_title_or_payload_is_left_out() -> None:
    assert of_rasa([{"title": "", "payload": "/x"}, {"title": "x"}, {"title": "More", "payload": "/talk.more"}]) == [
        [{"text": "More", "callback_data": "r|talk.more"}]
    ]


def test_short_titles_share_a_row_and_long_ones_do_not() -> None:
    titles = ["Scans", "Outlook", "What are the stages of neuroblastoma?", "All parts"]
    found = of_rasa([{"title": title, "payload": "/talk.menu"} for title in titles])
    assert [[each["text"] for each in row] for row in found] == [titles[:2], titles[2:3], titles[3:]]
