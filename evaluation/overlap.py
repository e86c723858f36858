"""Find questions put in the same words, or nearly: a held-out question must not be a training question."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

NEAR = Fraction(4, 5)
FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("", "", "'’")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().translate(_APOSTROPHES))


def _same(text: str) -> str:
    """What two texts share when they are the same but for case and marks; a text of marks alone is itself."""
    return " ".join(_words(text)) or text.strip()


class Index:
    """Questions by their words, so that only the likely ones need comparing."""

    def __init__(self, questions: Iterable[str]) -> None:
        """Index ``questions``; their order is the order in which ``near`` gives them."""
        self.questions = list(questions)
        self.words = [frozenset(_words(question)) for question in self.questions]
        self.same: defaultdict[str, list[int]] = defaultdict(list)
        self.with_word: defaultdict[str, list[int]] = defaultdict(list)
        for at, question in enumerate(self.questions):
            self.same[_same(question)].append(at)
            for word in self.words[at]:
                self.with_word[word].append(at)

    def sharing(self, words: frozenset[str]) -> set[int]:
        """The places of all questions that could be near ``words``: those with one of its rarest words."""
        rarest = sorted(words, key=lambda word: len(self.with_word.get(word, ())))
        spare = len(words) - math.ceil(NEAR * len(words))  # so many words a near question may lack
        return {at for word in rarest[: spare + 1] for at in self.with_word.get(word, ())}


def near(question: str, index: Index) -> list[str]:
    """The questions of ``index`` with the same words as ``question``, or of three words or more with four in five."""
    found = set(index.same.get(_same(question), ()))
    words = frozenset(_words(question))
    if len(words) >= FEWEST_WORDS:
        found |= {at for at in index.sharing(words) if _alike(words, index.words[at])}
    return [index.questions[at] for at in sorted(found)]


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(theirs) >= FEWEST_WORDS and len(ours & theirs) >= NEAR * len(ours | theirs)
