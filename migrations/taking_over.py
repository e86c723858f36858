"""The first version of each history: makes what is missing, for databases older than versions hold much of it."""

from __future__ import annotations

from sqlalchemy import MetaData, Table, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.schema import CreateColumn, CreateIndex
from sqlalchemy.sql.ddl import DDL


def make_missing(connection: Connection, tables: MetaData) -> None:
    """Make tables, columns and indexes that are not there; what came later than its table is optional."""
    tables.create_all(connection)
    for table in tables.sorted_tables:
        _add_columns(connection, table)
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            connection.execute(CreateIndex(index, if_not_exists=True))


def _add_columns(connection: Connection, table: Table) -> None:
    known = {column["name"] for column in inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in known:
            told = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(DDL(f"ALTER TABLE {table.name} ADD COLUMN {told}"))
