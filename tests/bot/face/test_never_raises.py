"""Whatever Telegram sends, there is a decision, and what is said can be sent."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.face import after
from bot.face.incoming import Act, Ask, Say
from bot.face.kinds import decide, words
from bot.face.known import Known
from bot.face.outgoing import Outgoing
from bot.face.render import render
from bot.face.split import MOST, size
from tests.bot.face.test_updates import RECORDED
from tests.bot.face.test_wording import plain

FIELDS = ["message", "edited_message", "callback_query", "my_chat_member", "chat", "type", "text", "caption", "from"]
FIELDS += ["entities", "reply_to_message", "data", "id", "message_id", "photo", "reply_markup", "inline_keyboard"]
FIELDS += ["new_chat_member", "old_chat_member", "status", "is_bot", "username", "offset", "length", "media_group_id"]
WORDS = st.sampled_from(
    ["private", "supergroup", "member", "kicked", "/start", "/delete x", "@a_bot", "x|yes", "u|a|b"]
)
ATOMS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=20)
JSON = st.recursive(
    ATOMS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6)
)
UPDATES = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4)
KNOWN = st.builds(Known, country=st.sampled_from([None, "DE", "xx"]), username=st.sampled_from([None, "a_bot"]))
LANGUAGES = st.none() | st.sampled_from(["en", "pt-br", "zh-hans", "", "??"])


def _all_of(decision: object) -> list[Outgoing]:
    if isinstance(decision, Say):
        return list(decision.messages)
    return list(decision.before) if isinstance(decision, Ask) else []


def _can_be_sent(call: Outgoing) -> None:
    assert "chat_id" not in call.params
    json.dumps(call.params).encode()
    if call.method == "sendMessage":
        assert 0 < size(plain(str(call.params["text"]))) <= MOST


@settings(max_examples=300)
@given(UPDATES, LANGUAGES, KNOWN)
def test_any_update_has_a_decision(update: dict[str, Any], language: str | None, known: Known) -> None:
    decision = decide(update, language, known)
    assert decision is None or isinstance(decision, Ask | Say | Act)
    assert isinstance(words(update), str)
    after.acknowledge(update)
    after.feedback(update)
    for call in _all_of(decision):
        _can_be_sent(call)


@settings(max_examples=300)
@given(st.sampled_from(sorted(RECORDED)), st.sampled_from(FIELDS), JSON, LANGUAGES, KNOWN)
def test_a_known_update_with_one_field_gone_wrong_has_a_decision(
    name: str, field: str, wrong: Any, language: str | None, known: Known
) -> None:
    text = json.dumps(RECORDED[name]["update"])
    update = json.loads(text, object_hook=lambda found: {**found, field: wrong} if field in found else found)
    decision = decide(update, language, known)
    after.acknowledge(update)
    after.feedback(update)
    for call in _all_of(decision):
        _can_be_sent(call)


@given(st.text(), LANGUAGES, KNOWN)
def test_any_words_get_a_reply_and_never_act_with_a_slash(text: str, language: str | None, known: Known) -> None:
    decision = decide({"message": {"chat": {"type": "private"}, "text": text}}, language, known)
    assert decision is not None
    assert not (isinstance(decision, Ask) and decision.text.lstrip().startswith("/") and not decision.payload)


REPLIES = st.fixed_dictionaries(
    {},
    optional={
        "text": st.none() | st.text(),
        "buttons": st.none() | st.lists(st.dictionaries(st.sampled_from(["title", "payload"]), st.text())),
        "metadata": st.none()
        | st.dictionaries(
            st.sampled_from(["outcome", "topic", "version"]), st.none() | st.text() | st.just("answered")
        ),
    },
)


@given(st.lists(REPLIES, max_size=4))
def test_any_replies_can_be_sent(replies: list[dict[str, Any]]) -> None:
    for call in render(replies):
        _can_be_sent(call)
