"""From Rasa's events to turns: what a family wrote, with all that was answered until they wrote again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from conversations.body import Body
from conversations.keeping import Turn

_CHANNELS = {"companion": "telegram", "cmdline": "shell", None: "direct"}
_NO_TURNS = frozenset({"/session_start", "/restart"})
_LONGEST = 20
Event = Mapping[str, Any]


def turns_of(conversation: str, events: Iterable[Event]) -> Iterator[Turn]:
    """The turns in ``events``, dictionaries in order; replies before the first message belong to nobody."""
    asked: Event | None = None
    replies: list[Event] = []
    for event in events:
        if event["event"] == "user" and event.get("text") not in _NO_TURNS:
            if asked is not None:
                yield _turn(conversation, asked, replies)
            asked, replies = event, []
        elif event["event"] == "bot":
            replies.append(event)
    if asked is not None:
        yield _turn(conversation, asked, replies)


def _turn(conversation: str, asked: Event, replies: list[Event]) -> Turn:
    parsed, metadata = asked.get("parse_data") or {}, asked.get("metadata") or {}
    record = next((found for found in map(_record, replies) if found), {})
    intent, safety = parsed.get("intent") or {}, parsed.get("safety") or {}
    at = float(metadata.get("received") or asked["timestamp"])
    channel = asked.get("input_channel")
    return Turn(
        conversation=conversation,
        at=at,
        channel=str(_CHANNELS.get(channel, channel))[:_LONGEST],
        body=_body(asked, parsed, replies),
        outcome=str(record.get("outcome") or "unavailable"),
        intent=intent.get("name"),
        confidence=intent.get("confidence"),
        topic=record.get("topic"),
        version=record.get("version"),
        safety=safety.get("category"),
        rule=safety.get("rule"),
        seconds=max(0.0, float(replies[-1]["timestamp"]) - at) if replies else None,
        language=metadata.get("language"),
        country=metadata.get("country"),
        update_id=metadata.get("update_id"),
    )


def _body(asked: Event, parsed: Event, replies: list[Event]) -> Body:
    return Body(
        said=str(asked.get("text") or ""),
        replies=[{"text": reply.get("text") or "", "buttons": _titles(reply)} for reply in replies],
        ranking=[[each.get("name"), each.get("confidence")] for each in parsed.get("intent_ranking") or []],
        entities=[{name: each.get(name) for name in ("entity", "value")} for each in parsed.get("entities") or []],
        phrase=(parsed.get("safety") or {}).get("phrase"),
        parts=parsed.get("parts") or (),
    )


def _titles(reply: Event) -> list[str]:
    return [str(button.get("title")) for button in (reply.get("data") or {}).get("buttons") or []]


def _record(reply: Event) -> dict[str, Any]:
    return dict((reply.get("metadata") or {}).get("metadata") or {})
