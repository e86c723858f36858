"""Answers are judged by what they were worth to the family."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.score import Judged, Verdict, judge, per_turn, shares, verdict

RIGHT, OFFERED, WRONG, DECLINED = Verdict


def _reply(outcome: str, topic: str | None = None, *suggestions: str) -> dict[str, Any]:
    return {"outcome": outcome, "topic": topic, "suggestions": list(suggestions)}


@pytest.mark.parametrize(
    ("reply", "expected", "worth"),
    [
        (_reply("answered", "a"), ["a"], RIGHT),
        (_reply("answered", "b"), ["a", "b"], RIGHT),
        (_reply("answered", "c"), ["a", "b"], WRONG),
        (_reply("answered", "c", "a"), ["a"], WRONG),
        (_reply("answered", "c"), [], WRONG),
        (_reply("clarify", None, "c", "a"), ["a"], OFFERED),
        (_reply("clarify", "a", "c"), ["a"], DECLINED),
        (_reply("declined"), ["a"], DECLINED),
        (_reply("unavailable"), ["a"], DECLINED),
        (_reply("declined"), [], RIGHT),
        (_reply("small_talk"), [], RIGHT),
        (_reply("clarify", None, "a"), [], RIGHT),
    ],
)
def test_what_an_answer_was_worth(reply: dict[str, Any], expected: list[str], worth: Verdict) -> None:
    assert verdict(reply, expected) is worth


@pytest.mark.parametrize(
    ("expected", "turns", "wanted"),
    [
        (["a", "b"], 1, [("a", "b")]),
        ([], 1, [()]),
        ([["a", "b"]], 1, [("a", "b")]),
        ([["a"], [], ["b", "c"]], 3, [("a",), (), ("b", "c")]),
    ],
)
def test_a_row_lists_its_topics_by_turn(expected: list[Any], turns: int, wanted: list[tuple[str, ...]]) -> None:
    assert per_turn(expected, turns) == wanted


def test_every_turn_is_judged() -> None:
    row = {"id": "c-1", "kind": "conversation", "turns": ["what", "how"], "expected": [["a"], ["b"]]}
    replies = [_reply("answered", "a"), _reply("clarify", None, "b")]
    assert judge(row, replies) == [
        Judged("c-1", "conversation", 0, "what", ("a",), replies[0], RIGHT),
        Judged("c-1", "conversation", 1, "how", ("b",), replies[1], OFFERED),
    ]


@pytest.mark.parametrize("missing", ["replies", "expected"])
def test_a_turn_without_an_answer_or_a_wish_is_not_passed_over(missing: str) -> None:
    lists: dict[str, list[Any]] = {"replies": [_reply("answered", "a")] * 2, "expected": [["a"], ["b"]]}
    lists[missing].pop()
    row = {"id": "c-1", "kind": "conversation", "turns": ["what", "how"], "expected": lists["expected"]}
    with pytest.raises(ValueError, match="shorter"):
        judge(row, lists["replies"])


def test_shares_are_of_all_that_was_judged() -> None:
    row = {"id": "t", "kind": "topic", "turns": ["x"], "expected": ["a"]}
    replies = [_reply("answered", "a")] * 2 + [_reply("answered", "b"), _reply("declined")]
    judged = [one for reply in replies for one in judge(row, [reply])]
    assert shares(judged) == {RIGHT: 0.5, OFFERED: 0.0, WRONG: 0.25, DECLINED: 0.25}


def test_of_nothing_all_shares_are_none() -> None:
    assert shares([]) == {RIGHT: 0, OFFERED: 0, WRONG: 0, DECLINED: 0}
