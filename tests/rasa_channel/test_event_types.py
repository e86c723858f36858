"""Kinds of events are found as Rasa finds them, a second time without looking."""

import pytest
from rasa.shared.core.events import BotUttered, Event, SlotSet

from rasa_channel import event_types


@pytest.fixture
def remembered(monkeypatch):
    monkeypatch.setattr(Event, "resolve_by_type", staticmethod(Event.resolve_by_type))
    event_types.remember()
    event_types.remember()


@pytest.mark.usefixtures("remembered")
def test_kinds_are_found_and_an_unknown_one_is_a_fault():
    for _ in range(2):
        assert Event.resolve_by_type("slot") is SlotSet
        assert Event.resolve_by_type("bot") is BotUttered
        with pytest.raises(ValueError, match="Unknown event name 'nothing'"):
            Event.resolve_by_type("nothing")
    assert Event.resolve_by_type.cache_info().hits >= 2
