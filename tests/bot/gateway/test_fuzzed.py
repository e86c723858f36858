"""Whatever arrives is kept, understood and answered, and what is said can be sent, shown and kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.face.callback import MOST_BYTES
from bot.face.outgoing import Outgoing
from bot.face.split import MOST, size
from bot.gateway.inbox_queue import RawUpdate
from bot.store.database import Database
from tests.bot.face.test_never_raises import FIELDS, JSON, LANGUAGES, UPDATES
from tests.bot.face.test_updates import RECORDED
from tests.bot.gateway.whole_way import House

BRIEF = settings(max_examples=50)
ANY_TEXT = st.text(st.characters(exclude_categories=[]))  # halves of characters too
MARKUP = st.lists(
    st.sampled_from(["<b>", "</a>", '<a href="x">', "&lt;", "&", '"', "x ", "\n\n", "Source: ", "<", "\0"])
)
METHODS = {"sendMessage", "sendPhoto", "sendDocument", "editMessageReplyMarkup"}


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    database = Database("sqlite:///:memory:")
    yield House(database)
    database.close()


class Markup(HTMLParser):
    """Fails at what Telegram refuses, or what a stranger put in: other tags, other attributes, wrong nesting."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("b", "i", "a", "code")
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        assert all(str(value).startswith("https://") for _, value in attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _check(call: Outgoing) -> None:
    assert call.method in METHODS
    json.dumps(call.params).encode()
    text = call.params.get("text", call.params.get("caption"))
    if text is not None:
        reader = Markup()
        reader.feed(str(text))
        reader.close()
        assert reader.open == []
        assert size(str(text)) <= 2 * MOST  # Telegram counts what is left when the markup is read
    markup: Any = call.params.get("reply_markup") or {"inline_keyboard": []}
    for button in [button for row in markup["inline_keyboard"] for button in row]:
        assert str(button["text"]).strip()
        assert 1 <= len(button.get("callback_data", "x").encode()) <= MOST_BYTES


def _goes_the_whole_way(house: House, update: dict[str, Any]) -> list[Outgoing]:
    sent = asyncio.run(house.take(update))
    for call in sent:
        _check(call)
    assert house.too_wide() == []
    return sent


def _message(text: str, **more: Any) -> dict[str, Any]:
    return {"message": {"message_id": 1, "chat": {"id": 7, "type": "private"}, "text": text, **more}}


def _press(data: Any) -> dict[str, Any]:
    message = {"message_id": 1, "chat": {"id": 7, "type": "private"}}
    return {"callback_query": {"id": "1", "from": {"id": 7}, "data": data, "message": message}}


@given(st.binary(max_size=60) | JSON.map(lambda found: json.dumps(found).encode()))
@example(b'{"update_id": 1e999}')
@example(b'{"update_id": %d}' % 2**64)
@example(b"[" * 100_000)
def test_what_is_posted_is_an_update_or_refused(raw: bytes) -> None:
    try:
        update = RawUpdate.read(raw)
    except ValueError:
        return
    assert update.body["update_id"] == update.update_id


@BRIEF
@given(UPDATES)
def test_any_update(house: House, update: dict[str, Any]) -> None:
    _goes_the_whole_way(house, update)


@BRIEF
@given(st.sampled_from(sorted(RECORDED)), st.sampled_from([*FIELDS, "language_code", "date"]), JSON | ANY_TEXT)
@example("text", "id", 2**70)
@example("text", "language_code", "e" * 36)
@example("text", "language_code", "e\0")
@example("text", "date", 2**70)
@example("photo_of_album", "media_group_id", "7" * 90)
@example("callback_thumb_up", "message_id", None)
@example("callback_thumb_up", "message_id", 2**70)
def test_a_known_update_with_one_field_gone_wrong(house: House, name: str, field: str, wrong: Any) -> None:
    text = json.dumps(RECORDED[name]["update"])
    _goes_the_whole_way(
        house, json.loads(text, object_hook=lambda found: {**found, field: wrong} if field in found else found)
    )


@BRIEF
@given(MARKUP.map("".join) | ANY_TEXT)
@example("Source: National Cancer Institute (2025)<b>")
@example("x" * 4096)
def test_any_words_are_answered(house: House, text: str) -> None:
    if text:
        assert _goes_the_whole_way(house, _message(text))


@BRIEF
@given(
    st.sampled_from("rtudpcnsxey"), ANY_TEXT | st.sampled_from(["yes", "no", "a|b", "0", "9" * 30, "DE", "staging.ms"])
)
@example("u", f"{'a' * 90}|b")
@example("r", 'talk.more{"topic": "staging.ms", "x": "' + "y" * 90 + '"}')
def test_any_button_a_stranger_forges_is_answered(house: House, kind: str, rest: str) -> None:
    _goes_the_whole_way(house, _press(f"{kind}|{rest}"))


@BRIEF
@given(LANGUAGES | ANY_TEXT)
def test_any_language_is_kept_or_left_out(house: House, language: str | None) -> None:
    assert _goes_the_whole_way(house, _message("hello", **{"from": {"id": 7, "language_code": language}}))
