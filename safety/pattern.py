"""The pattern language: reads a line such as ``{child} ..3 (cannot|can not) breathe~`` into nodes.

====================  ==========================================================
``word``              the word, also mistyped
``word~``             the word in all its forms: ``choke~`` is choke, chokes, choked, choking
``{name}``            a concept of ``words.yml``
``(a|b c|d)``         one of these
``[a]``               perhaps this
``..3``               up to three words of any kind, within the sentence
``...3``              the same, also past the end of a sentence
``#38-42``            a number from 38 to 42; ``#`` alone is any number
``^`` and ``$``       where a sentence begins or ends; ``$?`` where a question ends
====================  ==========================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from safety.finding import RuleError
from safety.index import needed
from safety.inflect import forms
from safety.lexicon import Lexicon
from safety.nodes import Border, Either, Gap, Maybe, Node, Sequence, Within, Word

_PARTS = re.compile(r"\s*(\.\.\.?\d+|#[\d.]*(?:-[\d.]+)?|\{\w+\}|\$\?|[()\[\]|^$]|[^\W_]+~?|\S)")
_GAP, _WORD = re.compile(r"\.\.(\.?)(\d+)"), re.compile(r"[^\W_]+~?|#[\d.]*(?:-[\d.]+)?")
_WIDEST_GAP = 20
# So many phrases side by side are worth an index.
_MANY = 4


def _leads(found: list[Node]) -> bool:
    """Whether what comes next need not stand in the sentence of what was found."""
    across = found and isinstance(found[-1], Gap) and found[-1].across
    return bool(across) or all(isinstance(part, Border | Maybe | Gap) for part in found)


def _begins_at_border(node: Node) -> bool:
    return isinstance(node, Border) or (isinstance(node, Sequence) and _begins_at_border(node.parts[0]))


def _joined(node: Node) -> list[Node]:
    """``node`` in the same sentence as what comes before it; a part left out may stand at the sentence's end."""
    if isinstance(node, Word):
        return [Word(node.atom, within=True)]
    if isinstance(node, Maybe):
        return [Maybe(Sequence((Within(), node.part)))]
    if isinstance(node, Either) and any(_begins_at_border(part) for part in node.parts):
        return [Either(tuple(part if _begins_at_border(part) else Sequence((Within(), part)) for part in node.parts))]
    return [Within(), node]


class Reader:
    """Reads patterns; concepts are read once and shared."""

    def __init__(self, concepts: Mapping[str, list[str]], irregular: Mapping[str, str], lexicon: Lexicon) -> None:
        """``concepts`` are the named lists of phrases, ``irregular`` the forms no rule gives."""
        self._concepts, self._irregular, self.lexicon = concepts, irregular, lexicon
        self._read: dict[str, Node] = {}
        self._open: list[str] = []

    def read(self, pattern: str) -> Node:
        """The pattern as a node; a pattern that cannot be read is named."""
        parts = [part for part in _PARTS.findall(pattern) if part.strip()]
        node, rest = self._choice(parts)
        if rest:
            raise RuleError(f"`{rest[0]}` is out of place in the pattern `{pattern}`")
        return node

    def concept(self, name: str) -> Node:
        """The node of a concept."""
        if name in self._open:
            raise RuleError(f"the concept `{name}` is made of itself")
        if name not in self._concepts:
            raise RuleError(f"there is no concept `{name}`: add it to words.yml or mend its spelling")
        if name not in self._read:
            self._open.append(name)
            self._read[name] = self.read("|".join(self._concepts[name]))
            self._open.remove(name)
        return self._read[name]

    def _choice(self, parts: list[str]) -> tuple[Node, list[str]]:
        options = []
        while True:
            option, parts = self._sequence(parts)
            options.append(option)
            if parts[:1] != ["|"]:
                return self._either(options), parts
            parts = parts[1:]

    def _sequence(self, parts: list[str]) -> tuple[Node, list[str]]:
        found: list[Node] = []
        while parts and parts[0] not in ("|", ")", "]"):
            node, parts = self._part(parts)
            if isinstance(node, Gap) and found and isinstance(found[-1], Border):
                node = replace(node, leading=True)
            free = isinstance(node, Border | Gap) or _leads(found)
            found += [node] if free else _joined(node)
        if not found:
            raise RuleError("a pattern has nothing between two of its marks")
        return (found[0] if len(found) == 1 else Sequence(tuple(found))), parts

    def _part(self, parts: list[str]) -> tuple[Node, list[str]]:
        part, rest = parts[0], parts[1:]
        if part in ("(", "["):
            return self._bracket(part, rest)
        if part in ("^", "$", "$?"):
            return Border(asked=part == "$?"), rest
        if gap := _GAP.fullmatch(part):
            return self._gap(int(gap[2]), across=bool(gap[1])), rest
        if part.startswith("{") and len(part) > 2:
            return self.concept(part[1:-1]), rest
        if _WORD.fullmatch(part):
            return self._word(part), rest
        raise RuleError(f"`{part}` has no meaning in a pattern")

    def _bracket(self, opening: str, parts: list[str]) -> tuple[Node, list[str]]:
        node, rest = self._choice(parts)
        if rest[:1] != [")" if opening == "(" else "]"]:
            raise RuleError(f"a `{opening}` is never closed")
        if opening == "(":
            return node, rest[1:]
        return Maybe(node), rest[1:]

    @staticmethod
    def _gap(most: int, *, across: bool) -> Gap:
        if most > _WIDEST_GAP:
            raise RuleError(f"a gap of {most} words is too wide; the widest is {_WIDEST_GAP}")
        return Gap(most, across)

    def _word(self, word: str) -> Node:
        if len(said := self.lexicon.said(word)) > 1:
            parts = (Word(self.lexicon.atom([each]), within=place > 0) for place, each in enumerate(said))
            return Sequence(tuple(parts))
        if word.endswith("~"):
            return Word(self.lexicon.atom(forms(word[:-1].lower(), self._irregular)))
        return Word(self.lexicon.atom(said))

    def _either(self, options: list[Node]) -> Node:
        """Single words become one set, so that a long list costs no more than one word."""
        flat = [n for option in options for n in (option.parts if isinstance(option, Either) else (option,))]
        words = [option for option in flat if isinstance(option, Word)]
        others = tuple(option for option in flat if not isinstance(option, Word))
        if not words:
            return others[0] if len(others) == 1 else self._indexed(others)
        atom = self.lexicon.atom(word for option in words for word in self.lexicon.words_of(option.atom))
        return self._indexed((Word(atom), *others)) if others else Word(atom)

    def _indexed(self, parts: tuple[Node, ...]) -> Either:
        """Of many phrases only those are tried of which the rarest word was read."""
        if len(parts) < _MANY:
            return Either(parts)
        by_word: dict[str, int] = {}
        free = 0
        for number, part in enumerate(parts):
            groups = [] if isinstance(part, Word) else needed(part, self.lexicon)
            free |= 0 if groups else 1 << number
            for word in {word for atom in (groups[0] if groups else ()) for word in self.lexicon.words_of(atom)}:
                by_word[word] = by_word.get(word, 0) | 1 << number
        return Either(parts, by_word, free)
