"""Every intent is answered by an action that exists."""

from __future__ import annotations

import pytest
import yaml

from nlu import domain
from nlu.domain import action_for
from tests.support.content import intents


@pytest.mark.parametrize(
    ("intent", "action"),
    [
        ("staging.ms", "action_answer"),
        ("follow.treatment", "action_answer"),
        ("small_talk.greet", "action_small_talk"),
        ("not_covered.diet", "action_decline"),
        ("other_disease", "action_decline"),
        ("out_of_scope", "action_decline"),
        ("talk.yes", "action_choose"),
        ("safety.emergency", "action_safety"),
        ("nlu_fallback", "action_clarify"),
    ],
)
def test_an_intent_has_its_own_action_or_its_groups(intent: str, action: str) -> None:
    assert action_for(intent) == action


def test_every_way_of_talking_has_an_action_of_its_own() -> None:
    talk = [intent for intent in intents() if intent.startswith("talk.")]
    assert len(talk) >= 8
    assert [intent for intent in talk if action_for(intent) == "action_answer"] == []


def test_every_action_of_the_domain_exists() -> None:
    named = yaml.safe_load(domain.DOMAIN.read_text(encoding="utf-8"))["actions"]
    files = {f"action_{path.stem}" for path in (domain.ROOT / "actions").glob("*.py")}
    assert set(named) == {action_for(intent) for intent in [*intents(), *domain.SAFETY_INTENTS, "nlu_fallback"]}
    assert set(named) <= files
