"""What keeping a turn costs: our tracker store beside Rasa's own, on SQLite, at the start and late in a conversation.

``python -m benchmarks.keeping [turns]`` prints milliseconds a turn (reading the session, then saving the turn).
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")

from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from conversations.tracker_store import ConversationStore

_IN_SESSION, _RANKED, _WINDOW = 4, 40, 40
_SLOTS = ("topic", "subject", "stage", "risk_group", "disease_state", "country", "offered", "misses", "asked", "told")
_ANSWER = "Stage MS has no one standard treatment, but there are several choices. " * 12
_ASKED = "my son Tom was told he has stage MS at 4 months, what does that mean and how is it treated?"


def main(turns: int) -> None:
    """Measure both in turn, and print a table."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        domain = Domain.load("domain.yml")
        os.environ["DATA_FOLDER"] = folder
        stores = {
            "Rasa's SQLTrackerStore": SQLTrackerStore(domain, db=str(Path(folder) / "stock.db")),
            "ConversationStore": ConversationStore(domain),
        }
        print(f"{'ms a turn, median':<24}{f'turns 1-{_WINDOW}':>14}{f'last {_WINDOW} of {turns}':>18}")
        for name, store in stores.items():
            taken = asyncio.run(_converse(store, domain, turns))
            first, last = (statistics.median(part) for part in (taken[:_WINDOW], taken[-_WINDOW:]))
            print(f"{name:<24}{first:>14.1f}{last:>18.1f}")


async def _converse(store: TrackerStore, domain: Domain, turns: int) -> list[float]:
    taken = []
    for number in range(turns):
        events = _turn() if number % _IN_SESSION else [*_session(), *_turn()]
        began = time.perf_counter()
        tracker = await store.retrieve("family") or DialogueStateTracker("family", domain.slots)
        tracker.update_with_events(events, domain)
        await store.save(tracker)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _session() -> list[Event]:
    carried = [SlotSet(name, "stage:MS") for name in _SLOTS]
    return [ActionExecuted("action_session_start"), SessionStarted(), *carried, ActionExecuted("action_listen")]


def _turn() -> list[Event]:
    intent = {"name": "treatment.ms", "confidence": 0.9}
    ranking = [{"name": f"treatment.other-{place}", "confidence": 0.9 / (place + 1)} for place in range(_RANKED)]
    parsed: dict[str, Any] = {"text": _ASKED, "intent": intent, "intent_ranking": ranking, "in_context": ranking}
    record = {"outcome": "answered", "topic": "treatment.ms", "version": "0123456789ab", "sources": []}
    said = SlotSet("said", [_ANSWER] * 3)
    return [
        UserUttered(_ASKED, intent, [], parsed, input_channel="companion"),
        ActionExecuted("action_answer"),
        *(
            BotUttered(text, metadata={"metadata": record})
            for text in (_ANSWER, "Read on, or write your own question:")
        ),
        *(SlotSet(name, "stage:MS") for name in _SLOTS),
        said,
        ActionExecuted("action_listen"),
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
