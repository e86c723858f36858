"""``python -m benchmarks.as_before WHAT run ...``: our Rasa with one of the things taken back that make it fast."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from rasa_channel import __main__ as lean
from rasa_channel import absent


def _put(place: Any, name: str, value: Any) -> None:
    """In place of what stands there."""
    setattr(place, name, value)


def _tensorflow() -> None:
    _put(absent, "leave_out", lambda: None)


def _threads() -> None:
    _put(lean, "ONE_THREAD", ())


def _events_loop() -> None:
    import rasa.core.run as served

    _put(served, "configure_app", partial(served.configure_app, use_uvloop=False))


def _calls() -> None:
    from rasa_channel.action_calls import ActionCalls

    _put(ActionCalls, "instead_of", lambda endpoint: endpoint)


def _predictions() -> None:
    from rasa_channel import readiness

    _put(readiness, "decided_by_intent", lambda _domain: False)


def _results() -> None:
    from rasa_channel import action_results

    _put(action_results, "check_quickly", lambda: None)


def _events() -> None:
    from rasa_channel import event_types

    _put(event_types, "remember", lambda: None)


def _garbage() -> None:
    from rasa_channel import readiness

    _put(readiness, "settle", lambda: None)


def _sessions() -> None:
    from rasa_channel import sessions

    _put(sessions, "MOST_TURNS", 1_000_000)


def _disk() -> None:
    from conversations import database

    ours = database._pragmas

    def careful(connection: Any, record: Any) -> None:
        ours(connection, record)
        connection.execute("PRAGMA synchronous=FULL").close()

    _put(database, "_pragmas", careful)


def _bytes() -> None:
    from nlu import neighbours
    from nlu.in_context import nearest

    for place in (neighbours, nearest):
        _put(place, "MANY", sys.maxsize)


TAKEN_BACK: dict[str, tuple[str, Callable[[], None]]] = {
    "tensorflow": ("TensorFlow is imported, as Rasa does", _tensorflow),
    "threads": ("linear algebra on all cores for one question", _threads),
    "bytes": ("the nearest questions looked for in full precision", _bytes),
    "calls": ("the domain and all events with each call of an action, each over a new connection", _calls),
    "predictions": ("all rules gone through twice a message", _predictions),
    "results": ("what an action gave checked against a schema", _results),
    "events": ("the class of every event looked for among all classes", _events),
    "garbage": ("the model among what garbage is looked for in, freed memory kept", _garbage),
    "sessions": ("a session without end, replayed with every message", _sessions),
    "uvloop": ("Python's own event loop instead of uvloop", _events_loop),
    "disk": ("conversations synchronised to the disk with every turn", _disk),
}
# These must be done before anything of Rasa is imported, the others when TensorFlow is left out already.
_AT_ONCE = ("tensorflow", "threads")


def main(arguments: list[str]) -> int:
    """Take back the first of ``arguments``, and serve with the rest."""
    what, *rest = arguments
    _, take_back = TAKEN_BACK[what]
    if what not in _AT_ONCE:
        lean.prepare()
    take_back()
    return lean.main(rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
