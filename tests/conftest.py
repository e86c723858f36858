"""What all tests share: no network, the real content, and the trained assistant."""

from __future__ import annotations

import asyncio
import os
import socket
import warnings
from collections.abc import Coroutine, Generator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from knowledge.library import Library
from tests.dialogues import script
from tests.support import content, sharing
from tests.support.postgres import MISSING, postgres
from tests.support.rasa_process import MODEL, rasa

if TYPE_CHECKING:
    from evaluation.assistant import Assistant
    from evaluation.rows import Answer

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

Answered = TypeVar("Answered")
# The same examples in every run, and none fails because the machine is busy.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> sharing.Sharing:
    """Share the tests out by our own rule, whatever ``--dist`` says."""
    return sharing.Sharing(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest when several processes share the tests."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items[:] = sharing.slowest_first(items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything can be installed, a test that is skipped has failed."""
    report = yield
    if report.skipped and os.environ.get("NOTHING_SKIPPED"):
        report.outcome = "failed"
        report.longrepr = f"skipped, where nothing may be: {report.longrepr}"
    return report


class NetworkForbidden(AssertionError):
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets connect to this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise NetworkForbidden(f"tests run without a network, but this one connects to {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server for this session; tests that need one are skipped without its programs."""
    with postgres() as url:
        if url is None:
            pytest.skip(MISSING)
        yield url


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it ships."""
    return content.library()


@contextmanager
def quiet() -> Iterator[None]:
    """Run without the warnings of Rasa's own code; recorded, for importing Rasa resets what is ignored."""
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("ignore")
        yield


class Talk:
    """The trained assistant, each conversation with a fresh memory."""

    def __init__(self, assistant: Assistant, loop: asyncio.AbstractEventLoop) -> None:
        self.assistant, self._loop, self._numbers = assistant, loop, count()
        self._played: dict[Path, list[tuple[str, Answer]]] = {}

    def converse(self, turns: list[str]) -> list[Answer]:
        """The answers to ``turns``, one each."""
        with quiet():
            return self._loop.run_until_complete(self.assistant.converse(turns, f"test-{next(self._numbers)}"))

    def play(self, path: Path) -> list[tuple[str, Answer]]:
        """The turns of a dialogue file, each with its answer; a file is played once."""
        if path not in self._played:
            with quiet():
                self._played[path] = self._loop.run_until_complete(self._play(script.read(path)))
        return self._played[path]

    async def _play(self, scenes: list[script.Scene]) -> list[tuple[str, Answer]]:
        sent: list[str] = []
        answers: list[Answer] = []
        turns = (sent.append(turn) or turn for turn in script.turns(scenes, answers))
        async for answer in self.assistant.replies(turns, f"test-{next(self._numbers)}"):
            answers.append(answer)
        return list(zip(sent, answers, strict=True))

    def run(self, asked: Coroutine[Any, Any, Answered]) -> Answered:
        """What comes of asking the assistant otherwise."""
        return self._loop.run_until_complete(asked)

    def parse(self, text: str) -> dict[str, Any]:
        """What the model makes of ``text`` by itself."""
        with quiet():
            return self._loop.run_until_complete(self.assistant.parse(text))


@pytest.fixture(scope="session")
def assistant() -> Iterator[Talk]:
    """The assistant with the model of ``make train``; loading takes seconds, so once a session."""
    loop = asyncio.new_event_loop()
    with quiet():
        from evaluation.assistant import Assistant

        loaded = loop.run_until_complete(Assistant.load(MODEL))
    yield Talk(loaded, loop)
    loop.close()


@pytest.fixture(scope="session")
def rasa_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the real Rasa keeps its databases, keys and log."""
    return tmp_path_factory.mktemp("rasa")


@pytest.fixture(scope="session")
def rasa_url(rasa_folder: Path) -> Iterator[str]:
    """The real Rasa on the trained model, its action server beside it; every test speaks to it as another family."""
    with rasa(rasa_folder) as url:
        yield url
