"""The domain's own words, which spelling correction must know: from topics, glossary and subjects."""

from __future__ import annotations

from pathlib import Path

from knowledge.library import Library
from nlu.wording.wording import tokens

OTHER_ILLNESS = "other_illness"
_SHORTEST = 4
_OTHERS = Path(__file__).parent / "other_illnesses.txt"


def other_illnesses() -> list[str]:
    """Names of illnesses that are not ours, as families write them."""
    return _OTHERS.read_text(encoding="utf-8").split("\n")[:-1]


def domain_words(library: Library) -> frozenset[str]:
    """Every word of four letters or more that the content uses."""
    texts = [sentence.text for topic in library.topics.values() for sentence in topic.sentences]
    texts += [f"{topic.title} {topic.question}" for topic in library.topics.values()]
    texts += [f"{' '.join(term.names)} {term.text}" for term in library.terms.values()]
    texts += [word for subject in library.subjects.values() for word in subject.words]
    texts += other_illnesses()
    words = {word for text in texts for token in tokens(text) for word in token.split("-")}
    return frozenset(word for word in words if word.isalpha() and len(word) >= _SHORTEST)
