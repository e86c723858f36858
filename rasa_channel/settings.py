"""What Rasa is told by its environment, beside what the keeping of talk is told."""

from __future__ import annotations

from environment.checks import optional
from environment.setting import Setting


def _address(value: str) -> str:
    if not value.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("is no address; write redis://:password@host:6379/0")
    return value


REDIS_URL = Setting("REDIS_URL", "", "Where several Rasas keep their locks; empty: one Rasa.", optional(_address, ""))
