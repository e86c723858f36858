"""A short message without a subject of its own most likely stays near what was said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from knowledge.library import Library

# How much likelier a reading is for being near: the last topic, one it leads to, one of its group.
_SAME, _RELATED, _GROUP = 6.0, 2.5, 1.5
# What the last topic weighs before the message has said anything, and how much of chat to believe here.
_STAY, _CHAT = 0.03, 0.4
_CHAT_INTENTS = ("small_talk.capabilities", "small_talk.complaint", "small_talk.how_are_you", "declined")


def near_by(weights: Mapping[str, float], last: str, library: Library) -> dict[str, float]:
    """The weights, each times its nearness to the topic ``last``, adding up to one again."""
    topic = library.topics.get(last)
    related = set(topic.related.values()) if topic else set()
    group = last.partition(".")[0]
    found: dict[str, float] = defaultdict(float, weights)
    found[last] += _STAY
    for target in found:
        found[target] *= _nearness(target, last, related, group)
    total = sum(found.values()) or 1.0
    return {target: weight / total for target, weight in found.items()}


def _nearness(target: str, last: str, related: set[str], group: str) -> float:
    if target == last:
        return _SAME
    if target in related:
        return _RELATED
    if target in _CHAT_INTENTS:
        return _CHAT
    return _GROUP if target.partition(".")[0] == group else 1.0
