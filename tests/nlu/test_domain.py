"""The lists in domain.yml and nlu/rules.yml follow the questions."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from nlu import domain
from nlu.domain import BEGIN, END, rewritten
from tests.support.content import intents, library

MARKED = f"before: 1\n{BEGIN}\nold: [list]\n{END}\nafter: 2\n"


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = library()  # before it is replaced: it reads with what is replaced
    monkeypatch.setattr(domain.Library, "load", lambda: read)


def test_what_is_outside_the_marks_is_kept() -> None:
    assert rewritten(MARKED, ["new:", "  - one"]) == f"before: 1\n{BEGIN}\nnew:\n  - one\n{END}\nafter: 2\n"


def test_writing_twice_changes_nothing_more() -> None:
    once = rewritten(MARKED, ["new: 1"])
    assert once != MARKED
    assert rewritten(once, ["new: 1"]) == once


@pytest.mark.parametrize("text", ["", "intents: []\n", f"{BEGIN}\n", f"{END}\n", f"{END}\n{BEGIN}\n"])
def test_without_both_marks_in_order_nothing_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="restore them"):
        rewritten(text, ["new: 1"])


def test_the_real_files_are_in_step(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["domain", "--check"])
    assert domain.main() == 0
    assert capsys.readouterr().out == ""


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The two files, writable, each with an intent too few."""
    read = list(intents())
    monkeypatch.setattr(domain, "intents", lambda: read)
    for name, path in (("DOMAIN", domain.DOMAIN), ("RULES", domain.RULES)):
        copy = tmp_path / path.name
        text = re.sub(r"- (intent: )?staging\.ms\n", r"- \g<1>gone\n", path.read_text(encoding="utf-8"))
        copy.write_text(text, encoding="utf-8")
        monkeypatch.setattr(domain, name, copy)
    return domain.DOMAIN, domain.RULES


def test_check_names_what_is_stale_and_leaves_it(
    copies: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = [path.read_bytes() for path in copies]
    monkeypatch.setattr(sys, "argv", ["domain", "--check"])
    assert domain.main() == 1
    assert capsys.readouterr().out == (
        "domain.yml, rules.yml: not in step with nlu/questions; run `python -m nlu.domain`\n"
    )
    assert [path.read_bytes() for path in copies] == before


def test_without_check_they_are_mended(copies: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["domain"])
    assert domain.main() == 0
    assert copies[0].read_bytes() == (domain.ROOT / "domain.yml").read_bytes()
    assert copies[1].read_bytes() == (domain.ROOT / "nlu" / "rules.yml").read_bytes()
