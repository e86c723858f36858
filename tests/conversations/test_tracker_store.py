"""Rasa's events come back as they were but for personal data, and no text stands in the database in plain."""

from __future__ import annotations

import asyncio
import json
import logging
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from sqlalchemy import select, text

from conversations.database import open_engine
from conversations.events import events as table
from conversations.keys import open_keys
from conversations.reading import conversation
from conversations.settings import Settings
from conversations.tables import turns
from conversations.tracker_store import ConversationStore

with warnings.catch_warnings(record=True):  # Rasa warns of its own past
    warnings.simplefilter("ignore")
    DOMAIN = Domain.from_dict({"slots": {"topic": {"type": "text", "mappings": [{"type": "custom"}]}}})
RECORD = {"outcome": "answered", "topic": "staging.ms", "version": "0123456789ab", "sources": [], "suggestions": []}


@pytest.fixture
def store(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[ConversationStore]:
    monkeypatch.setenv("DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    store = ConversationStore(DOMAIN)
    yield store
    store.engine.dispose()


def _session() -> list[Any]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def _turn(said: str, answered: str = "It is for babies.", **metadata: Any) -> list[Any]:
    intent = {"name": "staging.ms", "confidence": 0.9}
    safety = {"category": "distress", "phrase": said, "rule": ""}
    parsed = {"text": said, "intent": intent, "entities": [], "intent_ranking": [intent] * 9, "safety": safety}
    asked = UserUttered(said, intent, [], parsed, input_channel="companion", metadata=metadata)
    buttons = {"buttons": [{"title": "Tell me more", "payload": "/talk.more"}]}
    return [asked, BotUttered(answered, buttons, {"metadata": RECORD}), ActionExecuted("action_listen")]


def _save(store: ConversationStore, sender: str, *more: Any) -> DialogueStateTracker:
    tracker = asyncio.run(store.retrieve(sender)) or DialogueStateTracker(sender, DOMAIN.slots)
    for event in more:
        tracker.update(event)
    asyncio.run(store.save(tracker))
    return tracker


def _kept(store: ConversationStore, sender: str = "family1", *, whole: bool = True) -> list[Any]:
    found = asyncio.run(store.retrieve_full_tracker(sender) if whole else store.retrieve(sender))
    return list(found.events) if found else []


def test_what_was_saved_comes_back(store: ConversationStore) -> None:
    saved = _save(store, "family1", *_session(), *_turn("what is stage MS"), SlotSet("topic", "staging.ms"))
    found = asyncio.run(store.retrieve("family1"))
    assert found
    names = [event.type_name for event in saved.events]
    assert [event.type_name for event in found.events] == names[names.index("session_started") :]
    assert found.get_slot("topic") == "staging.ms"
    assert found.latest_message
    assert (found.latest_message.text, found.latest_message.intent["name"]) == ("what is stage MS", "staging.ms")


def test_saving_twice_keeps_each_event_once(store: ConversationStore) -> None:
    tracker = _save(store, "family1", *_session(), *_turn("what is stage MS"))
    _save(store, "family1")
    assert len(_kept(store)) == len(tracker.events)


def test_only_the_latest_session_is_read_back(store: ConversationStore) -> None:
    for number in range(3):
        _save(store, "family1", *_session(), *_turn(f"question {number}"))
    said = [event.text for event in _kept(store, whole=False) if isinstance(event, UserUttered)]
    assert said == ["question 2"]
    assert [event.text for event in _kept(store) if isinstance(event, UserUttered)] == [
        f"question {n}" for n in range(3)
    ]


def test_conversations_are_apart_and_listed(store: ConversationStore) -> None:
    _save(store, "family1", *_session(), *_turn("one"))
    _save(store, "family2", *_session(), *_turn("two"))
    assert sorted(asyncio.run(store.keys())) == ["family1", "family2"]
    assert asyncio.run(store.retrieve("family3")) is None


def test_the_database_holds_no_text(store: ConversationStore, settings: Settings) -> None:
    _save(store, "family1", *_session(), *_turn("is a hepatoblastoma the same", "No, a pheochromocytoma is not."))
    with store.engine.connect() as connection:
        rows = str([*connection.execute(select(table)), *connection.execute(select(turns))])
    files = b"".join(path.read_bytes() for path in settings.data_folder.rglob("*") if path.is_file())
    for word in ("hepatoblastoma", "pheochromocytoma", "Tell me more"):
        assert word not in rows
        assert word.encode() not in files


def test_personal_data_are_gone_wherever_rasa_put_them(store: ConversationStore) -> None:
    said = "my son Zuberi is ill, call 07700 900123"
    asked, *rest = _turn(said)
    asked.parse_data["entities"] = [{"entity": "who", "value": "Zuberi"}]
    asked.parse_data["parts"] = [{"text": "call 07700 900123"}]
    _save(store, "family1", *_session(), asked, *rest)
    everything = json.dumps([event.as_dict() for event in _kept(store)])
    with store.engine.connect() as connection:
        everything += json.dumps(conversation(connection, "family1", store.keeper.keys.box))
    assert "Zuberi" not in everything
    assert "900123" not in everything
    assert "my son <NAME> is ill, call <PHONE>" in everything


def test_a_turn_is_kept_beside_the_events(store: ConversationStore) -> None:
    _save(store, "family1", *_session(), *_turn("what is stage MS", update_id=7, language="de", country="AT"))
    with store.engine.connect() as connection:
        (row,) = connection.execute(select(turns)).mappings()
        (given,) = conversation(connection, "family1", store.keeper.keys.box)
    assert (row["outcome"], row["topic"], row["intent"], row["confidence"]) == (
        "answered",
        "staging.ms",
        "staging.ms",
        0.9,
    )
    assert (row["channel"], row["update_id"], row["language"], row["safety"]) == ("telegram", 7, "de", "distress")
    assert given["body"]["replies"] == [{"text": "It is for babies.", "buttons": ["Tell me more"]}]
    assert len(given["body"]["ranking"]) == 5


def test_an_update_is_known_when_it_comes_again(store: ConversationStore) -> None:
    from rasa_channel.turn import said_before

    _save(store, "family1", *_session(), *_turn("my son Tom is ill", update_id=7))
    tracker = asyncio.run(store.retrieve("family1"))
    assert tracker
    assert [reply["text"] for reply in said_before(tracker, 7)] == ["It is for babies."]
    assert said_before(tracker, 8) == []


def test_a_message_without_an_answer_counts_as_a_failure_of_ours(store: ConversationStore) -> None:
    _save(store, "family1", *_session(), UserUttered("hello", {"name": "small_talk.hello"}))
    with store.engine.connect() as connection:
        (row,) = connection.execute(select(turns)).mappings()
    assert (row["outcome"], row["urgency"], row["channel"]) == ("unavailable", 2, "direct")


def test_events_without_their_key_are_one_line_and_no_crash(
    store: ConversationStore, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    _save(store, "family1", *_session(), *_turn("what is stage MS"))
    settings.key_file.unlink()
    store.keeper.keys = open_keys(settings)
    with caplog.at_level(logging.ERROR):
        before = _kept(store)
    assert [record.message.count("cannot be decrypted") for record in caplog.records] == [1]
    _save(store, "family1", *_turn("and now"))
    after = [event.text for event in _kept(store) if isinstance(event, UserUttered)]
    assert (after, len(_kept(store))) == (["and now"], len(before) + 3)


def test_events_of_the_time_before_keys_are_read(store: ConversationStore) -> None:
    event = SlotSet("topic", "staging.l1")
    row = {"sender_id": "old", "type_name": "slot", "timestamp": event.timestamp, "data": json.dumps(event.as_dict())}
    with store.engine.begin() as connection:
        connection.execute(table.insert().values(**row))
    found = asyncio.run(store.retrieve("old"))
    assert found
    assert found.get_slot("topic") == "staging.l1"


def test_the_table_is_the_one_rasa_knows() -> None:
    theirs = {column.name: str(column.type) for column in SQLTrackerStore.SQLEvent.__table__.columns}
    assert {column.name: str(column.type) for column in table.columns} == theirs


def test_an_old_event_that_was_purged_is_not_saved_again(store: ConversationStore) -> None:
    tracker = DialogueStateTracker("family1", DOMAIN.slots)
    for event in (*_session(), *_turn("long ago")):
        event.timestamp = time.time() - 40 * 86400
        tracker.update(event)
    tracker.update(SlotSet("topic", "staging.ms"))
    asyncio.run(store.save(tracker))
    assert [event.type_name for event in _kept(store)] == ["slot"]


def test_a_wrong_setting_is_one_line_for_rasa(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("RETENTION_TEXT_DAYS", "never")
    with pytest.raises(RasaException, match=r"^RETENTION_TEXT_DAYS "):
        ConversationStore(DOMAIN)
    with pytest.raises(RasaException, match="not scrubbed"):
        ConversationStore(DOMAIN, event_broker=object())


def test_two_stores_may_start_at_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import ThreadPoolExecutor

    monkeypatch.setenv("DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: ConversationStore(DOMAIN), range(4)))
    for number, store in enumerate(stores):
        _save(store, f"family{number}", *_session(), *_turn("hello"))
        store.engine.dispose()
    engine = open_engine(settings.database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM turns")).scalar_one() == 4
    engine.dispose()


def _steps(store: ConversationStore, sender: str) -> list[str]:
    with store.engine.connect() as connection:
        query = "EXPLAIN QUERY PLAN SELECT data FROM events WHERE sender_id = :s AND timestamp >= 1 ORDER BY id"
        return [row[-1] for row in connection.execute(text(query), {"s": sender})]


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_session_is_found_by_an_index_however_long_the_conversation(store: ConversationStore) -> None:
    assert any("events_of_session" in step for step in _steps(store, "family1"))
