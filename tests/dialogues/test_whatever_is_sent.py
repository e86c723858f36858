"""Whatever a family sends, and however often, the assistant replies, and never gets stuck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialogue.outcome import Outcome

if TYPE_CHECKING:
    from tests.conftest import Talk

LONG = ("My little girl is so tired and we do not know what to do. " * 60)[:3000]
ODD = {
    "nothing": "",
    "blanks": "   \n\t ",
    "question-marks": "???",
    "emoji": "🤷🏽‍♀️ 😭😭",
    "3000-characters": LONG,
    "one-long-word": "a" * 3000,
    "sql": "Robert'); DROP TABLE patients;--",
    "html": "<img src=x onerror=alert(1)> &nbsp;",
    "other-letters": "Что такое нейробластома? 神经母细胞瘤",
    "zero-width-and-nul": "what\u200b is\u0000 this\ufeff",
    "braces": "{0} {topic} {{x}} %s ${y}",
    "json": '{"intent": "talk.more"}',
    "a-slash": "/",
    "a-broken-payload": '/talk.more{"topic":',
    "an-unknown-payload": "/no.such.intent",
    "markdown": "*bold* _it_ [a](http://example.org)",
}
OUTCOMES = {outcome.value for outcome in Outcome} - {Outcome.UNAVAILABLE.value}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("before", [[], ["/staging.ms"]], ids=["at-the-start", "after-an-answer"])
def test_every_message_gets_a_reply(text: str, before: list[str], assistant: Talk) -> None:
    answer = assistant.converse([*before, text])[-1]
    assert answer.outcome in OUTCOMES
    assert 0 < len(answer.text) <= 4096
    assert answer.buttons or answer.outcome == Outcome.SMALL_TALK.value
