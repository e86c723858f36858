"""Every dangerous line is caught; harmless ones hardly ever cry wolf."""

from __future__ import annotations

import pytest

from safety.book import precedence
from safety.category import Category
from safety.screen import screen
from tests.safety.lines import STRONG, WEAKER, learned, must_hit, must_not_hit, questions

# What the rules alone catch of the weaker kinds; the learned reading beside them does the rest.
LEAST_RECALL = {Category.ASK_DOCTOR: 0.35, Category.OUTLOOK: 0.42, Category.DISTRESS: 0.42}
MOST_LEARNED = {Category.SELF_HARM: 0.25, Category.EMERGENCY: 0.07}
MOST_FALSE, MOST_FALSE_STRONG = 0.015, 0.005


def reaches(line: str, category: Category) -> bool:
    """Whether the line is caught as ``category`` or as something stronger."""
    order = precedence()
    found = screen(line).category
    return found is not None and order.index(found) <= order.index(category)


@pytest.mark.parametrize("category", STRONG)
def test_no_dangerous_line_is_missed(category: Category) -> None:
    assert [line for line in must_hit(category) if not reaches(line, category)] == []


@pytest.mark.parametrize("category", WEAKER)
def test_of_the_other_lines_the_sure_ones_are_caught(category: Category) -> None:
    all_lines = must_hit(category)
    caught = [line for line in all_lines if reaches(line, category)]
    assert len(caught) >= LEAST_RECALL[category] * len(all_lines)


@pytest.mark.parametrize("category", STRONG)
def test_few_lines_are_left_to_the_learned_reading(category: Category) -> None:
    left = learned(category)
    assert len(left) <= MOST_LEARNED[category] * len(left + must_hit(category))


def test_harmless_lines_hardly_ever_raise_anything() -> None:
    harmless = [line for category in Category for line in must_not_hit(category)]
    found = [screen(line).category for line in harmless]
    assert sum(category is not None for category in found) <= MOST_FALSE * len(harmless)
    assert sum(category in STRONG for category in found) <= MOST_FALSE_STRONG * len(harmless)


@pytest.mark.parametrize("category", STRONG)
def test_questions_about_the_illness_hardly_ever_cry_wolf(category: Category) -> None:
    """One in five of the training questions; some of those that alarm are real alarms in a question's clothes."""
    asked = questions()[::5]
    alarms = [line for line in asked if screen(line).category is category]
    assert len(alarms) <= 0.006 * len(asked)


def test_there_are_enough_lines() -> None:
    assert sum(len(must_hit(category)) for category in Category) >= 400
    assert sum(len(must_not_hit(category)) for category in Category) >= 400
    assert all(min(len(must_hit(strong)), len(must_not_hit(strong))) >= 150 for strong in STRONG)


@pytest.mark.parametrize("read", [must_hit, must_not_hit])
def test_no_line_is_there_twice(read: object) -> None:
    found = [line.lower() for category in Category for line in read(category)]  # type: ignore[operator]
    assert sorted({line for line in found if found.count(line) > 1}) == []
