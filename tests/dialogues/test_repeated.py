"""However often a family sends the same, the assistant never gets stuck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Talk


REPEATED = {
    "greeting": "Hello there",
    "question": "What is chemotherapy for?",
    "more": "tell me more",
    "why": "why",
    "sources": "Where did you get that from?",
    "menu": "Please show me the menu",
    "word": "can you explain that word",
    "again": "Can you say that again please?",
    "no": "No, none of those",
    "out-of-scope": "Will it rain in Paris tomorrow?",
    "not-covered": "How much will all this cost us?",
    "vague": "scan",
    "nonsense": "qwrtz plmk",
    "button": "/staging.ms",
}


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED.keys())
@pytest.mark.parametrize("before", [[], ["/staging.ms"]], ids=["at-the-start", "after-an-answer"])
def test_the_same_message_never_gets_the_same_reply_three_times(text: str, before: list[str], assistant: Talk) -> None:
    texts = [answer.text for answer in assistant.converse([*before, *[text] * 5])][len(before) :]
    assert all(texts)
    assert [texts[at] for at in range(3) if len(set(texts[at : at + 3])) == 1] == []


def test_conversations_know_nothing_of_each_other(assistant: Talk) -> None:
    assert assistant.converse(["/staging.ms", "tell me more"])[-1].topic == "staging.ms"
    assert assistant.converse(["tell me more"])[-1].topic is None


def test_a_dialogue_held_twice_is_the_same(assistant: Talk) -> None:
    turns = ["What does stage L1 mean for us?", "And for stage M?", "tell me more"]
    assert assistant.converse(turns) == assistant.converse(turns)
