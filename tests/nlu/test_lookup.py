"""Phrases are found longest first, and never one inside another."""

from __future__ import annotations

from nlu.wording.lookup import Lookup

PHRASES = {"mibg": "test", "mibg therapy": "treatment", "high risk": "risk", "risk": "any", "bone marrow test": "b"}


def _found(text: str) -> list[tuple[str, str]]:
    words, at = [], 0
    for word in text.split():
        words.append((word, at, at + len(word)))
        at += len(word) + 1
    return [(value, text[start:end]) for value, start, end in Lookup(PHRASES).find(words)]


def test_the_longest_phrase_wins() -> None:
    assert _found("is mibg therapy for high risk") == [("treatment", "mibg therapy"), ("risk", "high risk")]


def test_a_shorter_one_is_found_alone() -> None:
    assert _found("mibg scan risk") == [("test", "mibg"), ("any", "risk")]


def test_a_phrase_broken_off_is_not_found() -> None:
    assert _found("bone marrow") == []
    assert _found("bone marrow mibg") == [("test", "mibg")]


def test_a_word_is_used_once() -> None:
    assert _found("high risk risk mibg mibg therapy") == [
        ("risk", "high risk"),
        ("any", "risk"),
        ("test", "mibg"),
        ("treatment", "mibg therapy"),
    ]


def test_nothing_is_found_in_nothing() -> None:
    assert _found("") == []
    assert list(Lookup[str]({}).find([("mibg", 0, 4)])) == []
