"""Answers are written in the order of the questions, however they were shared out. No model is asked here."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from evaluation import ask as module
from evaluation.ask import answers, ask, say
from evaluation.rows import BadRow, Question

MODEL = Path("no-model")


def _echo(model: Path, rows: list[tuple[str, list[str]]]) -> list[list[dict[str, Any]]]:
    """Answers each turn with the conversation's name and the turn itself."""
    return [[{"text": f"{name} {turn}", "buttons": []} for turn in turns] for name, turns in rows]


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_work", _echo)
    monkeypatch.setattr(module, "ProcessPoolExecutor", ThreadPoolExecutor)


def test_answers_come_in_order_one_a_turn() -> None:
    questions = [Question(f"q{number}", ["a", "b"][: 1 + number % 2], {}) for number in range(57)]
    found = list(answers(questions, MODEL, 3))
    assert [len(replies) for replies in found] == [len(question.turns) for question in questions]
    assert [replies[0]["text"] for replies in found] == [f"{number}-q{number} a" for number in range(57)]


def test_conversations_of_one_id_are_held_apart() -> None:
    found = list(answers([Question("same", ["a"], {}), Question("same", ["a"], {})], MODEL, 1))
    assert found[0] != found[1]


def test_no_questions_no_answers() -> None:
    assert list(answers([], MODEL, 2)) == []


def test_a_line_of_json_is_written_for_each_question(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "é", "turns": ["is it 😀", "b"]}\n\n{"id": 2, "turns": ["c"]}\n', encoding="utf-8")
    assert ask(source, target, MODEL, 1) == 2
    lines = target.read_text(encoding="utf-8").split("\n")
    assert [json.loads(line)["id"] for line in lines[:-1]] == ["é", "2"]
    assert [reply["text"] for reply in json.loads(lines[0])["replies"]] == ["0-é is it 😀", "0-é b"]
    assert lines[-1] == ""


def test_a_bad_row_is_told_before_anything_is_asked_or_written(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"turns": ["a"]}\nnonsense\n', encoding="utf-8")
    with pytest.raises(BadRow, match=r"in\.jsonl:2"):
        ask(source, target, MODEL, 1)
    assert not target.exists()


def test_saying_one_thing_shows_text_and_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    assert say("hello", MODEL) == "one hello"
    reply = {"text": "Hi.", "buttons": [{"title": "Menu", "payload": "/m"}, {"title": "No", "payload": "/n"}]}
    monkeypatch.setattr(module, "_work", lambda model, rows: [[reply]])
    assert say("hello", MODEL) == "Hi.\n\n  [Menu]\n  [No]"
