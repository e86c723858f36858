"""Clauses and sentences as runs of places, and the filling of a run from a place in it."""

from __future__ import annotations

from safety.message import Message


def fill(seeds: int, borders: int, message: Message) -> int:
    """All words of every run that holds a seed; ``borders`` are the places where runs meet."""
    right = message.everywhere & ~borders
    left, step = right >> 1, 1
    forwards = backwards = seeds
    while step <= message.size:
        forwards |= right & (forwards << step)
        backwards |= left & (backwards >> step)
        right &= right << step
        left &= left >> step
        step <<= 1
    return (forwards | backwards) & message.words


def clause_borders(message: Message, openers: int, joiners: int, subjects: int) -> int:
    """Where clauses meet: punctuation, "but", and "and he ...", "because my ..."."""
    masks = message.masks
    joined = masks[joiners] & (masks[subjects] >> 1)
    return message.commas | masks[openers] | joined
