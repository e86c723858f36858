"""A lock in Redis that ends soon after the process that holds it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from rasa.core.lock_store import LockError
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as Silent

LEASE_SECONDS = 5.0  # how long the conversation of a Rasa that was killed is shut
_LOOK_SECONDS = 0.05
_PATIENCE = 30.0
_SOCKET_SECONDS = 2.0
_TRIES, _FIRST_PAUSE, _MOST_PAUSE = 3, 0.05, 0.5
_KEY = "companion:conversation:"


def client(url: str) -> Redis:
    """A client for ``url`` that outlives a restart of Redis. Nothing is connected yet."""
    return Redis.from_url(
        url,
        socket_timeout=_SOCKET_SECONDS,
        socket_connect_timeout=_SOCKET_SECONDS,
        retry=Retry(ExponentialBackoff(cap=_MOST_PAUSE, base=_FIRST_PAUSE), _TRIES),
        retry_on_error=[Unreachable, Silent],
    )


@asynccontextmanager
async def held(redis: Redis, conversation: str) -> AsyncIterator[Lock]:
    """Hold ``conversation`` while the block runs, renewed for as long as that takes.

    Raises LockError when others hold it for half a minute, or Redis does not answer.
    """
    lock = redis.lock(_KEY + conversation, timeout=LEASE_SECONDS, sleep=_LOOK_SECONDS, blocking_timeout=_PATIENCE)
    try:
        taken = await lock.acquire()
    except RedisError as error:
        raise LockError(f"Redis gives no lock: {type(error).__name__}") from error
    if not taken:
        raise LockError("the conversation is held elsewhere")
    renewing = asyncio.ensure_future(_renew(lock))
    try:
        yield lock
    finally:
        renewing.cancel()
        with suppress(RedisError):  # one that could not be given back ends by itself
            await lock.release()


async def _renew(lock: Lock) -> None:
    while True:
        await asyncio.sleep(LEASE_SECONDS / 3)
        with suppress(RedisError):
            await lock.reacquire()
