"""The pattern language: each mark does what the table says, and slips are named."""

from __future__ import annotations

import pytest

from safety.finding import RuleError
from safety.lexicon import Lexicon
from safety.message import Message
from safety.pattern import Reader

CONCEPTS = {"child": ["he", "she", "my (son|daughter)"], "loop": ["{loop}"]}
IRREGULAR = {"swell": "swollen"}


def matches(pattern: str, text: str) -> bool:
    lexicon = Lexicon({"cant": "can not"})
    node = Reader(CONCEPTS, IRREGULAR, lexicon).read(pattern)
    lexicon.finish(["heath"])
    message = Message(text, lexicon, {"🆘": "help"})
    return bool(node.ends(message.everywhere, message))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("cannot breathe", "he cannot BREATHE"),
        ("cant breathe", "he can't breathe"),
        ("breathe", "braethe"),
        ("breathe", "breeeathe"),
        ("choke~", "choking"),
        ("cry~", "cries"),
        ("swell~", "swollen"),
        ("{child} fell", "my daughter fell"),
        ("(a|b c) d", "b c d"),
        ("lips [are] blue", "lips blue"),
        ("lips [are] blue", "lips are blue"),
        ("lips ..2 blue", "lips look so blue"),
        ("lips ...2 blue", "lips. so blue"),
        ("#38-42", "it is 38,5"),
        ("^ fever", "ok. fever"),
        ("fever $", "fever. ok"),
        ("fever $?", "a fever?"),
        ("^ [so] what", "hm. what"),
        ("help", "🆘"),
        ("lips (blue|$)", "his lips"),
        ("lips (blue|$)", "his lips blue"),
        ("^ ..2 fever", "ok. is the fever"),
    ],
)
def test_it_matches(pattern: str, text: str) -> None:
    assert matches(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("lips blue", "lips so blue"),
        ("lips ..1 blue", "lips are so blue"),
        ("lips ..2 blue", "lips. blue"),
        ("#38-42", "37.9"),
        ("^ fever", "a fever"),
        ("fever $", "fever now"),
        ("fever $?", "fever!"),
        ("death", "heath"),
        ("pee", "pie"),
        ("^ ..1 fever", "ok. is the fever"),
        ("fever ..2 lips", "fever. red lips"),
    ],
)
def test_it_does_not_match(pattern: str, text: str) -> None:
    assert not matches(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a|b", "never closed"),
        ("[a", "never closed"),
        ("a)", "out of place"),
        ("a||b", "nothing between"),
        ("", "nothing between"),
        ("{nobody}", "no concept `nobody`"),
        ("{loop}", "made of itself"),
        ("a ..99 b", "too wide"),
        ("a.b", "no meaning"),
    ],
)
def test_a_slip_is_named(pattern: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        matches(pattern, "a")
