"""The editors' command."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.__main__ import main


def test_it_prints_category_rule_and_phrase(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["well, HE CANNOT BREATHE now"]) == 0
    category, rule, phrase = capsys.readouterr().out.strip().split("\t")
    assert (category, rule) == ("emergency", "emergency.breathing")
    assert "CANNOT BREATHE" in phrase


def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["what is an mri"]) == 0
    assert capsys.readouterr().out == "none\n"


def test_a_file_is_read_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("i want to die\n\nwhat is ldh\n", encoding="utf-8")
    assert main(["--lines", str(path)]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["self_harm", "none"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_file_that_cannot_be_read_gets_one_line(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lines.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["--lines", str(path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("safety: ")
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["a", "--lines", "b"], ["--odd"]])
def test_bad_arguments_end_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
