"""Which patterns are worth trying on a message: those with a word of theirs in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from safety.lexicon import Lexicon
from safety.nodes import Either, Node, Word
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


class Index:
    """The patterns by the words of which they need one: bit *i* of a number stands for pattern *i*."""

    def __init__(self, nodes: Sequence[Node], lexicon: Lexicon) -> None:
        """``nodes`` in the order of their numbers."""
        self._layers: list[dict[str, int]] = [{} for _ in range(_LAYERS)]
        self._free = [0] * _LAYERS
        for number, node in enumerate(nodes):
            groups = needed(node, lexicon)
            for layer in range(_LAYERS):
                self._enter(layer, 1 << number, groups[layer : layer + 1], lexicon)

    def _enter(self, layer: int, bit: int, group: list[frozenset[int]], lexicon: Lexicon) -> None:
        if not group:
            self._free[layer] |= bit
            return
        by_word = self._layers[layer]
        for word in frozenset[str]().union(*(lexicon.words_of(atom) for atom in group[0])):
            by_word[word] = by_word.get(word, 0) | bit

    def worth_trying(self, words: Set[str]) -> list[int]:
        """The patterns that may match a message with these words, in order."""
        left = -1
        for by_word, free in zip(self._layers, self._free, strict=True):
            found = free
            for word in by_word.keys() & words:
                found |= by_word[word]
            left &= found
            if not left:
                return []
        return _numbers(left)


def _numbers(bits: int) -> list[int]:
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found
