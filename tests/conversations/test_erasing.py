"""After erasing there is no row, no word and no file of a conversation; others are untouched; a receipt is left."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, inspect, select, text
from sqlalchemy.engine import Engine

from bot.store import chats, inbox, outbox
from bot.store.database import Database
from conversations.__main__ import main
from conversations.body import Body
from conversations.chats import erase_chat
from conversations.consent import set_consent
from conversations.erasing import erase
from conversations.events import events, seal
from conversations.keeping import Keeper
from conversations.pseudonym import pseudonym
from conversations.settings import Settings
from conversations.tables import receipts
from migrations.history import CONVERSATIONS
from tests.conversations.conftest import a_turn

CHAT = 123456789
FAMILY = pseudonym("pseudonym-key-for-tests", CHAT)

console = MetaData()
reviews = Table(
    "console_reviews",
    console,
    Column("id", Integer, primary_key=True),
    Column("conversation", String(64)),
    Column("note", String),
)
Table(
    "console_review_tags",
    console,
    Column("id", Integer, primary_key=True),
    Column("review", ForeignKey("console_reviews.id", deferrable=True, initially="DEFERRED")),
)
exports = Table("console_exports", console, Column("conversation", String(64)), Column("path", String))


def _talk(keeper: Keeper, settings: Settings) -> None:
    console.create_all(keeper.engine)
    settings.exports.mkdir()
    for family in (FAMILY, "other"):
        keeper.record(a_turn(conversation=family, body=Body("is ganglioneuroma the same")))
        path = settings.exports / f"{family[:6]}.patch"
        path.write_text("ganglioneuroma")
        with keeper.engine.begin() as connection:
            row = {
                "sender_id": family,
                "type_name": "slot",
                "timestamp": 1.0,
                "data": seal({"event": "x"}, keeper.keys.box),
            }
            connection.execute(events.insert().values(**row))
            set_consent(connection, family, given=True, now=1.0)
            made = connection.execute(reviews.insert().values(conversation=family, note="see")).inserted_primary_key[0]
            connection.execute(console.tables["console_review_tags"].insert().values(review=made))
            connection.execute(exports.insert().values(conversation=family, path=str(path)))


def _rows(engine: Engine) -> dict[str, list[Any]]:
    with engine.connect() as connection:
        names = [name for name in inspect(engine).get_table_names() if not name.startswith("sqlite_")]
        return {name: list(connection.execute(text(f'SELECT * FROM "{name}"'))) for name in names}


def test_no_row_and_no_file_is_left_and_others_keep_theirs(keeper: Keeper, settings: Settings) -> None:
    _talk(keeper, settings)
    before = _rows(keeper.engine)
    receipt, counts = erase(keeper.engine, settings, FAMILY)
    after = _rows(keeper.engine)
    assert receipt
    assert (
        counts["turns"] == counts["events"] == counts["consents"] == counts["console_reviews"] == counts["files"] == 1
    )
    assert FAMILY not in str(after)
    of_nobody = ("erasure_receipts", CONVERSATIONS.table)
    assert all(len(after[name]) == len(rows) / 2 for name, rows in before.items() if name not in of_nobody and rows)
    assert [path.name for path in settings.exports.iterdir()] == ["other.patch"]


def test_erasing_twice_says_that_nothing_was_there(keeper: Keeper, settings: Settings) -> None:
    _talk(keeper, settings)
    assert erase(keeper.engine, settings, FAMILY)[0]
    assert erase(keeper.engine, settings, FAMILY) == (None, {})


def test_the_receipt_names_nobody(keeper: Keeper, settings: Settings) -> None:
    _talk(keeper, settings)
    receipt, counts = erase(keeper.engine, settings, FAMILY)
    with keeper.engine.connect() as connection:
        (kept,) = connection.execute(select(receipts)).all()
    told = {**counts, "exports": [f"{FAMILY[:6]}.patch"]}
    assert (kept.receipt, json.loads(kept.counts)) == (receipt, told)
    assert FAMILY not in str(kept)


def test_a_file_outside_the_folder_of_exports_is_never_touched(keeper: Keeper, settings: Settings) -> None:
    _talk(keeper, settings)
    outside = settings.data_folder / "precious"
    outside.write_text("x")
    with keeper.engine.begin() as connection:
        for path in (str(outside), "../precious", "gone.patch"):
            connection.execute(exports.insert().values(conversation=FAMILY, path=path))
    _, counts = erase(keeper.engine, settings, FAMILY)
    assert outside.exists()
    assert counts["files"] == 1


@pytest.fixture
def gateway(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The gateway's database: its own file, or the common one where DATABASE_URL is set."""
    common = settings.database_url.startswith("postgresql")
    if common:
        monkeypatch.setenv("DATABASE_URL", settings.database_url)
    database = Database(settings.database_url if common else f"sqlite:///{settings.data_folder}/gateway.db")
    yield database
    database.close()


def _write(database: Database) -> None:
    for chat, update in ((CHAT, 1), (987, 2)):
        body = {"update_id": update, "message": {"text": "is ganglioneuroma the same"}}
        database.now(lambda c, body=body, chat=chat: inbox.keep(c, body, chat, 1.0))  # type: ignore[misc]
        database.now(lambda c, chat=chat: chats.note(c, chat, 1.0, country="GB"))  # type: ignore[misc]
        database.now(lambda c, chat=chat: outbox.keep_file(c, f"k{chat}", chat, b"ganglioneuroma"))  # type: ignore[misc]


def test_the_gateways_rows_go_and_the_number_of_an_update_stays(gateway: Database, settings: Settings) -> None:
    _write(gateway)
    counts = erase_chat(settings, FAMILY)
    assert counts == {"gateway inbox": 1, "gateway chats": 1, "gateway files": 1}
    assert gateway.now(lambda c: chats.find(c, CHAT).country) is None
    assert gateway.now(lambda c: chats.find(c, 987).country) == "GB"
    assert gateway.now(inbox.depth) == 1
    assert not gateway.now(lambda c: inbox.keep(c, {"update_id": 1}, CHAT, 2.0))


def test_the_command_erases_everywhere_and_prints_a_receipt(
    keeper: Keeper,
    settings: Settings,
    gateway: Database,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _talk(keeper, settings)
    _write(gateway)
    monkeypatch.setenv("DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("PSEUDONYM_KEY", "pseudonym-key-for-tests")
    assert main(["erase", FAMILY]) == 0
    assert "receipt 20" in (said := capsys.readouterr().out)
    assert "1 turns" in said
    assert "1 gateway inbox" in said
    assert f"{FAMILY[:6]}.patch had gone out with lines of it" in said
    assert main(["erase", FAMILY]) == 0
    assert capsys.readouterr().out == "nothing of this conversation was there\n"


def test_without_the_gateways_key_the_rest_is_erased_and_it_is_said(
    keeper: Keeper,
    settings: Settings,
    gateway: Database,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _talk(keeper, settings)
    _write(gateway)
    monkeypatch.setenv("DATA_FOLDER", str(settings.data_folder))
    assert main(["erase", FAMILY]) == 1
    said = capsys.readouterr()
    assert "receipt 20" in said.out
    assert said.err.startswith("PSEUDONYM_KEY is not set")


def test_words_are_gone_from_every_byte_of_the_data_folder(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DATA_FOLDER": str(tmp_path)})
    keeper = Keeper(settings)
    keeper.record(a_turn(conversation=FAMILY, body=Body("is ganglioneuroma the same")))
    erase(keeper.engine, settings, FAMILY)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and FAMILY.encode() in path.read_bytes()]
    keeper.engine.dispose()
