"""Demonstration conversations are real answers of the assistant, kept as a family's are."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from django.test import Client

from console import demo, kept
from console.reviews.verdicts import DANGER
from conversations.keeping import Keeper
from tests.conftest import Talk, quiet

pytestmark = pytest.mark.django_db(transaction=True)
TALKS: list[dict[str, Any]] = yaml.safe_load(demo.SCRIPT.read_text(encoding="utf-8"))


@pytest.fixture
def shown(assistant: Talk, sign_in: Callable[[str], Client]) -> list[Any]:
    """The rows of the queue after the first two conversations were made."""
    keeper = Keeper(kept.settings())
    for number, talk in enumerate(TALKS[:2]):
        with quiet():
            answers = assistant.run(demo.answered(assistant.assistant, talk, f"demo-{number}"))
        demo.keep(keeper, talk, answers, time.time() - 3600)
    keeper.engine.dispose()
    return list(sign_in("lead").get("/?state=all").context["rows"])


def test_the_queue_shows_them_a_danger_first_with_answers_and_thumbs(shown: list[Any]) -> None:
    assert sorted(turn.opened.said for turn in shown) == sorted(said for talk in TALKS[:2] for said in talk["say"])
    assert shown[0].outcome in DANGER
    assert all(turn.opened.replies[0]["text"] for turn in shown)
    assert "staging.ms" in {turn.topic for turn in shown}
