"""The quick check of an action's result refuses what Rasa refuses."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from jsonschema import Draft202012Validator, ValidationError
from rasa.core.actions.action import RemoteAction

import nlu.components  # noqa: F401 (the check is installed with the components)

RIGHT = {"events": [{"event": "slot", "name": "topic", "value": "about.what"}], "responses": [{"text": "A."}]}


def _check(result: object) -> bool:
    return RemoteAction("action_answer", None)._validate_action_result(result)  # type: ignore[arg-type]


def test_a_right_result_passes_without_looking_at_the_schema_again() -> None:
    _check(RIGHT)
    checked_again = AssertionError("the schema is checked again")
    with patch.object(Draft202012Validator, "check_schema", side_effect=checked_again):
        assert _check(RIGHT)


@pytest.mark.parametrize("wrong", [{"events": [{"name": "topic"}], "responses": []}, {"events": "no"}, []])
def test_a_wrong_result_is_refused_in_rasas_own_words(wrong: object) -> None:
    with pytest.raises(ValidationError, match="Failed to validate Action server response"):
        _check(wrong)
