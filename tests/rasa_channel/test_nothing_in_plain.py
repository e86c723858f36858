"""No word of a family stands in a log or a file of the real Rasa, however it answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rasa_channel.asking import Asking

WORDS = ("zyxwombat", "quirkleberry", "900123")


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def talked(asking: Asking) -> Asking:
    for said in (
        "what is a zyxwombat",
        "my quirkleberry hurts, call 07700 900123",
        "I want to die zyxwombat",
        "/zyxwombat{}",
    ):
        asking.ask(said)
    return asking


def test_logs_at_info_and_files_hold_no_word_of_a_message(talked: Asking, rasa_folder: Path) -> None:
    assert "zyxwombat" in str(talked.kept())
    for path, content in _files(rasa_folder).items():
        for word in WORDS:
            assert word.encode() not in content, path


def test_after_erasing_the_conversations_name_is_in_no_file_either(talked: Asking, rasa_folder: Path) -> None:
    talked.forget()
    kept = [path for path, content in _files(rasa_folder).items() if talked.sender.encode() in content]
    assert [path for path in kept if path.suffix != ".log"] == []
