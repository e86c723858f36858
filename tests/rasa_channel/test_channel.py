"""The channel inside the real Rasa: who may ask, what comes back, and that an update is handled once."""

from __future__ import annotations

import httpx
import pytest

from tests.rasa_channel.asking import Asking


def test_an_answer_comes_with_buttons_and_its_record(asking: Asking) -> None:
    replies = asking.ask("what does stage MS mean")
    assert "younger than 18 months" in replies[0]["text"]
    record = replies[-1]["metadata"]
    assert (record["outcome"], record["topic"]) == ("answered", "staging.ms")
    assert record["version"]
    assert all({"title", "payload"} == set(button) for button in replies[-1]["buttons"])
    assert replies[-1]["buttons"]


@pytest.mark.parametrize("shown", [None, "", "Bearer", "Bearer wrong", "Basic channel-secret-for-tests"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_without_the_secret_nothing_is_told(rasa_url: str, method: str, shown: str | None) -> None:
    path = "/webhook" if method == "POST" else "/conversations/family1"
    headers = {} if shown is None else {"Authorization": shown}
    answer = httpx.request(method, f"{rasa_url}/webhooks/companion{path}", headers=headers)
    assert answer.status_code == 401
    assert "replies" not in answer.text


@pytest.mark.parametrize("path", ["/webhooks/rest/webhook", "/model/parse", "/conversations/family1/tracker"])
def test_rasas_own_ways_in_are_shut(rasa_url: str, path: str) -> None:
    assert httpx.post(f"{rasa_url}{path}", json={"sender": "x", "message": "hi", "text": "hi"}).status_code == 404


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"text": ""}, "text"),
        ({"text": 5}, "text"),
        ({"sender": None}, "sender"),
        ({"update_id": "7"}, "update_id"),
        ({"sender": "f" * 65}, "sender"),
    ],
)
def test_a_request_that_is_no_question_is_refused_by_name(
    client: httpx.Client, change: dict[str, object], named: str
) -> None:
    body = {"sender": "family0", "text": "hi", "update_id": 1, **change}
    answer = client.post("/webhook", json=body)
    assert answer.status_code == 400
    assert f"`{named}`" in answer.json()["error"]


def test_an_update_asked_again_gets_the_same_answer_and_is_kept_once(asking: Asking) -> None:
    first = asking.ask("what does stage MS mean", update_id=7)
    assert asking.ask("what does stage MS mean", update_id=7) == first
    said = [line["who"] for line in asking.kept()["said"]]
    assert said.count("family") == 1


def test_the_next_update_is_a_turn_of_its_own_though_its_words_are_the_same(asking: Asking) -> None:
    asking.ask("tell me more", update_id=7)
    asking.ask("tell me more", update_id=8)
    assert [line["who"] for line in asking.kept()["said"]].count("family") == 2


def test_what_a_family_told_is_remembered_over_many_sessions(asking: Asking) -> None:
    asking.ask("they told us it is intermediate risk")
    for _ in range(9):
        asking.ask("what is an mibg scan")
    asking.ask("they told us it is intermediate risk")
    assert asking.kept()["remembered"]["risk_group"] == "intermediate"
    assert "intermediate" in asking.ask("how will they treat her")[0]["text"].lower()


def test_what_was_said_is_given_out_in_order_over_all_sessions(asking: Asking) -> None:
    for number in range(6):
        asking.ask(f"hello number {number}")
    family = [line["text"] for line in asking.kept()["said"] if line["who"] == "family"]
    assert family == [f"hello number {number}" for number in range(6)]


def test_an_erased_conversation_is_gone_and_begins_anew(asking: Asking) -> None:
    asking.ask("our doctor says it is stage MS")
    asking.forget()
    assert asking.kept() == {"said": [], "remembered": {}, "turns": [], "consent": {"given": False}}
    asking.forget()
    assert asking.ask("hello")
    assert [line["who"] for line in asking.kept()["said"]].count("family") == 1
