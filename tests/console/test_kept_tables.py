"""The console sees the tables of kept talk as they are."""

from __future__ import annotations

import pytest
from django.apps import apps

from conversations.tables import metadata

MODELS = [model for model in apps.get_app_config("console").get_models() if not model._meta.managed]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_columns_and_which_may_be_empty_are_those_of_the_table(model: type) -> None:
    table = metadata.tables[model._meta.db_table]  # type: ignore[attr-defined]
    ours = {field.column: field.null for field in model._meta.concrete_fields}  # type: ignore[attr-defined]
    assert ours == {column.name: bool(column.nullable) for column in table.columns}


def test_every_table_the_console_reads_is_among_them() -> None:
    assert {model._meta.db_table for model in MODELS} == set(metadata.tables) - {"erasure_receipts"}


def test_each_table_of_the_console_that_concerns_a_conversation_says_which() -> None:
    managed = [model for model in apps.get_app_config("console").get_models() if model._meta.managed]
    assert all(model._meta.db_table.startswith("console_") for model in managed)
    about_turns = [model for model in managed if any(field.name == "turn" for field in model._meta.fields)]
    assert about_turns
    assert all(any(field.column == "conversation" for field in model._meta.fields) for model in about_turns)


def test_the_models_have_no_change_without_a_migration(db: None) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "console", check=True, dry_run=True, verbosity=0)
