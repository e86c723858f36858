"""How much is measured: in full, or so little that only the way of measuring is tried."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Counts of messages, chats and seconds. ``together`` are how many chats write at once."""

    name: str
    together: tuple[int, ...]
    messages: int  # of all chats, for each way and each number of chats at once, in a round
    rounds: int
    places: tuple[int, ...]  # in one long chat, each the last message of a window
    stored: tuple[int, ...]  # conversations in the database
    topics: tuple[int, ...]  # how often the present topics are there
    asked: int  # messages measured at each point of growth, and with each thing taken back
    seconds: int  # that the stacks are looked at
    servers: tuple[int, ...]
    taken_back: int  # how many of what makes it fast is taken back, one by one
    template: bool  # made where it is not there yet
    heldout: int  # held-out questions given to each pipeline


FULL = Size(
    name="full",
    together=(1, 8, 32),
    messages=128,
    rounds=2,
    places=(4, 40, 400),
    stored=(10, 1_000, 100_000),
    topics=(1, 10),
    asked=60,
    seconds=20,
    servers=(1, 2),
    taken_back=100,
    template=True,
    heldout=1_000,
)
QUICK = Size(
    name="quick",
    together=(1, 2),
    messages=8,
    rounds=1,
    places=(4, 8),
    stored=(10, 50),
    topics=(1, 2),
    asked=8,
    seconds=1,
    servers=(),
    taken_back=0,
    template=False,
    heldout=4,
)
