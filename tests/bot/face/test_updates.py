"""Every kind of update of ``tests/bot/updates/`` means what its file says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.face.incoming import Act, Ask, Decision, Say
from bot.face.kinds import ALLOWED_UPDATES, decide, words
from bot.face.known import Known
from bot.face.outgoing import Outgoing

FOLDER = Path(__file__).parent.parent / "updates"
RECORDED = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
KNOWN = Known(username="companion_bot")

# Bot API 9: what `Update` may hold. A kind that Telegram adds is "unknown_kind" until it gets a file of its own.
KINDS = {
    *("message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message"),
    *("edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count"),
    *("inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query"),
    *("purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request"),
    *("chat_boost", "removed_chat_boost"),
}


def _on_buttons(messages: tuple[Outgoing, ...], name: str) -> list[Any]:
    markups: list[Any] = [m.params.get("reply_markup", {"inline_keyboard": []}) for m in messages]
    return [button.get(name) for markup in markups for row in markup["inline_keyboard"] for button in row]


def _said(messages: tuple[Outgoing, ...]) -> str:
    return "\n".join(str(m.params.get("text") or m.params.get("caption") or "") for m in messages)


def _asks(decision: Decision, expected: dict[str, Any]) -> None:
    assert isinstance(decision, Ask)
    assert decision.text == expected["text"]
    assert decision.payload == expected.get("payload", False)
    assert expected.get("before", "") in _said(decision.before)
    assert bool(decision.before) == ("before" in expected)


def _says(decision: Decision, expected: dict[str, Any]) -> None:
    assert isinstance(decision, Say)
    assert [bit for bit in expected["says"] if bit not in _said(decision.messages)] == []
    assert [title for title in expected.get("buttons", []) if title not in _on_buttons(decision.messages, "text")] == []
    assert decision.once == expected.get("once")
    assert decision.messages[0].method == expected.get("method", "sendMessage")
    assert decision.messages[0].safety == expected.get("safety", False)
    assert ("reply_parameters" in decision.messages[0].params) >= expected.get("replies_to", False)
    assert expected.get("link") in [None, *_on_buttons(decision.messages, "url")]


def _acts(decision: Decision, expected: dict[str, Any]) -> None:
    assert isinstance(decision, Act)
    assert (decision.what, dict(decision.args)) == (expected["what"], expected["args"])


CHECKS = {"ask": _asks, "say": _says, "act": _acts}


@pytest.mark.parametrize("name", RECORDED)
def test_an_update_means_what_its_file_says(name: str) -> None:
    recorded = RECORDED[name]
    decision = decide(recorded["update"], recorded.get("language"), KNOWN)
    check = CHECKS.get(recorded["expected"]["does"])
    if check:
        check(decision, recorded["expected"])
    else:
        assert decision is None


def test_every_kind_of_update_has_a_file() -> None:
    covered = {kind for recorded in RECORDED.values() for kind in recorded["update"]}
    assert covered >= KINDS


def test_every_file_says_why() -> None:
    assert [name for name, recorded in RECORDED.items() if not recorded["why"]] == []


def test_all_that_is_not_nothing_is_asked_for() -> None:
    decided = {
        kind
        for recorded in RECORDED.values()
        for kind in recorded["update"]
        if kind in KINDS and decide(recorded["update"], None, KNOWN) is not None
    }
    assert decided == set(ALLOWED_UPDATES)


def test_what_a_family_wrote_can_be_screened_and_talk_in_groups_is_not() -> None:
    screened = {name for name, recorded in RECORDED.items() if words(recorded["update"])}
    assert {"language_es", "edited", "photo_with_caption", "text_5000_characters", "command_help"} <= screened
    assert [
        name for name in screened if name.startswith(("group", "another", "channel", "callback", "edited_in"))
    ] == []


def test_only_what_the_assistant_offers_reaches_it_with_a_slash() -> None:
    asked = [decide(r["update"], None, KNOWN) for r in RECORDED.values()]
    assert [a.text for a in asked if isinstance(a, Ask) and a.text.startswith("/") and not a.payload] == []
