"""A sign of life, and the watchdog that ends the process when there was none for too long."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable

logger = logging.getLogger(__name__)

GIVEN_UP = 70  # EX_SOFTWARE: whoever started the process starts it again


class Pulse:
    """Remembers when it last beat."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """It beats once at the start."""
        self._clock = clock
        self._last = clock()

    def beat(self) -> None:
        """Say that the work goes on."""
        self._last = self._clock()

    def silent_seconds(self) -> float:
        """Seconds since the last beat."""
        return self._clock() - self._last


def _end(status: int) -> None:
    logging.shutdown()
    os._exit(status)  # not sys.exit: what hangs may be what would have to end in order


class Watchdog:
    """A thread of its own, so that it barks even when the loop hangs."""

    def __init__(self, pulse: Pulse, most: float, end: Callable[[int], None] = _end) -> None:
        """``most`` is the silence allowed, in seconds."""
        self._pulse, self._most, self._end = pulse, most, end
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        self._pulse.beat()
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(min(1.0, self._most / 4)):
            if self._pulse.silent_seconds() > self._most:
                logger.critical("updates stopped arriving for %g s; ending, to be started again", self._most)
                self._end(GIVEN_UP)
                return
