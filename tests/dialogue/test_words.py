"""Glossary words are found as families write them."""

from __future__ import annotations

import pytest

from dialogue.words import find, within
from knowledge.library import Library


def test_every_term_is_found_by_each_of_its_names(library: Library) -> None:
    names = [(name, term) for term in library.terms.values() for name in term.names]
    assert len(names) > len(library.terms)
    assert [name for name, term in names if (found := find(name, library)) is None or name not in found.names] == []


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("PLOIDY", "ploidy"),
        ("biopsys", "biopsy"),
        ("lymph nodes", "lymph node"),
        ("x ray", "x-ray"),
        ("imunohistochemistry", "immunohistochemistry"),
        ("dinutuximb", "dinutuximab"),
        ("metastasys", "metastasis"),
    ],
)
def test_plurals_and_typing_errors_are_forgiven(written: str, term: str, library: Library) -> None:
    found = find(written, library)
    assert found is not None
    assert found.term == term


@pytest.mark.parametrize("written", ["", "?", "it", "MIB", "ALX", "breakfast", "leukemia", "the weather in Paris"])
def test_other_words_are_not_taken_for_a_term(written: str, library: Library) -> None:
    assert find(written, library) is None


def test_terms_are_found_in_a_text_the_longest_first_and_once(library: Library) -> None:
    found = [term.term for term in within("High-dose chemotherapy, then chemotherapy and an MRI. MRI!", library)]
    assert found == ["high-dose chemotherapy", "chemotherapy", "MRI"]


def test_a_word_inside_another_is_not_found(library: Library) -> None:
    assert within("Walking in the chalk pit.", library) == []


def test_terms_of_the_title_are_left_out(library: Library) -> None:
    found = [term.term for term in within("Chemotherapy comes before the biopsy", library, leaving_out="Chemotherapy")]
    assert found == ["biopsy"]
