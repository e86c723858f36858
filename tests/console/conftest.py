"""A console of one's own: settings of the tests' environment, tables in memory, people and turns to work with."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import django
import pytest

ANOTHER_DATABASE = "CONSOLE_TESTS_DATABASE_URL"  # set by test_on_postgres.py
_MEMORY = "/dev/shm"
_FOLDER = tempfile.TemporaryDirectory(prefix="console", dir=_MEMORY if Path(_MEMORY).is_dir() else None)
# A file, so that `conversations` can open it beside Django; made anew for the tests under the name it has in life.
_URL = os.environ.get(ANOTHER_DATABASE) or f"sqlite:///{_FOLDER.name}/conversations.db"
_ENVIRONMENT = {"DATA_FOLDER": _FOLDER.name, "DATABASE_URL": _URL, "CONSOLE_ORIGIN": "", "CONVERSATIONS_KEY": ""}
with mock.patch.dict(os.environ, {**_ENVIRONMENT, "DJANGO_SETTINGS_MODULE": "console.django_settings"}):
    django.setup()
    from django.conf import settings
    from django.db import connection

    from console import kept

    kept.keys()
    # Real hashing takes a quarter of a second a person, by design.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    connection.settings_dict["TEST"]["NAME"] = connection.settings_dict["NAME"]

from django.apps import apps
from django.test import Client

from console.models import Person, Role, Turn
from tests.console.making import person, turn

DATA = Path(_FOLDER.name)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """The tables of kept talk, made before the console's own as in life."""
    from django.db.backends.base.creation import BaseDatabaseCreation

    from console import schema

    ours = BaseDatabaseCreation.create_test_db

    def with_kept(self: BaseDatabaseCreation, *args: object, **kwargs: object) -> str:
        name: str = ours(self, *args, **kwargs)
        schema.make_tables()
        return name

    with mock.patch.object(BaseDatabaseCreation, "create_test_db", with_kept):
        yield


@pytest.fixture
def sign_in(db: None) -> Callable[[str], Client]:
    """A browser of somebody of a role."""

    def enter(role: str) -> Client:
        client = Client()
        client.force_login(person(role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def moderator(db: None) -> Person:
    return person(Role.MODERATOR)


@pytest.fixture
def client_of(db: None) -> Callable[[Person], Client]:
    """A browser of this very person."""

    def enter(who: Person) -> Client:
        client = Client()
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def a_turn(db: None) -> Turn:
    return turn("What does stage MS mean?", topic="staging.ms")


@pytest.fixture(autouse=True)
def no_exports() -> Iterator[None]:
    """No file that left the database outlives its test; the rows that name it do not either."""
    yield
    for path in settings.ENVIRONMENT.exports.glob("*"):
        path.unlink()


@pytest.fixture(autouse=True)
def emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Django empties its own tables after a test with transactions; those of kept talk are emptied here."""
    mark = request.node.get_closest_marker("django_db")
    if not (mark and mark.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    for model in apps.get_app_config("console").get_models():
        if not model._meta.managed:
            model._base_manager.all().delete()
