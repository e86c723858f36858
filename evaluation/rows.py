"""The rows of a bulk question: what goes in, what comes out, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

UNAVAILABLE = "unavailable"


class BadRow(ValueError):
    """A line of a questions file that cannot be asked; the message names file, line and mend."""


@dataclass(frozen=True)
class Question:
    """A conversation to hold: its id, and what the family says turn by turn."""

    id: str
    turns: list[str]
    raw: Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """One reply, several messages of a turn joined."""

    outcome: str
    topic: str | None
    suggestions: list[str]
    sources: list[str]
    text: str
    buttons: list[dict[str, str]]
    intent: str
    confidence: float

    @classmethod
    def joined(cls, messages: Sequence[Mapping[str, Any]], parse: Mapping[str, Any]) -> Answer:
        """The messages of one turn as one answer; none at all is ``unavailable``."""
        records = [m.get("metadata") or {} for m in messages]
        first = next((r for r in records if r.get("outcome")), {})
        intent = parse.get("intent") or {}
        return cls(
            outcome=first.get("outcome", UNAVAILABLE),
            topic=first.get("topic"),
            suggestions=_each_once(records, "suggestions"),
            sources=_each_once(records, "sources"),
            text="\n\n".join(m["text"] for m in messages if m.get("text")),
            buttons=[b for m in messages for b in m.get("buttons") or []],
            intent=str(intent.get("name") or ""),
            confidence=float(intent.get("confidence") or 0.0),
        )

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON holds it."""
        return asdict(self)


def _each_once(records: Sequence[Mapping[str, Any]], key: str) -> list[str]:
    return list(dict.fromkeys(item for record in records for item in record.get(key, [])))


def read_questions(path: Path) -> Iterator[Question]:
    """The questions of a JSON-lines file. Raises BadRow for a line that is not one."""
    for number, line in enumerate(_text(path).split("\n"), start=1):  # splitlines() would also split inside a question
        if line.strip():
            yield _question(line, f"{path}:{number}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        number = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadRow(f"{path}:{number}: not UTF-8; save the file as UTF-8") from None


def _question(line: str, place: str) -> Question:
    try:
        raw = json.loads(line)
    except ValueError:
        raise BadRow(f"{place}: not JSON; write one JSON object a line") from None
    turns = raw.get("turns") if isinstance(raw, dict) else None
    if not (isinstance(turns, list) and turns and all(isinstance(turn, str) for turn in turns)):
        raise BadRow(f'{place}: no turns; write {{"id": "q1", "turns": ["a question"]}}')
    return Question(str(raw.get("id", place)), turns, raw)
