"""At most one message is between "given to Telegram" and "known to be there", so a crash repeats at most one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class OneAtATime:
    """A lock that lets the next one pass after ``patience`` seconds: a slow call must not hold up every chat."""

    def __init__(self, patience: float = 1.0) -> None:
        """``patience`` is in seconds."""
        self._lock = asyncio.Lock()
        self._patience = patience

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Hold the lock while the block runs, or until patience ends."""
        await self._lock.acquire()
        held = True

        def release() -> None:
            nonlocal held
            if held:
                held = False
                self._lock.release()

        impatience = asyncio.get_running_loop().call_later(self._patience, release)
        try:
            yield
        finally:
            impatience.cancel()
            release()
