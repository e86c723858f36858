"""Which patterns are worth trying on a message: those with a word of theirs in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from safety.lexicon import Lexicon
from safety.nodes import Either, Gap, Maybe, Node, Word
from safety.nodes import Sequence as Parts

_SHORT_WORD = 3
# Short words ("he", "not", "is") are in nearly every message: a pattern is found by its other words.
_WEIGHT_OF_SHORT = 40
# So many of its rarest words are looked for before a pattern is tried.
_LAYERS = 3


def _weight(atoms: Iterable[int], lexicon: Lexicon) -> int:
    words = (word for atom in atoms for word in lexicon.words_of(atom))
    return sum(_WEIGHT_OF_SHORT if len(word) <= _SHORT_WORD else 1 for word in words)


def needed(node: Node, lexicon: Lexicon) -> list[frozenset[int]]:
    """The groups of sets of words of each of which the node needs one, the rarest first."""
    if isinstance(node, Word):
        return [frozenset([node.atom])]
    if isinstance(node, Either):
        each = [needed(part, lexicon) for part in node.parts]
        return [frozenset[int]().union(*(groups[0] for groups in each))] if all(each) else []
    if isinstance(node, Parts):
        groups = [group for part in node.parts for group in needed(part, lexicon)]
        return sorted(groups, key=lambda atoms: _weight(atoms, lexicon))
    return []


def crosses(node: Node) -> bool:
    """Whether what the node matches may go past the end of a sentence."""
    if isinstance(node, Gap):
        return node.across
    parts = (node.part,) if isinstance(node, Maybe) else node.parts if isinstance(node, Either | Parts) else ()
    return any(crosses(part) for part in parts)


class Index:
    """The patterns by the words of which they need one: bit *i* of a number stands for pattern *i*."""

    def __init__(self, nodes: Sequence[Node], lexicon: Lexicon) -> None:
        """``nodes`` in the order of their numbers."""
        self._by_word: dict[str, list[int]] = {}
        self._free = [0] * _LAYERS
        self._crossing = sum(1 << number for number, node in enumerate(nodes) if crosses(node))
        for number, node in enumerate(nodes):
            groups = needed(node, lexicon)
            for layer in range(_LAYERS):
                self._enter(layer, 1 << number, groups[layer : layer + 1], lexicon)

    def _enter(self, layer: int, bit: int, group: list[frozenset[int]], lexicon: Lexicon) -> None:
        if not group:
            self._free[layer] |= bit
            return
        for word in frozenset[str]().union(*(lexicon.words_of(atom) for atom in group[0])):
            self._by_word.setdefault(word, [0] * _LAYERS)[layer] |= bit

    def worth_trying(self, words: Set[str], sentences: Sequence[Set[str]] = ()) -> list[int]:
        """The patterns that may match a message with these words, in order; ``sentences`` are the words of each."""
        left = self._possible(words)
        if left and sentences:
            within = 0
            for sentence in sentences:
                within |= self._possible(sentence)
            left &= within | self._crossing
        return _numbers(left)

    def _possible(self, words: Set[str]) -> int:
        first, second, third = self._free
        by_word = self._by_word
        for word in by_word.keys() & words:
            one, two, three = by_word[word]
            first |= one
            second |= two
            third |= three
        return first & second & third


def _numbers(bits: int) -> list[int]:
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found
