"""What was backed up is there again elsewhere, for every process; and data never lie beside what opens them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from scripts.backup.__main__ import main
from tests.scripts.backup.house import SAID, UPDATE, House

Run = tuple[int, str]


def _run(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: object
) -> tuple[int, str]:
    for name, value in house.environment.items():
        monkeypatch.setenv(name, value)
    status = main([str(each) for each in arguments])
    said = capsys.readouterr()
    assert (said.out + said.err).count("\n") == 1
    return status, said.out + said.err


def test_all_is_there_again_in_an_empty_house(
    houses: tuple[House, House], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, anew = houses
    old.furnish()
    data, secrets = tmp_path / "disk1" / "data", tmp_path / "disk2" / "secrets"
    assert _run(old, capsys, monkeypatch, "data", data)[0] == 0
    assert _run(old, capsys, monkeypatch, "secrets", secrets)[0] == 0

    status, said = _run(anew, capsys, monkeypatch, "restore", data)
    assert (status, "restore its secrets first" in said) == (1, True)
    assert _run(anew, capsys, monkeypatch, "restore", secrets)[0] == 0
    status, said = _run(anew, capsys, monkeypatch, "restore", data)
    assert (status, said.startswith("restored: ")) == (0, True), said
    assert anew.found() == {
        "said": SAID,
        "waits": [UPDATE],
        "leaves": ["an answer on its way"],
        "exports": ["some.patch"],
        "console": [True, True],
    }
    status, said = _run(anew, capsys, monkeypatch, "restore", data)
    assert (status, "nothing is written over" in said) == (1, True)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[House, Path]:
    """A house with a conversation, and a backup of its data."""
    (tmp_path / "house").mkdir()
    house = House(tmp_path / "house", "")
    house.furnish_talk()
    assert _run(house, capsys, monkeypatch, "data", tmp_path / "disk" / "data")[0] == 0
    return house, tmp_path / "disk" / "data"


def test_nobody_else_may_read_a_backup(kept: tuple[House, Path]) -> None:
    _, data = kept
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (data, data / "conversations.db")}
    assert modes == {"data": 0o700, "conversations.db": 0o600}


@pytest.mark.parametrize("place", ["disk/data/secrets", "disk/secrets"])
def test_data_and_secrets_do_not_go_to_one_place(
    kept: tuple[House, Path],
    place: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    status, said = _run(kept[0], capsys, monkeypatch, "secrets", tmp_path / place)
    assert status == 1
    assert "whoever finds both reads what every family wrote" in said
    assert not (tmp_path / place).exists()


@pytest.mark.parametrize("name", ["conversations.db", "backup.json"])
def test_what_was_changed_since_is_not_restored(
    kept: tuple[House, Path],
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house, data = kept
    assert _run(house, capsys, monkeypatch, "check", data)[0] == 0
    content = bytearray((data / name).read_bytes())
    content[len(content) // 2] ^= 1
    (data / name).write_bytes(content)
    for command in ("check", "restore"):
        status, said = _run(House(tmp_path / "anew", ""), capsys, monkeypatch, command, data)
        assert (status, str(data) in said) == (1, True), said
    assert not (tmp_path / "anew").exists()


def test_a_backup_is_whole_or_not_there(
    kept: tuple[House, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, data = kept
    assert _run(house, capsys, monkeypatch, "data", data)[1].endswith("name a new folder\n")
    assert _run(house, capsys, monkeypatch, "data", house.folder / "copy")[1].endswith("name another place\n")
    (house.folder / "gateway.db").write_bytes(b"not a database, only words" * 100)
    status, said = _run(house, capsys, monkeypatch, "data", tmp_path / "second" / "data")
    assert (status, "gateway.db cannot be copied" in said) == (1, True)
    assert list((tmp_path / "second").iterdir()) == []


def test_a_backup_of_another_key_is_not_put_where_nobody_can_read_it(
    kept: tuple[House, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "anew").mkdir()
    (tmp_path / "anew" / "conversations.key").write_text(f"{Fernet.generate_key().decode()}\n{'a' * 64}\n")
    status, said = _run(House(tmp_path / "anew", ""), capsys, monkeypatch, "restore", kept[1])
    assert (status, "restore its secrets first" in said) == (1, True)
    assert [path.name for path in (tmp_path / "anew").iterdir()] == ["conversations.key"]


def test_a_program_that_is_missing_is_named_with_its_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("scripts.backup.postgres._DEBIAN", tmp_path)
    house = House(tmp_path / "house", "postgresql://somebody@127.0.0.1:9/nothing")
    assert _run(house, capsys, monkeypatch, "data", tmp_path / "data") == (
        1,
        "pg_dump is not installed; on Debian: apt-get install postgresql-client\n",
    )
