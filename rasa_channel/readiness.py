"""What is done once, when the model is loaded and before the first family writes."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress
from typing import Any

from rasa.utils.endpoints import EndpointConfig

from rasa_channel import action_results, event_types
from rasa_channel.absent import Absent
from rasa_channel.action_calls import ActionCalls
from rasa_channel.predictions import Remembered, decided_by_intent


async def begin(app: Any, _loop: object) -> None:
    """Make the calls of actions lean, remember predictions, and give back memory that only loading needed."""
    Absent.used_up = True
    agent = app.ctx.agent
    if not agent.is_ready():
        return
    processor = agent.processor
    action_results.check_quickly()
    event_types.remember()
    if isinstance(processor.action_endpoint, EndpointConfig):
        agent.action_endpoint = processor.action_endpoint = ActionCalls.instead_of(processor.action_endpoint)
    if decided_by_intent(processor.domain):
        processor._predict_next_with_tracker = Remembered(processor._predict_next_with_tracker)
    settle()


async def end(app: Any, _loop: object) -> None:
    """Close the connections to the action server."""
    calls = getattr(getattr(app.ctx, "agent", None), "action_endpoint", None)
    if isinstance(calls, ActionCalls):
        await calls.close()


def settle() -> None:
    """Give unused memory back to the system, and leave what stays for good out of later collections of garbage."""
    gc.collect()
    gc.freeze()
    with suppress(OSError, AttributeError):  # only the GNU library has it
        ctypes.CDLL("libc.so.6").malloc_trim(0)
