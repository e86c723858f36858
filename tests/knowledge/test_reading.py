"""The reading level is that of Flesch and Kincaid, and words the glossary explains do not count as long."""

from __future__ import annotations

import pytest

from knowledge.checks.reading import grade, hard_words, smog

LONG = "Considerable horticultural expertise indicates permanently humid environments."


def test_the_grade_follows_the_formula() -> None:
    six_words_of_one_syllable = 0.39 * 6 + 11.8 * 1 - 15.59
    assert grade("The cat sat on the mat.") == pytest.approx(six_words_of_one_syllable, abs=0.1)


def test_long_words_and_long_sentences_read_harder() -> None:
    assert grade(LONG) > 6 > grade("Ferns like rain. They grow in the shade.")
    assert grade("Ferns like rain and they grow in the shade.") > grade("Ferns like rain. They grow in the shade.")


def test_hard_words_are_the_long_ones_of_the_terms_singular_and_plural() -> None:
    found = hard_words(["Neuroblastoma", "chromosome", "bone marrow", "MIBG", "stem cell transplantation"])
    assert {"chromosome", "neuroblastoma", "neuroblastomas", "transplantation", "transplantations"} <= found
    assert not {"bone", "marrow", "stem", "cell"} & found


@pytest.mark.parametrize("word", ["neuroblastoma", "Neuroblastoma", "neuroblastomas"])
def test_a_hard_word_counts_as_two_syllables(word: str) -> None:
    sentence = "Your child has {} in the leg."
    hard = hard_words(["neuroblastoma"])
    assert grade(sentence.format(word), hard) == grade(sentence.format("tumor"))
    assert grade(sentence.format(word)) > grade(sentence.format(word), hard)


def test_a_word_that_only_begins_like_a_hard_one_is_not_eased() -> None:
    sentence = "A neuroblastomatosis."
    assert grade(sentence, hard_words(["neuroblastoma"])) == grade(sentence)


def test_smog_reads_harder_with_long_words() -> None:
    assert smog(" ".join([LONG] * 3)) > smog("Ferns like rain. They grow in the shade. They are green.")
