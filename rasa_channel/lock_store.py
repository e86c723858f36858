"""Where Rasa notes that a conversation is being answered, so that no other Rasa answers it at the same time."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore
from rasa.shared.exceptions import RasaException
from redis.asyncio import Redis

from environment.setting import SettingError
from rasa_channel.lease import client, held
from rasa_channel.settings import REDIS_URL


class ConversationLocks(InMemoryLockStore):
    """Named in ``endpoints.yml``. Without ``REDIS_URL`` the locks are in memory, which is enough for one Rasa.

    Rasa's own store for Redis reads, changes and writes a lock in three steps, between which another Rasa can do the
    same; it looks once a second, and keeps the lock of a Rasa that died for a minute.
    """

    def __init__(self, endpoint_config: Any = None) -> None:
        """Connect on first use. Raises RasaException, which Rasa shows as one line."""
        super().__init__()
        try:
            url = REDIS_URL.value(os.environ)
        except SettingError as error:
            raise RasaException(str(error)) from error
        self._redis: Redis | None = client(url) if url else None

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[Any]:
        """Hold the conversation while the block runs. Raises LockError when it is not to be had, or Redis is away."""
        if self._redis is None:
            async with super().lock(conversation_id, lock_lifetime, wait_time_in_seconds) as ticket:
                yield ticket
            return
        async with held(self._redis, conversation_id) as lease:
            yield lease
