"""Rasa's check of an action's result, prepared once.

Rasa checks each result against a schema, and each time first the schema against the schema of
all schemas: more work than everything else in a turn together. The schema never changes.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction

_rasas_own = RemoteAction._validate_action_result


@cache
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    return validator_for(schema)(schema)


def _validate(action: RemoteAction, result: dict[str, Any]) -> bool:
    return _validator().is_valid(result) or bool(_rasas_own(action, result))


def check_quickly() -> None:
    """Let every remote action check its results so. A wrong result raises as it did: Rasa itself then looks at it."""
    RemoteAction._validate_action_result = _validate
