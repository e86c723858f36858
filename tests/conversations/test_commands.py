"""Purge, rotate and show, and what a person sees when something is amiss."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, func, select

from conversations.__main__ import main
from conversations.body import Body
from conversations.consent import consent_of, set_consent
from conversations.events import events, seal, unseal
from conversations.feedback import rate
from conversations.keeping import Keeper
from conversations.keys import open_keys
from conversations.reading import body_of, consented
from conversations.retention import DAY, purge
from conversations.settings import Settings
from conversations.tables import turns, words
from migrations.history import CONVERSATIONS
from tests.conversations.conftest import a_turn

NOW = time.time()


@pytest.fixture(autouse=True)
def _environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)


def _talk(keeper: Keeper) -> None:
    for age, said in ((40, "an old ganglioneuroma"), (1, "a new scan")):
        at = NOW - age * DAY
        keeper.record(a_turn(at=at, body=Body(said), intent="staging.ms"))
        data = seal({"event": "user", "text": said}, keeper.keys.box)
        with keeper.engine.begin() as connection:
            connection.execute(events.insert().values(sender_id="family1", type_name="user", timestamp=at, data=data))


def _all(keeper: Keeper, table: Any) -> list[Any]:
    with keeper.engine.connect() as connection:
        return list(connection.execute(select(table).order_by(*table.primary_key)).mappings())


def test_purging_takes_old_text_and_leaves_its_labels(keeper: Keeper) -> None:
    _talk(keeper)
    counted = len(_all(keeper, words))
    gone = purge(keeper.engine, 30, NOW)
    assert gone == {"words": counted - len(_all(keeper, words)), "texts": 1, "events": 1}
    old, new = _all(keeper, turns)
    assert (old["body"], old["intent"], old["outcome"]) == (None, "staging.ms", "answered")
    assert body_of(old["body"], keeper.keys.box) is None
    assert new["body"] is not None
    assert len(_all(keeper, events)) == 1
    assert purge(keeper.engine, 30, NOW) == {"words": 0, "texts": 0, "events": 0}


def test_the_command_prints_what_went(keeper: Keeper, capsys: pytest.CaptureFixture[str]) -> None:
    _talk(keeper)
    assert main(["purge"]) == 0
    assert capsys.readouterr().out.startswith("older than 30 days and removed: ")


def test_tables_can_be_made_before_any_process_is_started(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out == f"the tables of conversations are at version {CONVERSATIONS.versions[-1]}\n"


def test_rotating_lets_the_old_key_go(keeper: Keeper, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    _talk(keeper)
    assert main(["rotate", "--new-key"]) == 0
    assert "2 texts, 2 events, 0 notes, 0 unreadable" in capsys.readouterr().out
    first, search = settings.key_file.read_text().split()
    settings.key_file.write_text(f"{first.split(',')[0]}\n{search}\n")
    box = open_keys(settings).box
    assert [body_of(row["body"], box).said for row in _all(keeper, turns)] == ["an old ganglioneuroma", "a new scan"]  # type: ignore[union-attr]
    assert all(unseal(row["data"], box) for row in _all(keeper, events))


def test_rotating_reaches_what_those_who_review_wrote(
    keeper: Keeper, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = (Column("id", Integer, primary_key=True), Column("note", LargeBinary), Column("day", String(10)))
    notes = Table("console_verdicts", MetaData(), *columns)
    notes.create(keeper.engine)
    with keeper.engine.begin() as connection:
        connection.execute(notes.insert().values(note=keeper.keys.box.encrypt(b"she is frightened"), day="today"))
        connection.execute(notes.insert().values(note=None, day="today"))
    assert main(["rotate", "--new-key"]) == 0
    assert "1 notes" in capsys.readouterr().out
    first, search = settings.key_file.read_text().split()
    settings.key_file.write_text(f"{first.split(',')[0]}\n{search}\n")
    (row, _) = _all(keeper, notes)
    assert open_keys(settings).box.decrypt(bytes(row["note"])) == b"she is frightened"


def test_rotating_encrypts_what_was_kept_before_there_were_keys(keeper: Keeper) -> None:
    plain = json.dumps({"event": "user", "text": "my son Tom is ill", "parse_data": {}})
    with keeper.engine.begin() as connection:
        connection.execute(events.insert().values(sender_id="f", type_name="user", timestamp=NOW, data=plain))
    assert main(["rotate"]) == 0
    (row,) = _all(keeper, events)
    assert "ill" not in row["data"]
    assert (unseal(row["data"], keeper.keys.box) or {})["text"] == "my son <NAME> is ill"


def test_a_text_no_key_opens_is_counted_and_left(
    keeper: Keeper, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    _talk(keeper)
    settings.key_file.unlink()
    assert main(["rotate"]) == 1
    assert "4 unreadable" in capsys.readouterr().out


def test_show_prints_the_conversation(keeper: Keeper, capsys: pytest.CaptureFixture[str]) -> None:
    _talk(keeper)
    assert main(["show", "family1"]) == 0
    given = json.loads(capsys.readouterr().out)
    assert [turn["body"]["said"] for turn in given] == [
        "an old ganglioneuroma",
        "a new scan",
    ]
    assert main(["show", "nobody"]) == 0
    assert capsys.readouterr().out == "there is no such conversation\n"


def test_a_wrong_setting_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("RETENTION_TEXT_DAYS", "soon")
    assert main(["purge"]) == 2
    assert capsys.readouterr().err == "RETENTION_TEXT_DAYS must be a whole number from 1 to 3650\n"


def test_a_database_that_is_away_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "folder.db").mkdir()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/folder.db")
    assert main(["purge"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_consent_is_a_yes_that_can_be_taken_back_and_given_again(keeper: Keeper) -> None:
    with keeper.engine.begin() as connection:
        set_consent(connection, "family1", given=False, now=1.0)
        assert consent_of(connection, "family1") == {"given": False}
        set_consent(connection, "family1", given=True, now=2.0)
        assert consented(connection, "family1")
        set_consent(connection, "family1", given=False, now=3.0)
        assert not consented(connection, "family1")
        assert consent_of(connection, "family1") == {"given": False, "since": 2.0, "revoked": 3.0}
        set_consent(connection, "family1", given=True, now=4.0)
        assert consent_of(connection, "family1") == {"given": True, "since": 4.0, "revoked": None}


def test_a_thumb_counts_for_the_latest_turn_with_that_answer(keeper: Keeper) -> None:
    for _ in range(2):
        keeper.record(a_turn(topic="staging.ms", version="v1"))
    with keeper.engine.begin() as connection:
        assert rate(connection, "family1", "staging.ms", "v1", "down")
        assert not rate(connection, "family1", "staging.ms", "v2", "down")
        assert not rate(connection, "family2", "staging.ms", "v1", "down")
    assert [(row["feedback"], row["urgency"]) for row in _all(keeper, turns)] == [(None, 9), ("down", 1)]
    with keeper.engine.begin() as connection:
        rate(connection, "family1", "staging.ms", "v1", None)
        assert connection.execute(select(func.min(turns.c.urgency))).scalar_one() == 9
