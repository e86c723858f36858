"""Slips of the keyboard are mended, and what is spelt right is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.nlu.shared import wording

DOMAIN = "chemotherapy immunotherapy radiation dinutuximab isotretinoin eflornithine biopsy ultrasound intermediate"
RARE = "curable nodule resected fainted distended parotid audiologist geneticist"
CODES = "L1 L2 M MS MIBG ALK MYCN PHOX2B CT MRI PET VMA HVA LDH CH14.18 3F8 11q 131-MIBG x-ray"
MORE = "transplant metastasis adrenal crizotinib amplification prognosis inherited observation treatment marrow"


def _slips(word: str) -> Iterator[str]:
    """``word`` with one letter left out, doubled, or changed with the next; the first is seldom mistyped."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


@pytest.mark.parametrize("word", [*DOMAIN.split(), *MORE.split()])
def test_every_slip_in_a_domain_word_is_mended(word: str) -> None:
    slips = list(_slips(word))
    assert len(slips) >= 15
    assert [slip for slip in slips if wording().plain(slip) != word] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nueroblastma", "neuroblastoma"),
        ("neruoblastoma", "neuroblastoma"),
        ("chemotherapie", "chemotherapy"),
        ("dinutuxmb", "dinutuximab"),
        ("isotretinon", "isotretinoin"),
        ("immunothearpy", "immunotherapy"),
        ("surgrey", "surgery"),
        ("my sons 4s spred", "my sons stage ms 4s spread"),
    ],
)
def test_words_as_families_misspell_them(typed: str, meant: str) -> None:
    assert wording().plain(typed) == meant


@pytest.mark.parametrize("code", CODES.split())
def test_a_code_is_left_alone(code: str) -> None:
    assert wording().plain(code) == code.lower()


@pytest.mark.parametrize("word", ["son", "he", "age", "scan", "leg", "eye", "Zoe", "Tom", "12", "18"])
def test_a_short_word_is_left_alone(word: str) -> None:
    assert wording().plain(word) == word.lower()


@pytest.mark.parametrize("word", RARE.split())
def test_a_rare_word_spelt_right_is_left_alone(word: str) -> None:
    assert wording().plain(word) == word
