"""A database is brought to what the code describes, from nothing or from what was shipped, and loses nothing."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.engine import Engine

import bot.store.tables
import conversations.events
import conversations.tables
from conversations.database import open_engine, writing
from migrations import running
from migrations.history import CONVERSATIONS, GATEWAY, ROOT, History
from migrations.running import bring_up
from tests.migrations.filling import DESCENDING, fill, first_tables, known_tables, make_shipped, rows

DESCRIBED = {
    GATEWAY: [bot.store.tables.metadata],
    CONVERSATIONS: [conversations.tables.metadata, conversations.events.events_metadata],
}
NOT_COMPARED = {*DESCENDING, "sqlite_sequence"}


def _differences(engine: Engine, history: History) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": history.table,
                "compare_type": True,
                "include_object": lambda _object, name, *_: name not in NOT_COMPARED,
            },
        )
        return list(compare_metadata(context, DESCRIBED[history]))  # type: ignore[arg-type]


def test_an_empty_database_comes_to_what_the_code_describes(engine: Engine, history: History) -> None:
    assert bring_up(engine, history) == ""
    assert _differences(engine, history) == []
    if history is CONVERSATIONS:
        assert {index["name"] for index in inspect(engine).get_indexes("turns")} >= set(DESCENDING)
    assert bring_up(engine, history) is None


def test_what_was_shipped_before_versions_is_taken_over_with_its_rows(engine: Engine, history: History) -> None:
    with engine.begin() as connection:
        shipped = make_shipped(connection, history)
        fill(connection, shipped, range(1, 4))
        before = rows(connection, shipped)
    bring_up(engine, history)
    with engine.connect() as connection:
        assert rows(connection, shipped) == before
        assert history.version_of(connection) == history.versions[-1]
    assert _differences(engine, history) == []


def test_the_code_of_the_release_before_runs_on_each_version(engine: Engine, history: History) -> None:
    with engine.begin() as connection:
        known = make_shipped(connection, history)
    for number, version in enumerate(history.versions):
        with engine.begin() as connection:
            running._upgrade(connection, history, version)
            fill(connection, known, range(10 * number + 1, 10 * number + 4))
            assert all(len(found) >= 3 for found in rows(connection, known).values())
            known = known_tables(connection, history)


def test_this_code_runs_on_the_version_after_it(engine: Engine, history: History) -> None:
    bring_up(engine, history)
    own = first_tables(history)
    with engine.begin() as connection:
        for table in own.sorted_tables:
            connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN came_later INTEGER"))
        connection.execute(text(f"UPDATE {history.table} SET version_num = '9999'"))
    assert bring_up(engine, history) is None
    with engine.begin() as connection:
        fill(connection, own, range(1, 3))
        assert all(rows(connection, own).values())
        assert history.version_of(connection) == "9999"


def test_of_processes_that_start_at_once_one_makes_the_tables(url: str, history: History) -> None:
    def start(_number: int) -> str | None:
        engine = writing(open_engine(url))
        try:
            return bring_up(engine, history)
        finally:
            engine.dispose()

    with ThreadPoolExecutor(6) as processes:
        assert sorted(processes.map(start, range(6)), key=str) == ["", *[None] * 5]


def test_a_version_that_fails_leaves_the_database_as_it_was(engine: Engine, tmp_path: Path) -> None:
    head = 'import sqlalchemy as sa\nfrom alembic import op\nrevision = "{}"\ndown_revision = {}\n\n\ndef upgrade():\n'
    make = '    op.create_table("{}", sa.Column("a", sa.Integer))\n'
    (tmp_path / "0001_good.py").write_text(head.format("0001", None) + make.format("first"))
    history = History(tmp_path, "test_version")
    bring_up(engine, history)
    (tmp_path / "0002_bad.py").write_text(head.format("0002", "'0001'") + make.format("second") + "    1 / 0\n")
    with pytest.raises(ZeroDivisionError):
        bring_up(engine, history)
    with engine.connect() as connection:
        assert history.version_of(connection) == "0001"
        assert inspect(connection).has_table("first")
        assert not inspect(connection).has_table("second")


def test_the_versions_are_one_row_and_numbered_by_their_files(history: History) -> None:
    config = Config()
    config.set_main_option("script_location", str(ROOT))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(history.folder))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == history.versions


def test_a_database_that_is_up_to_date_costs_no_import_of_alembic(tmp_path: Path) -> None:
    engine = writing(open_engine(url := f"sqlite:///{tmp_path}/some.db"))
    bring_up(engine, CONVERSATIONS)
    engine.dispose()
    look = f"import sys; from conversations.database import *; make_tables(open_engine({url!r})); print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", look], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    assert "sqlalchemy" in found.stdout.split()
    assert "alembic" not in found.stdout.split()
