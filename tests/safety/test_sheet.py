"""The page of questions: always one page, every question on it or counted, room to write, no name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from safety import sheet
from safety.reply_questions import references
from safety.sheet import pdf
from safety.sheet_layout import LONGEST_WORD, MOST_RULES, Layout, fitted

QUESTIONS = list(references().values())
HEIGHT, WIDTH = 550.0, 450.0


def _split(text: str, size: float, width: float) -> list[str]:
    """Lines of letters half as wide as high."""
    most, lines = int(width / (size / 2)), [""]
    for word in text.split():
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < most else [*lines, word]
    return lines


def _pages(document: bytes) -> int:
    return len(PdfReader(BytesIO(document)).pages)


def _words(document: bytes) -> str:
    """What stands on the page, as a reader of PDFs finds it."""
    return " ".join(PdfReader(BytesIO(document)).pages[0].extract_text().split())


@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("count", [1, 3, 8, 20, 60])
def test_it_is_one_page_however_many_questions(count: int, page: str) -> None:
    document = pdf((QUESTIONS * 3)[:count], page)
    assert document.startswith(b"%PDF-")
    assert _pages(document) == 1


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_twenty_questions_all_stand_on_it(page: str) -> None:
    said = _words(pdf(QUESTIONS[:20], page))
    assert [question for question in QUESTIONS[:20] if question not in said] == []
    assert "did not fit" not in said


def test_what_does_not_fit_is_counted() -> None:
    said = _words(pdf((QUESTIONS * 3)[:60]))
    shown = len(re.findall(r"\b\d{1,2}\. [A-Z]", said))
    assert 20 <= shown < 60
    assert f"{60 - shown} more on your list did not fit." in said


def test_it_carries_no_name_and_says_whom_to_call() -> None:
    said = _words(pdf(["Why?"]))
    assert "call the number the hospital gave you" in said
    assert not re.search(r"\bname\b|neuroblastoma", said, re.IGNORECASE)


def test_other_letters_and_marks_are_printed() -> None:
    assert "Was heißt “Größe” für Zoë?" in _words(pdf(["Was heißt “Größe”\n für Zoë?"]))


@pytest.mark.parametrize("question", ["x" * 5_000, "why " * 3_000, "{0} %s <b> & \u0000", "Что это? 这是什么"])
def test_odd_questions_do_no_harm(question: str) -> None:
    assert _pages(pdf([question])) == 1


def test_the_same_questions_make_the_same_page() -> None:
    assert pdf(QUESTIONS[:3]) == pdf(QUESTIONS[:3])


@pytest.mark.parametrize("questions", [[], ["", "  "]])
def test_without_questions_there_is_no_page(questions: list[str]) -> None:
    with pytest.raises(ValueError, match="no questions to print; give at least one"):
        pdf(questions)


def test_another_page_is_told() -> None:
    with pytest.raises(ValueError, match="there is no page `A3`; use one of A4, Letter"):
        pdf(["Why?"], "A3")


def _heights(layout: Layout) -> float:
    return sum(map(layout.height, layout.blocks))


def test_few_questions_have_much_room_and_many_less() -> None:
    layouts = [fitted(QUESTIONS[:count], _split, WIDTH, HEIGHT) for count in (1, 5, 10, 20)]
    assert layouts[0].rules == MOST_RULES
    rooms = [layout.rules * layout.room for layout in layouts]
    assert rooms == sorted(rooms, reverse=True)
    assert all(layout.rules >= 1 and layout.room >= 12 for layout in layouts)
    assert all(_heights(layout) <= HEIGHT + 0.01 for layout in layouts)


def test_a_question_or_a_word_too_long_is_cut_and_says_so() -> None:
    [block] = fitted(["why " * 500], _split, WIDTH, HEIGHT).blocks
    assert block[-1].endswith(" …")
    [block] = fitted(["x" * 500], _split, WIDTH, HEIGHT).blocks
    assert block == ("x" * LONGEST_WORD + "…",)


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    assert sheet.main([str(tmp_path / "out.pdf"), "Why?", "When?"]) == 0
    assert _pages((tmp_path / "out.pdf").read_bytes()) == 1


@pytest.mark.parametrize("args", [[], ["out.pdf"], ["no/such/folder/out.pdf", "Why?"], ["out.pdf", " "]])
def test_the_command_tells_in_one_line_what_is_missing(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert sheet.main(args) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
