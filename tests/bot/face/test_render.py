"""The assistant's replies as families see them in Telegram."""

from __future__ import annotations

import json
from typing import Any

import pytest

from actions.base import say
from bot.face.callback import payload_of, read
from bot.face.outgoing import SHEET, Outgoing
from bot.face.render import render
from bot.face.split import MOST, size
from dialogue import compose
from dialogue.reply import Reply as Said
from knowledge.library import Library
from tests.bot.face.test_wording import plain

RECORD = {"outcome": "answered", "topic": "staging.ms", "version": "0a1b2c3d4e5f"}
MORE = {"title": "Tell me more", "payload": '/talk.more{"topic":"staging.ms"}'}
SOURCE = "Source: National Cancer Institute (2025)"


class Channel:
    """Collects what an action says, as the Rasa channel hands it on."""

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []

    def utter_message(self, **said: Any) -> None:
        self.replies.append(said)


def from_rasa(reply: Said) -> list[dict[str, Any]]:
    channel = Channel()
    say(reply, channel)
    return channel.replies


def reply(text: str, *, buttons: tuple[dict[str, str], ...] = (), **record: Any) -> dict[str, Any]:
    return {"text": text, "buttons": list(buttons), "metadata": {**RECORD, **record}}


def said(call: Outgoing) -> str:
    return str(call.params["text"])


def titles(call: Outgoing) -> list[list[str]]:
    markup: Any = call.params.get("reply_markup", {"inline_keyboard": []})
    return [[each["text"] for each in row] for row in markup["inline_keyboard"]]


def test_every_answer_is_one_message_with_its_words_its_buttons_and_thumbs(library: Library) -> None:
    for topic in library.topics.values():
        answer = compose.answer(topic, library)
        (call,) = render(from_rasa(answer))
        lead_on = "\n\nRead on, or write your own question:"
        assert plain(said(call)) == answer.text + lead_on
        assert [title for row in titles(call) for title in row][: len(answer.buttons)] == [
            b.title for b in answer.buttons
        ]
        assert titles(call)[-1] == ["👍", "👎"]


def test_every_longer_answer_too(library: Library) -> None:
    for topic in (topic for topic in library.topics.values() if topic.more):
        (call,) = render(from_rasa(compose.longer_answer(topic, library, f"{topic.title}, in more detail")))
        assert said(call).startswith("<b>")
        assert titles(call)[-1] == ["👍", "👎"]


def test_the_title_is_bold_and_the_sources_are_linked(library: Library) -> None:
    (call,) = render(from_rasa(compose.answer(library.topics["staging.ms"], library)))
    assert said(call).startswith("<b>Stage MS, and stage 4S</b>\n\nStage MS is for children")
    assert '<i>Source:</i> <a href="https://www.cancer.gov/types/neuroblastoma' in said(call)
    assert ">National Cancer Institute (2025)</a>" in said(call)
    assert "<i>Ask your doctor:</i> “Is my child&#x27;s stage MS" in said(call)


def test_what_looks_like_html_is_shown_as_it_is() -> None:
    (call,) = render([reply("<b>Title</b> & more\n\n<a href='x'>y</a>", outcome="clarify")])
    assert plain(said(call)) == "<b>Title</b> & more\n\n<a href='x'>y</a>"
    assert "<b>" not in said(call)


def test_a_message_that_only_leads_on_to_buttons_is_joined_to_the_one_before() -> None:
    (call,) = render([reply("One.\n\nTwo."), reply("Read on:", buttons=(MORE,))])
    assert plain(said(call)) == "One.\n\nTwo.\n\nRead on:"
    assert titles(call)[0] == ["Tell me more"]


def test_a_second_answer_is_a_message_of_its_own() -> None:
    first, second = render([reply("One."), reply("Two.", topic="staging.m")])
    assert (plain(said(first)), plain(said(second))) == ("One.", "Two.")


def test_a_message_with_buttons_of_its_own_is_not_joined_to() -> None:
    assert len(render([reply("One.", buttons=(MORE,)), reply("Two.", buttons=(MORE,))])) == 2


def test_a_long_answer_is_split_with_sources_and_buttons_on_the_last_part() -> None:
    paragraph = "This is one sentence of many. " * 60
    calls = render([reply(f"Title\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n\n{SOURCE}\n\nAsk.", buttons=(MORE,))])
    assert len(calls) == 2
    assert all(size(plain(said(call))) <= MOST for call in calls)
    assert plain(said(calls[-1])).endswith(f"{SOURCE}\n\nAsk.")
    assert [bool(titles(call)) for call in calls] == [False, True]
    assert SOURCE not in plain(said(calls[0]))


def test_signs_that_grow_when_escaped_do_not_split_a_message() -> None:
    assert len(render([reply("&" * MOST)])) == 1


def test_a_part_of_the_menu_has_no_thumbs() -> None:
    (call,) = render([reply("Choose a part.", buttons=(MORE,), outcome="small_talk", topic=None)])
    assert titles(call) == [["Tell me more"]]


@pytest.mark.parametrize("outcome", ["emergency", "self_harm"])
def test_a_safety_reply_must_arrive(outcome: str) -> None:
    (call,) = render([reply("Call 112 now.", outcome=outcome, topic=None)])
    assert call.safety
    assert titles(call) == []


def test_an_answer_need_not_arrive_twice() -> None:
    assert not render([reply("One.")])[0].safety


@pytest.mark.parametrize(
    ("topic", "offered"),
    [("treatment.high-risk", True), ("staging.l1", True), ("risk.groups", True), ("tests.ct", False)],
)
def test_a_picture_is_offered_where_there_is_one(topic: str, *, offered: bool) -> None:
    (call,) = render([reply("One.", topic=topic)])
    assert (["See it as a picture"] in titles(call)) == offered


def test_a_button_asks_for_what_the_assistant_put_on_it() -> None:
    (call,) = render([reply("One.", buttons=(MORE,))])
    markup: Any = call.params["reply_markup"]
    press = read(markup["inline_keyboard"][0][0]["callback_data"])
    assert press
    assert payload_of(press.rest) == MORE["payload"]


def test_buttons_without_words_get_a_line_to_stand_under() -> None:
    (call,) = render([{"text": "", "buttons": [MORE]}])
    assert said(call) == "Choose one, or write your own question."


@pytest.mark.parametrize("nothing", [[], [{}], [{"text": None}], [{"text": " \n "}]])
def test_nothing_said_is_no_message(nothing: list[dict[str, Any]]) -> None:
    assert render(nothing) == ()


def test_links_have_no_preview() -> None:
    assert render([reply("https://www.cancer.gov")])[0].params["link_preview_options"] == {"is_disabled": True}


def test_a_list_to_print_comes_as_a_page_after_its_text() -> None:
    said, page = render([reply("Here is your list.", sheet=["Why this drug?", "What next?"])])
    assert said.method == "sendMessage"
    assert page.method == "sendDocument"
    key = str(page.params["document"]["bytes_key"])  # type: ignore[index,call-overload]
    assert key.startswith(SHEET)
    assert json.loads(key.removeprefix(SHEET)) == ["Why this drug?", "What next?"]
