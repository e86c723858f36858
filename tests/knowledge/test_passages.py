"""A passage is found by how it begins, and has changed only when its words have."""

from __future__ import annotations

import re

import pytest

from knowledge.passages import PassageMissing, digest, plain_lines, split

GUIDE = """Ferns

## Leaves
The leaves are [silver](https://example.org/a) and *small*.

## Roots
The roots are short.
"""
BEGINS = {"leaves": "## Leaves", "roots": "## Roots"}


def _hash(document: str) -> str:
    return digest(split(document, BEGINS)["leaves"])


def test_plain_lines_are_what_a_reader_sees() -> None:
    document = "\ufeffA [fern](https://x.org)  is\t**small**.\n\n![a drawing](fern.png)_Really_ \u00a0 so."
    assert plain_lines(document) == ["A fern is small.", "", "Really so."]


def test_a_passage_ends_where_the_next_begins() -> None:
    assert split(GUIDE, BEGINS) == {
        "leaves": "## Leaves The leaves are silver and small.",
        "roots": "## Roots The roots are short.",
    }


def test_a_beginning_is_looked_for_after_the_one_before_it() -> None:
    twice = "Pots\nPots\ntin\n"
    assert split(twice, {"first": "Pots", "second": "Pots"}) == {"first": "Pots", "second": "Pots tin"}


@pytest.mark.parametrize("begins", [{"stems": "## Stems"}, {"roots": "## Roots", "stems": "## Leaves"}])
def test_a_beginning_not_found_is_named(begins: dict[str, str]) -> None:
    with pytest.raises(PassageMissing, match=r"^stems$"):
        split(GUIDE, begins)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://example.org/a", "https://example.net/moved?to=b"),
        ("[silver](https://example.org/a)", "silver"),
        ("*small*", "__small__"),
        ("leaves are", "leaves \t\u00a0are"),
        ("leaves are", "leaves\nare"),
        ("## Leaves\n", "## Leaves\r\n\r\n\r\n"),
        ("*small*.", "*small*. ![fern](fern.png)"),
        ("The leaves", "THE leaves"),
        ("The roots are short", "The roots are long"),
        ("Ferns\n", "Mosses\n"),
    ],
)
def test_the_hash_survives(old: str, new: str) -> None:
    changed = GUIDE.replace(old, new, 1)
    assert changed != GUIDE
    assert _hash(changed) == _hash(GUIDE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("silver", "golden"),
        ("silver", ""),
        ("small", "not small"),
        ("are [silver", "were [silver"),
        ("small*.", "small*?"),
    ],
)
def test_the_hash_changes_with_a_word(old: str, new: str) -> None:
    changed = GUIDE.replace(old, new, 1)
    assert changed != GUIDE
    assert _hash(changed) != _hash(GUIDE)


def test_the_hash_is_64_hexadecimal_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", _hash(GUIDE))
