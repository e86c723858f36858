"""One turn: handled once, kept only when the assistant said something."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_channel import sessions
from rasa_channel.output import Replies, reply
from rasa_channel.question import Question
from rasa_channel.store import unwrapped


async def handle(agent: Any, question: Question) -> list[dict[str, Any]]:
    """The replies; those of the first time when the update was handled before; none when something broke.

    A turn without a reply leaves no trace, so that it can be tried again. Raises StoreUnavailable and LockError.
    """
    agent = unwrapped(agent)
    async with agent.lock_store.lock(question.sender):
        tracker = await sessions.current(agent.processor, question.sender)
        return said_before(tracker, question.update_id) or await _take(agent.processor, tracker, question)


async def _take(processor: Any, tracker: DialogueStateTracker, question: Question) -> list[dict[str, Any]]:
    """What ``MessageProcessor.handle_message`` does, on a tracker read once, and saved only after a reply."""
    output = Replies()
    await sessions.begin(processor, tracker, output, question.metadata)
    message = UserMessage(
        question.text, output, question.sender, input_channel=output.name(), metadata=question.metadata
    )
    await processor._handle_message_with_tracker(message, tracker)
    tracker = await processor.run_action_extract_slots(output, tracker)
    await processor._run_prediction_loop(output, tracker)
    if output.said:
        await processor.run_anonymization_pipeline(tracker)
        await processor.save_tracker(tracker)
    return output.said


def said_before(tracker: DialogueStateTracker, update_id: int) -> list[dict[str, Any]]:
    """What was said to this update; empty when it is new."""
    said: list[dict[str, Any]] = []
    ours = False
    for event in tracker.events:
        if isinstance(event, UserUttered):
            ours = (event.metadata or {}).get("update_id") == update_id
        elif ours and isinstance(event, BotUttered):
            said.append(reply(event.text, event.data.get("buttons"), event.metadata.get("metadata")))
    return said
