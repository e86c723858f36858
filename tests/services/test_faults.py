"""A part that fails under load costs families time and no message; `python -m benchmarks.faults` plays every part."""

from __future__ import annotations

from itertools import count

import pytest

from benchmarks.proof import calm, logs
from benchmarks.proof.books import Books
from benchmarks.proof.cell import Load, play
from benchmarks.proof.questions import QUESTIONS
from benchmarks.proof.stream import stream
from benchmarks.proof.strike import CUT_OFF, KILLED, Strike
from tests.support.services import Topology
from tests.support.telegram_server import TelegramServer

_LOAD = Load(chats=4, questions=QUESTIONS[:4], rate=8)
_FIRST_CHATS = count(7_100_000_000, 1000)


@pytest.fixture(scope="module")
def books(telegram: TelegramServer, house: Topology) -> Books:
    """What a calm chat is told."""
    books = Books(telegram)
    calm.learn(books, _LOAD.questions, next(_FIRST_CHATS))
    return books


def test_a_stream_of_chats_is_told_what_a_calm_chat_is_told(house: Topology, books: Books) -> None:
    before, first = logs.faults(house), next(_FIRST_CHATS)
    done = stream(books, range(first, first + 5), _LOAD.questions, 4, float("inf"), lambda _count: None)
    assert (done.messages, done.lost, done.wrong) == (20, 0, 0)
    assert logs.faults(house) == before


@pytest.mark.parametrize(("part", "how"), [("gateway", KILLED), ("PostgreSQL", KILLED), ("Redis", CUT_OFF)])
def test_nothing_is_lost_and_nothing_out_of_order(house: Topology, books: Books, part: str, how: str) -> None:
    result = play(house, books, Strike(part, how, 1.0), _LOAD, next(_FIRST_CHATS))
    assert (result.found.messages, result.found.lost, result.found.disordered) == (16, 0, 0), result
    assert result.found.repeated <= 1, result
