"""What takes the alarm out of words: a general question, a past that is over, a figure of speech."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from safety.clauses import clause_borders, fill
from safety.index import Index
from safety.lexicon import Lexicon
from safety.message import Message
from safety.nodes import Node

_MOST_FIGURES = 20


@dataclass(frozen=True)
class Context:
    """Patterns that reach over the clause or sentence they stand in, unless one of ``cancelled`` is in the clause."""

    nodes: tuple[Node, ...]
    scope: str
    cancelled: str | None
    index: Index

    def seeds(self, message: Message) -> int:
        """The last word of every match."""
        found = 0
        for number in self.index.worth_trying(message.seen.keys()):
            found |= self.nodes[number].ends(message.everywhere, message)
        return (found >> 1) & message.words


@dataclass(frozen=True)
class Joints:
    """The sets of words at which a clause begins."""

    openers: int
    joiners: int
    subjects: int


@dataclass
class Reach:
    """How far each context reaches in one message, worked out when first asked for."""

    message: Message
    contexts: Mapping[str, Context]
    joints: Joints
    _known: dict[str, int] = field(default_factory=dict)
    _clauses: int | None = None

    @property
    def clauses(self) -> int:
        """Where clauses meet."""
        if self._clauses is None:
            joints = self.joints
            self._clauses = clause_borders(self.message, joints.openers, joints.joiners, joints.subjects)
        return self._clauses

    def of(self, name: str) -> int:
        """The words the context takes the alarm out of."""
        if name not in self._known:
            seeds = self.contexts[name].seeds(self.message)
            self._known[name] = self._reached(name, seeds) if seeds else 0
        return self._known[name]

    def _reached(self, name: str, seeds: int) -> int:
        context = self.contexts[name]
        if context.scope == "message":
            reached = self.message.words
        else:
            reached = fill(seeds, self.message.breaks if context.scope == "sentence" else self.clauses, self.message)
        return reached & ~self.of(context.cancelled) if context.cancelled else reached


def first_match(node: Node, ends: int, message: Message) -> tuple[int, int]:
    """The first place in ``ends`` and the latest place where a match ending there begins."""
    end = (ends & -ends).bit_length() - 1
    low, high = 0, end
    while low < high:
        middle = (low + high + 1) // 2
        later = message.everywhere & ~((1 << middle) - 1)
        if node.ends(later, message) >> end & 1:
            low = middle
        else:
            high = middle - 1
    return low, end


def without_figures(message: Message, figures: Context) -> None:
    """Take figures of speech ("my feet are killing me") out of the message."""
    blank = 0
    for number in figures.index.worth_trying(message.seen.keys()):
        ends = figures.nodes[number].ends(message.everywhere, message)
        for _ in range(_MOST_FIGURES):
            if not ends:
                break
            start, end = first_match(figures.nodes[number], ends, message)
            blank |= (1 << end) - (1 << start)
            ends &= ends - 1
    if blank:
        message.blank(blank)


def context(nodes: list[Node], scope: str, cancelled: str | None, lexicon: Lexicon) -> Context:
    """A context with its index; call when all its patterns are read."""
    return Context(tuple(nodes), scope, cancelled, Index(nodes, lexicon))
