"""What a container asks its process, so that a process that is ill is seen, and one that is well is not ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.chat import free_port
from scripts.healthy import main, question
from tests.support.fake_rasa import SECRET, FakeRasa


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing of this machine's own settings."""
    for name in ("HEALTH_PORT", "CONSOLE_PORT", "CHANNEL_SECRET"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_rasa_is_shown_the_secret_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET, encoding="ascii")
    asked = question("rasa", {"CHANNEL_SECRET_FILE": str(file)})
    assert asked.get_header("Authorization") == f"Bearer {SECRET}"


def test_one_that_answers_is_well(ask: pytest.MonkeyPatch) -> None:
    with FakeRasa() as server:
        ask.setattr("scripts.healthy.question", lambda *_, **__: f"{server.url}/health")
        assert main(["actions"]) == 0


def test_one_that_refuses_is_ill(ask: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with FakeRasa() as server:
        ask.setenv("HEALTH_PORT", str(server.port))
        assert main(["gateway"]) == 1
    assert capsys.readouterr().err == "it answers with status 404\n"


def test_one_that_is_gone_is_ill(ask: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ask.setenv("CONSOLE_PORT", str(free_port()))
    assert main(["console"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("words", [[], ["nobody"], ["rasa", "actions"]])
def test_what_is_not_understood_is_told_in_a_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 1
    assert capsys.readouterr().err.startswith("usage: ")
