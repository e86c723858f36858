"""A part of the deployment taken away for a while, and given back."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.services import Service, Topology

# What families and operators call the parts, and the processes each is made of.
PARTS = {
    "gateway": ("gateway",),
    "Rasa 1": ("rasa-1",),
    "Rasa 2": ("rasa-2",),
    "both Rasas": ("rasa-1", "rasa-2"),
    "actions": ("actions-1", "actions-2"),
    "PostgreSQL": ("postgres",),
    "Redis": ("redis",),
    "nginx": ("nginx",),
}
KILLED, CUT_OFF = "killed", "cut off"


@dataclass
class Strike:
    """``how``: killed (``kill -9``, and started again) or cut off (stopped in its tracks, so that it answers nobody).

    ``struck``, ``returned`` and ``ready`` are monotonic seconds: taken away, given back, answering again.
    """

    part: str
    how: str
    seconds: float
    struck: float = field(default=0.0, init=False)
    returned: float = field(default=0.0, init=False)
    ready: float = field(default=0.0, init=False)

    def begin(self, house: Topology) -> threading.Thread:
        """Strike now; the thread ends when the part answers again."""
        services = [house[name] for name in PARTS[self.part]]
        self.struck = time.monotonic()
        for service in services:
            (service.kill if self.how == KILLED else service.freeze)()
        thread = threading.Thread(target=self._give_back, args=(services,), daemon=True)
        thread.start()
        return thread

    def _give_back(self, services: Sequence[Service]) -> None:
        time.sleep(self.seconds)
        self.returned = time.monotonic()
        for service in services:
            if self.how == CUT_OFF:
                service.thaw()
            else:
                service.start(wait=False)
        for service in services:
            service.wait()
        self.ready = time.monotonic()
