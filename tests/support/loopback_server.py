"""An HTTP server of a test, on loopback, in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from abc import ABC, abstractmethod
from types import TracebackType

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from typing_extensions import Self


class LoopbackServer(ABC):
    """Serves while the block runs. ``port`` 0 takes a free one."""

    def __init__(self, port: int = 0) -> None:
        self._sockets = bind_sockets(port, "127.0.0.1")
        self.port = int(self._sockets[0].getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._loop, self._stop = asyncio.new_event_loop(), asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @abstractmethod
    def application(self) -> Application:
        """What it answers."""

    async def until_stopped(self) -> None:
        """What runs beside the answers; returns when the block ends."""
        await self._stop.wait()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        server = HTTPServer(self.application())
        server.add_sockets(self._sockets)
        await self.until_stopped()
        server.stop()
        await server.close_all_connections()
