"""What families asked and were answered, and which servers had a part in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.support.services import Topology
from tests.support.telegram_server import TelegramServer

# Each question with words of its answer that no other of these answers has.
QUESTIONS = {
    "what does stage MS mean": "younger than 18 months",
    "what is MYCN": "MYCN is a gene",
    "what is a biopsy": "biopsy",
    "what is dinutuximab": "Dinutuximab",
}
_PATIENCE = 300.0


def answered(telegram: TelegramServer, chat: int) -> list[str]:
    """The questions whose answers a chat got, in the order they came; apologies are no answers."""
    marks = {mark: question for question, mark in QUESTIONS.items()}
    firsts = (next((mark for mark in marks if mark in text), None) for text in telegram.texts(chat))
    return [marks[mark] for mark in firsts if mark]


def ask(telegram: TelegramServer, chats: Sequence[int]) -> None:
    """Let every chat ask every question, all at once, and wait for the last answer."""
    for question in QUESTIONS:
        for chat in chats:
            telegram.write(chat, question)
    wanted = len(QUESTIONS)
    telegram.wait(lambda: all(len(answered(telegram, chat)) >= wanted for chat in chats), _PATIENCE)


def balanced(house: Topology) -> list[str]:
    """The lines nginx wrote, each of which ends with the servers that were asked."""
    return (house.house.folder / "nginx" / "access.log").read_text(encoding="utf-8").splitlines()


def took_part(house: Topology, kind: str, since: int) -> set[str]:
    """The servers of ``kind`` that answered a POST in the lines after number ``since``."""
    named = {service.url.removeprefix("http://"): service.name for service in house if service.name.startswith(kind)}
    lines = (line for line in balanced(house)[since:] if " POST 200 " in line)
    last = (re.findall(r"127\.0\.0\.1:\d+", line)[-1:] for line in lines)
    return {named[address] for (address,) in last if address in named}
