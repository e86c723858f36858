"""A conversation is answered by one Rasa at a time, and not shut for long when that Rasa dies."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rasa.core.lock_store import LockError
from rasa.shared.exceptions import RasaException

from rasa_channel import lease
from rasa_channel.lock_store import ConversationLocks
from scripts.chat import free_port
from tests.support.services import ProgramMissing, Service, stores

PASSWORD = "a-password-for-tests"


@pytest.fixture(scope="module")
def redis() -> Iterator[Service]:
    """A Redis with a password."""
    with TemporaryDirectory(prefix="companion-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        (folder / "given.conf").write_text(f"requirepass {PASSWORD}\n", encoding="ascii")
        try:
            server = stores.redis(folder, free_port(), folder / "given.conf")
        except ProgramMissing as error:
            pytest.skip(str(error))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def stored(redis: Service, monkeypatch: pytest.MonkeyPatch) -> Callable[[], ConversationLocks]:
    """Makes the lock store of one Rasa after the other; leases are short."""
    monkeypatch.setattr(lease, "LEASE_SECONDS", 0.3)
    monkeypatch.setattr(lease, "_PATIENCE", 5.0)
    monkeypatch.setenv("REDIS_URL", redis.url.replace("//", f"//:{PASSWORD}@"))
    return ConversationLocks


async def _in_turn(one: ConversationLocks, other: ConversationLocks, names: tuple[str, str]) -> list[str]:
    """What happened when ``other`` wanted the second conversation while ``one`` held the first for three leases."""
    told: list[str] = []
    held = asyncio.Event()

    async def first() -> None:
        async with one.lock(names[0]):
            told.append("one begins")
            held.set()
            await asyncio.sleep(0.9)
            told.append("one ends")

    async def second() -> None:
        await held.wait()
        async with other.lock(names[1]):
            told.append("other has it")

    await asyncio.gather(first(), second())
    await _close(one, other)
    return told


async def _close(*stores: ConversationLocks) -> None:
    for store in stores:
        if store._redis:
            await store._redis.close(close_connection_pool=True)


def _run(work: Awaitable[list[str]]) -> list[str]:
    async def run() -> list[str]:
        return await work

    return asyncio.run(run())


def test_two_rasas_take_turns_however_long_a_turn_is(stored: Callable[[], ConversationLocks]) -> None:
    told = _run(_in_turn(stored(), stored(), ("family1", "family1")))
    assert told == ["one begins", "one ends", "other has it"]


def test_another_family_does_not_wait(stored: Callable[[], ConversationLocks]) -> None:
    told = _run(_in_turn(stored(), stored(), ("family2", "family3")))
    assert told == ["one begins", "other has it", "one ends"]


def test_one_rasa_alone_needs_no_redis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDIS_URL", raising=False)
    locks = ConversationLocks()
    assert _run(_in_turn(locks, locks, ("family4", "family4"))) == ["one begins", "one ends", "other has it"]


def test_what_a_dead_rasa_held_is_free_when_its_lease_ends(stored: Callable[[], ConversationLocks]) -> None:
    async def scene() -> list[str]:
        dead, alive = stored(), stored()
        assert dead._redis
        await dead._redis.lock(lease._KEY + "family5", timeout=0.3).acquire()
        async with alive.lock("family5"):
            pass
        await _close(dead, alive)
        return ["free"]

    assert _run(scene()) == ["free"]


def test_one_that_waits_in_vain_gives_up(
    stored: Callable[[], ConversationLocks], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "_PATIENCE", 0.2)

    async def scene() -> list[str]:
        one, other = stored(), stored()
        async with one.lock("family6"):
            with pytest.raises(LockError, match="held elsewhere"):
                async with other.lock("family6"):
                    pass
        await _close(one, other)
        return ["given up"]

    assert _run(scene()) == ["given up"]


def test_without_redis_no_turn_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{free_port()}/0")

    async def scene() -> list[str]:
        with pytest.raises(LockError, match="Redis gives no lock"):
            async with ConversationLocks().lock("family7"):
                pass
        return ["refused"]

    assert _run(scene()) == ["refused"]


def test_an_address_that_is_none_stops_rasa_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", "localhost:6379")
    with pytest.raises(RasaException, match=r"^REDIS_URL is no address; write redis://"):
        ConversationLocks()
