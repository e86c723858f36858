"""How much one chat may ask in a minute."""

from __future__ import annotations

from collections import OrderedDict, deque

_MINUTE = 60.0
_MOST_CHATS = 10_000


class Limit:
    """Counts messages by when they were written, so that a queue after an outage is no flood."""

    def __init__(self, most: float) -> None:
        """``most`` messages a minute and chat."""
        self._most = most
        self._written: OrderedDict[int, deque[float]] = OrderedDict()
        self._told: dict[int, float] = {}

    def exceeded(self, chat_id: int, written: float) -> bool:
        """Whether this message, written at ``written`` (Unix seconds), is one too many."""
        times = self._written.setdefault(chat_id, deque())
        self._written.move_to_end(chat_id)
        if len(self._written) > _MOST_CHATS:
            self._told.pop(self._written.popitem(last=False)[0], None)
        while times and times[0] <= written - _MINUTE:
            times.popleft()
        if len(times) >= self._most:
            return True
        times.append(written)
        return False

    def to_be_told(self, chat_id: int, written: float) -> bool:
        """Whether the chat should hear of it now: once a minute."""
        last = self._told.get(chat_id)
        if last is not None and written - last < _MINUTE:
            return False
        self._told[chat_id] = written
        return True
