"""What an action gave is looked at quickly, and thoroughly where the quick look does not do."""

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa_sdk.events import FollowupAction, SlotSet

from rasa_channel import action_results
from rasa_channel.action_results import plainly_right


@pytest.fixture
def action(monkeypatch):
    """A remote action; how results are checked is as it was afterwards."""
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    action_results.check_quickly()
    action_results.check_quickly()
    return RemoteAction("action_answer", None)


def result(*events, responses=({"text": "Hello."},)):
    return {"events": list(events), "responses": list(responses)}


def test_slots_and_messages_are_plainly_right(action):
    assert plainly_right(result(SlotSet("stage", "MS"), SlotSet("said", ["a"])))
    assert action._validate_action_result(result(SlotSet("stage", None)))


def test_other_events_are_left_to_rasa_which_takes_them(action):
    followed = result(FollowupAction("action_menu"))
    assert not plainly_right(followed)
    assert action._validate_action_result(followed)


@pytest.mark.parametrize(
    "wrong",
    [
        result({"event": "slot", "name": 7, "value": 1, "timestamp": None}),
        result({"event": "slot", "value": 1}),
        result(SlotSet("a", 1), responses=["Hello."]),
        {"events": None, "responses": []},
    ],
)
def test_what_is_wrong_is_still_refused(action, wrong):
    with pytest.raises(ValidationError):
        action._validate_action_result(wrong)
