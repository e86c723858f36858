"""Rasa's events: the table they stand in, and what is taken out of one before it is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cryptography.fernet import InvalidToken, MultiFernet
from sqlalchemy import Column, Float, Index, Integer, MetaData, Sequence, String, Table, Text

from conversations.body import MOST_RANKED
from conversations.scrub import scrub

events_metadata = MetaData()

# As Rasa's SQLTrackerStore has it, with indexes that keep a long conversation as fast as a short one.
events = Table(
    "events",
    events_metadata,
    Column("id", Integer, Sequence("events_seq", optional=True), primary_key=True),
    Column("sender_id", String(255), nullable=False, index=True),
    Column("type_name", String(255), nullable=False),
    Column("timestamp", Float),
    Column("intent_name", String(255)),
    Column("action_name", String(255)),
    Column("data", Text),
    Index("events_of_session", "sender_id", "timestamp"),
    Index("events_of_type", "sender_id", "type_name", "timestamp"),
    Index("events_timestamp", "timestamp"),
)

_PARSED = ("intent", "entities", "text", "message_id", "metadata", "intent_ranking", "safety", "text_tokens", "parts")
_LABELS = frozenset(
    {"name", "intent", "entity", "extractor", "category", "rule", "message_id", "model_id", "assistant_id"}
)
HIDDEN = "<HIDDEN>"
# What an event that cannot be read is taken for: it changes nothing, and the number of events stays right.
BLANK = "resume"


def scrubbed(event: Mapping[str, Any]) -> dict[str, Any]:
    """The event without personal data of the family's, and without what no later turn looks at."""
    if event.get("event") != "user":
        return dict(event)
    raw = str(event.get("text") or "")
    parsed = {name: value for name, value in (event.get("parse_data") or {}).items() if name in _PARSED}
    parsed["intent_ranking"] = list(parsed.get("intent_ranking") or [])[:MOST_RANKED]
    kept = {**event, "parse_data": parsed}
    said = scrub(raw)
    return kept if said == raw else dict(_hidden(kept, raw, said))


def _hidden(value: Any, raw: str, said: str) -> Any:
    """``value`` with every text in it scrubbed; a piece of what was taken out of the message is hidden whole."""
    if isinstance(value, Mapping):
        return {
            key: each if key in _LABELS and isinstance(each, str) else _hidden(each, raw, said)
            for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [_hidden(each, raw, said) for each in value]
    if not isinstance(value, str):
        return value
    if value == raw:
        return said
    gone = value.lower() in raw.lower() and value.lower() not in said.lower()
    clean = scrub(value)
    return HIDDEN if gone and clean == value else clean


def _is_label(key: str, value: Any) -> bool:
    return key in _LABELS and isinstance(value, str)


def seal(event: Mapping[str, Any], box: MultiFernet) -> str:
    """What stands in ``events.data``."""
    return box.encrypt(json.dumps(event).encode()).decode()


def unseal(data: str, box: MultiFernet) -> dict[str, Any] | None:
    """The event; None when no key fits. One that was kept before there were keys is read as it is."""
    if data.startswith("{"):
        return dict(json.loads(data))
    try:
        return dict(json.loads(box.decrypt(data.encode())))
    except InvalidToken:
        return None
