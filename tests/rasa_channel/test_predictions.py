"""What comes next is asked of the rules once, and said as if asked each time."""

import pytest
from rasa.core.policies.policy import PolicyPrediction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, DefinePrevUserUtteredFeaturization, FollowupAction, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_channel.predictions import Remembered, decided_by_intent


class Rules:
    def __init__(self):
        self.asked = []

    def predict(self, tracker):
        self.asked.append(tracker.latest_message.intent["name"])
        return PolicyPrediction([0.0, 1.0], "RulePolicy", events=[DefinePrevUserUtteredFeaturization(False, 1.0)])


@pytest.fixture
def rules():
    return Rules()


def after(intent, *events):
    return DialogueStateTracker.from_events(
        "f", [ActionExecuted("action_listen"), UserUttered("hi", {"name": intent}), *events]
    )


def test_the_same_question_is_asked_of_the_rules_once(rules):
    predict = Remembered(rules.predict)
    said = [predict(after(intent)) for intent in ("a", "b", "a", "b")]
    assert rules.asked == ["a", "b"]
    assert all(one.probabilities == [0.0, 1.0] for one in said)


def test_events_are_of_now_and_each_turns_own(rules):
    predict = Remembered(rules.predict)
    first, second = predict(after("a")), predict(after("a"))
    assert first.events[0] is not second.events[0]
    assert second.events[0].timestamp >= first.events[0].timestamp > 1.0


def test_what_an_action_asked_for_goes_before_what_is_remembered(rules):
    predict = Remembered(rules.predict)
    for _ in range(2):
        predict(after("a", FollowupAction("action_menu")))
    assert rules.asked == ["a", "a"]


@pytest.mark.filterwarnings("ignore")
def test_our_own_domain_is_decided_by_intent_and_one_with_a_slot_that_counts_is_not():
    assert decided_by_intent(Domain.load("domain.yml"))
    counted = "slots: {a: {type: bool, influence_conversation: true, mappings: [{type: custom}]}}"
    assert not decided_by_intent(Domain.from_yaml(counted))
