"""Consent and thumbs reach the turns they are about, and are given out with the conversation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rasa_channel.asking import Asking


def test_a_turn_holds_what_was_said_and_understood(asking: Asking) -> None:
    record = asking.ask("what does stage MS mean")[-1]["metadata"]
    (turn,) = asking.kept()["turns"]
    assert (turn["topic"], turn["version"], turn["outcome"]) == ("staging.ms", record["version"], "answered")
    assert (turn["channel"], turn["language"], turn["number"]) == ("telegram", "en", 1)
    assert turn["body"]["said"] == "what does stage MS mean"
    assert turn["seconds"] > 0


def test_a_thumb_is_on_the_turn(asking: Asking) -> None:
    record = asking.ask("what does stage MS mean")[-1]["metadata"]
    body = {"topic": record["topic"], "version": record["version"], "verdict": "down"}
    assert asking.opine("POST", "feedback", body).json() == {"rated": True}
    assert asking.kept()["turns"][0]["feedback"] == "down"
    assert asking.opine("POST", "feedback", {**body, "verdict": None}).json() == {"rated": True}
    assert "feedback" not in asking.kept()["turns"][0]
    assert asking.opine("POST", "feedback", {**body, "version": "another"}).json() == {"rated": False}


def test_consent_is_given_and_taken_back(asking: Asking) -> None:
    asking.ask("hello")
    assert asking.kept()["consent"] == {"given": False}
    assert asking.opine("PUT", "consent", {"given": True}).json() == {"given": True}
    assert asking.kept()["consent"]["given"] is True
    asking.opine("PUT", "consent", {"given": False})
    assert asking.kept()["consent"]["given"] is False


@pytest.mark.parametrize(
    ("method", "what", "body", "named"),
    [
        ("PUT", "consent", {}, "given"),
        ("PUT", "consent", {"given": "yes"}, "given"),
        ("PUT", "consent", [], "given"),
        ("POST", "feedback", {"topic": "t", "version": "v"}, "verdict"),
        ("POST", "feedback", {"topic": "t", "version": "v", "verdict": "great"}, "verdict"),
        ("POST", "feedback", {"version": "v", "verdict": "up"}, "topic"),
        ("POST", "feedback", None, "topic"),
    ],
)
def test_what_is_no_opinion_is_refused_by_name(asking: Asking, method: str, what: str, body: Any, named: str) -> None:
    answer = asking.opine(method, what, body)
    assert answer.status_code == 400
    assert f"`{named}`" in answer.json()["error"]


def test_erasing_gives_a_receipt_once(asking: Asking) -> None:
    asking.ask("what does stage MS mean")
    erased = asking.client.delete(f"/conversations/{asking.sender}").json()
    assert erased["receipt"]
    assert erased["counts"]["turns"] == 1
    assert asking.client.delete(f"/conversations/{asking.sender}").json()["receipt"] is None
