"""How the tests are shared out among the processes of pytest-xdist."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from xdist.scheduler import LoadFileScheduling

# What speaks to the trained model stays in one process: loading it, and starting Rasa, takes many seconds.
_TALK = (
    *("tests/bot/dialogues/", "tests/dialogues/", "tests/rasa_channel/", "tests/nlu/test_parse.py"),
    "tests/console/whole_way/",
)
_SERVICES = "tests/services/"  # one deployment for all its tests
_BENCHMARKS = "tests/benchmarks/"
_STORES = "tests/console/test_on_postgres.py"
_SLOW = (_BENCHMARKS, _SERVICES, *_TALK, "tests/scripts/", _STORES, "tests/evaluation/", "tests/bot/gateway/")


def slowest_first(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """The tests in the order to begin them, so that no process is left with a long one at the end."""
    places = [*_SLOW, ""]
    return sorted(items, key=lambda item: [item.nodeid.startswith(place) for place in places].index(True))


class Sharing(LoadFileScheduling):
    """Gives each process whole files, one after the other, and the talk with the model to one of them."""

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_SERVICES):
            return _SERVICES
        return "talk" if nodeid.startswith(_TALK) else super()._split_scope(nodeid)
