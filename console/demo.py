"""Conversations to look at, made by asking the trained assistant what made-up families say."""

from __future__ import annotations

import asyncio
import random
import secrets
import time
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from console import kept
from conversations.body import Body
from conversations.consent import set_consent
from conversations.database import writing
from conversations.feedback import rate
from conversations.keeping import Keeper, Turn

if TYPE_CHECKING:
    from evaluation.assistant import Assistant

SCRIPT = Path(__file__).parent / "demo.yml"
_DAYS, _DAY, _PAUSE = 6.0, 86_400.0, 45.0


Answered = list[tuple[Any, dict[str, Any], float]]


def make() -> None:
    """Ask and keep them all; says how many. Raises OSError, in one line, when there is no trained model."""
    talks: list[dict[str, Any]] = yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))
    print(f"Asking the assistant {sum(len(talk['say']) for talk in talks)} things ...", flush=True)
    with warnings.catch_warnings(record=True):  # importing Rasa resets what is ignored, and warns a page long
        made = asyncio.run(_asked(talks))
    keeper, chance = Keeper(kept.settings()), random.Random(7)  # nosec B311  # when made-up talk took place
    for talk, answers in zip(talks, made, strict=True):
        keep(keeper, talk, answers, time.time() - chance.random() * _DAYS * _DAY)
    print(f"{len(talks)} demonstration conversations are kept.")


async def _asked(talks: list[dict[str, Any]]) -> list[Answered]:
    from evaluation.assistant import Assistant

    assistant = await Assistant.load()
    return [await answered(assistant, talk, f"demo-{number}") for number, talk in enumerate(talks)]


async def answered(assistant: Assistant, talk: Mapping[str, Any], name: str) -> Answered:
    """For each thing said the answer, what was understood, and the seconds it took."""
    began = time.monotonic()
    answers = await assistant.converse(talk["say"], name)
    seconds = (time.monotonic() - began) / len(answers)
    parses = [await assistant.parse(said) for said in talk["say"]]
    return [(answer, parse, seconds) for answer, parse in zip(answers, parses, strict=True)]


def keep(keeper: Keeper, talk: Mapping[str, Any], answers: Answered, at: float) -> str:
    """Keep one conversation as the tracker store would; its id."""
    name, last = secrets.token_hex(32), None
    for number, said in enumerate(talk["say"]):
        answer, parse, seconds = answers[number]
        last = _turn(name, talk, said, answer, parse, seconds, at + number * _PAUSE)
        keeper.record(last)
    with writing(keeper.engine).begin() as connection:
        if talk.get("consent"):
            set_consent(connection, name, given=True, now=at)
        if talk.get("thumb") and last and last.topic and last.version:
            rate(connection, name, last.topic, last.version, talk["thumb"])
    return name


def _turn(
    name: str, talk: Mapping[str, Any], said: str, answer: Any, parse: dict[str, Any], seconds: float, at: float
) -> Turn:
    safety = parse.get("safety") or {}
    return Turn(
        conversation=name,
        at=at,
        channel=talk["channel"],
        body=Body(said, _replies(answer), list(_ranking(parse)), _entities(parse), safety.get("phrase")),
        outcome=answer.outcome,
        intent=answer.intent or None,
        confidence=answer.confidence,
        topic=answer.topic,
        version=_version(answer.topic),
        safety=safety.get("category") if answer.outcome == safety.get("category") else None,
        rule=safety.get("rule") or None,
        seconds=seconds,
        language=talk.get("language"),
        country=talk.get("country"),
    )


def _replies(answer: Any) -> list[dict[str, Any]]:
    return [{"text": answer.text, "buttons": [str(button.get("title", "")) for button in answer.buttons]}]


def _ranking(parse: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for one in (parse.get("intent_ranking") or [])[:5]:
        yield str(one.get("name")), float(one.get("confidence") or 0)


def _entities(parse: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{name: str(one.get(name)) for name in ("entity", "value")} for one in parse.get("entities") or []]


def _version(topic: str | None) -> str | None:
    from console.talks.said import library

    known = library().topics.get(topic or "")
    return known.version if known else None
