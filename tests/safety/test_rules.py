"""Each rule does what its own examples say, and the tables agree."""

from __future__ import annotations

from itertools import pairwise

import pytest

from safety.book import book, precedence
from safety.category import Category
from safety.fields import HERE, table
from safety.rule import Rule
from safety.screen import screen

RULES = book().rules
PAIRS = table(HERE / "precedence.yml")["pairs"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_hits_its_own_lines(rule: Rule) -> None:
    order = precedence()
    found = {line: screen(line).category for line in rule.hits}
    weaker = {line for line, got in found.items() if got is None or order.index(got) > order.index(rule.category)}
    assert weaker == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_leaves_its_misses_alone(rule: Rule) -> None:
    assert [line for line in rule.misses if screen(line).rule == rule.id] == []


def test_every_rule_has_lines_it_hits_and_lines_it_misses() -> None:
    assert [rule.id for rule in RULES if not rule.hits or not rule.misses] == []


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


def test_every_category_has_rules() -> None:
    assert {rule.category for rule in RULES} == set(Category)


def test_the_table_holds_every_category_and_every_neighbouring_pair() -> None:
    order = precedence()
    assert set(order) == set(Category)
    assert [(pair["wins"], pair["over"]) for pair in PAIRS] == [
        (first.value, second.value) for first, second in pairwise(order)
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['wins']} over {pair['over']}")
def test_the_stronger_of_two_wins(pair: dict[str, str]) -> None:
    assert screen(pair["line"]).category is Category(pair["wins"])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['wins']} over {pair['over']}")
def test_the_weaker_is_really_there(pair: dict[str, str]) -> None:
    assert Category(pair["over"]) in {rule.category for rule in raised(pair["line"])}


def raised(line: str) -> list[Rule]:
    """Every rule a pattern of which is in the line."""
    from safety.message import Message

    rules = book()
    message = Message(line, rules.lexicon, rules.signs)
    return [rule for node, rule in rules.patterns if node.ends(message.everywhere, message) & ~1]
