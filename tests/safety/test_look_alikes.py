"""Common words are themselves, whatever word of a pattern they lie near."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety import look_alikes
from safety.book import book
from safety.fields import table, words


def test_a_common_word_near_a_known_one_is_listed() -> None:
    assert "heath" not in book().lexicon.words
    assert "heath" in look_alikes.look_alikes(["heath", "zebra", "breathe"])


def test_a_known_word_and_one_far_from_all_are_not_listed() -> None:
    assert not {"zyzzyva", "breathe"} & set(look_alikes.look_alikes(["zyzzyva", "breathe"]))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "look_alikes.yml"
    look_alikes.write(["heath", "wreath"] * 100, path)
    assert words(table(path)["words"], "words") == ["heath", "wreath"] * 100


def test_without_the_list_of_words_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> list[str]:
        raise ModuleNotFoundError

    monkeypatch.setattr(look_alikes, "common_words", missing)
    assert look_alikes.main() == 2
    assert capsys.readouterr().err == "look_alikes: symspellpy is not installed\n"
