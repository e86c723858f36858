"""Spelling correction knows the content's own words."""

from __future__ import annotations

import pytest

from nlu.wording.vocabulary import domain_words
from tests.nlu.shared import library


@pytest.mark.parametrize("word", ["neuroblastoma", "dinutuximab", "mibg", "catecholamines", "eflornithine"])
def test_the_words_of_the_content_are_known(word: str) -> None:
    assert word in domain_words(library())


def test_every_word_of_an_answer_and_of_the_glossary_is_known() -> None:
    said = [sentence.text for topic in library().topics.values() for sentence in topic.sentences]
    said += [name for term in library().terms.values() for name in term.names]
    long = {word for text in said for word in text.lower().split() if word.isalpha() and len(word) >= 4}
    assert len(long) >= 500
    assert {word for word in long if word.isascii()} - domain_words(library()) == set()


def test_every_word_is_lower_case_letters_four_or_more() -> None:
    words = domain_words(library())
    assert len(words) >= 1000
    assert [word for word in words if len(word) < 4 or not word.isalpha() or word != word.lower()] == []


def test_every_long_subject_word_is_known() -> None:
    said = {part for s in library().subjects.values() for phrase in s.words for part in phrase.lower().split()}
    long = {part for part in said if part.isalpha() and len(part) >= 4}
    assert len(long) >= 100
    assert long - domain_words(library()) == set()
