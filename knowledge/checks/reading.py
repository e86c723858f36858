"""A parent at night must be able to read it: Flesch-Kincaid grade 6 or lower."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import textstat

from knowledge.finding import Finding
from knowledge.library import Content

MOST_GRADE = 6.0
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_STAND_IN = "tumor"
_MOST_SYLLABLES = 2


def hard_words(names: Iterable[str]) -> frozenset[str]:
    """The words of the glossary's terms that have more than two syllables, singular and plural."""
    found = {w.lower() for name in names for w in _WORD.findall(name) if textstat.syllable_count(w) > _MOST_SYLLABLES}
    return frozenset(found | {w + "s" for w in found})


def grade(text: str, hard: frozenset[str] = frozenset()) -> float:
    """Flesch-Kincaid grade (a US school year), each word of ``hard`` counting as two syllables."""
    eased = _WORD.sub(lambda found: _STAND_IN if found.group().lower() in hard else found.group(), text)
    return float(textstat.flesch_kincaid_grade(eased))


def smog(text: str) -> float:
    """SMOG grade (a US school year) of ``text`` as it stands; textstat needs three sentences or more."""
    return float(textstat.smog_index(text))


def check(content: Content) -> Iterator[Finding]:
    """Name every topic whose short answer reads above grade 6."""
    hard = hard_words(name for term in content.terms for name in term.names)
    for topic in content.topics:
        found = grade(" ".join(s.text for s in topic.say), hard)
        if found > MOST_GRADE:
            fault = f"`say` reads at grade {found:.2f}, above {MOST_GRADE:.0f}"
            yield Finding(topic.file, topic.say[0].line, fault, "use shorter sentences and everyday words")
