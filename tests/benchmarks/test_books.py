"""The books show what was lost, out of order or told twice, and leave what was measured by others where it is."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.proof import page
from benchmarks.proof.books import Books
from tests.support.telegram_server.state import State

ANNA = 5


@pytest.fixture
def books() -> Books:
    """Two questions written, to a server without a socket."""
    books = Books(SimpleNamespace(state=State()), ["first answer", "second answer"])  # type: ignore[arg-type]
    books.written[ANNA] = [0.0, 0.0]
    return books


@pytest.mark.parametrize(
    ("told", "lost", "disordered", "repeated", "apologies"),
    [
        (["first answer", "second answer"], 0, 0, 0, 0),
        (["first answer"], 1, 0, 0, 0),
        (["second answer", "first answer"], 0, 1, 0, 0),
        (["first answer", "first answer", "second answer"], 0, 0, 1, 0),
        (["it takes longer", "first answer", "second answer"], 0, 0, 0, 1),
        ([], 2, 0, 0, 0),
    ],
)
def test_every_message_is_accounted_for(
    books: Books, told: list[str], lost: int, disordered: int, repeated: int, apologies: int
) -> None:
    for text in told:
        books.telegram.state.record("sendMessage", {"chat_id": ANNA, "text": text}, {})
    found = books.findings([ANNA])
    assert (found.messages, found.lost, found.disordered) == (2, lost, disordered)
    assert (found.repeated, found.apologies) == (repeated, apologies)
    assert len(found.waits) == 2 - lost
    assert found.sound is not bool(lost or disordered)


def test_a_part_of_the_page_is_written_anew_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(page.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    page.put("soak", "a table of the soak", tmp_path / "page.md")
    page.put("faults", r"a table \1 of the faults", tmp_path / "page.md")
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "a table of the soak" in text
    assert r"a table \1 of the faults" in text
    assert text.startswith("# What holds")
    with pytest.raises(KeyError, match="has no part weather"):
        page.put("weather", "sun", tmp_path / "page.md")
