"""Questions are read line by line, and a line that is none is named with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.rows import BadRow, read_questions

GOOD = '{"id": "q1", "turns": ["what is stage MS", "and L1?"]}'


def _file(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _fault(path: Path) -> str:
    with pytest.raises(BadRow) as raised:
        list(read_questions(path))
    return str(raised.value)


def test_questions_come_in_their_order_with_all_they_carry(tmp_path: Path) -> None:
    path = _file(tmp_path, f'{GOOD}\n\n  \n{{"id": 7, "turns": [""], "kind": "topic"}}\n')
    first, second = read_questions(path)
    assert (first.id, first.turns) == ("q1", ["what is stage MS", "and L1?"])
    assert (second.id, second.turns, second.raw["kind"]) == ("7", [""], "topic")


def test_a_row_without_an_id_is_called_by_its_place(tmp_path: Path) -> None:
    path = _file(tmp_path, '\n{"turns": ["hello"]}')
    (question,) = read_questions(path)
    assert question.id == f"{path}:2"


def test_an_empty_file_holds_no_questions(tmp_path: Path) -> None:
    assert list(read_questions(_file(tmp_path, "\n \n"))) == []


@pytest.mark.parametrize("line", ["what is stage MS", '{"turns": ["a"]', "{'turns': ['a']}"])
def test_what_is_not_json_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    path = _file(tmp_path, f"{GOOD}\n\n{line}\n")
    assert _fault(path) == f"{path}:3: not JSON; write one JSON object a line"


@pytest.mark.parametrize(
    "line", ['{"id": "q"}', '{"turns": []}', '{"turns": "hello"}', '{"turns": ["a", 1]}', '{"turns": null}', "[]", "7"]
)
def test_a_row_without_turns_is_named_with_an_example(tmp_path: Path, line: str) -> None:
    path = _file(tmp_path, f"{GOOD}\n{line}")
    assert _fault(path) == f'{path}:2: no turns; write {{"id": "q1", "turns": ["a question"]}}'


def test_the_example_of_the_message_is_a_row(tmp_path: Path) -> None:
    example = _fault(_file(tmp_path, "[]")).partition("write ")[2]
    (question,) = read_questions(_file(tmp_path, example))
    assert (question.id, question.turns) == ("q1", ["a question"])


def test_a_file_in_another_encoding_is_named_with_the_line(tmp_path: Path) -> None:
    path = _file(tmp_path, f"{GOOD}\n".encode() + '{"turns": ["é"]}'.encode("latin-1"))
    assert _fault(path) == f"{path}:2: not UTF-8; save the file as UTF-8"


def test_files_of_other_systems_are_read(tmp_path: Path) -> None:
    path = _file(tmp_path, b"\xef\xbb\xbf" + f"{GOOD}\r\n{GOOD}\r\n".encode())
    assert [question.id for question in read_questions(path)] == ["q1", "q1"]


@pytest.mark.parametrize("mark", ["\u2028", "\u0085", "\x0c"], ids=["separator", "next-line", "escaped-feed"])
def test_a_question_may_hold_odd_line_ends(tmp_path: Path, mark: str) -> None:
    inside = mark if mark >= " " else "\\u000c"
    (question,) = read_questions(_file(tmp_path, f'{{"turns": ["is it{inside}bad"]}}'))
    assert question.turns == [f"is it{mark}bad"]
