"""The trained model and the real actions in one process, without a server."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from rasa.core.agent import Agent, load_agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig
from rasa.utils.log_utils import configure_structlog
from rasa_sdk.executor import ActionExecutor

from evaluation.rows import Answer

MODEL = Path("models/companion.tar.gz")


class NoModel(OSError):
    """There is no trained model to ask, or the file is not one."""


class InProcessActions(EndpointConfig):
    """An action server without the server: requests go straight to rasa-sdk's executor."""

    def __init__(self) -> None:
        """Register the actions of this project."""
        super().__init__(url="http://in-process/webhook")
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *args: Any, json: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """Run the action Rasa asks for, and give its events and messages."""
        return await self._executor.run(json)


class _RecordingChannel(CollectingOutputChannel):
    """Collects whole messages: Rasa's own channel drops their metadata."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.messages.append(message)


class Assistant:
    """Answers conversations one turn at a time, each conversation by itself."""

    def __init__(self, agent: Agent, store: InMemoryTrackerStore) -> None:
        """Use :meth:`load` to make one."""
        self._agent, self._store = agent, store

    @classmethod
    async def load(cls, model: Path = MODEL) -> Assistant:
        """Load the model and the actions. Raises NoModel when there is no model that can be read."""
        if not model.exists():
            raise NoModel(f"there is no model at {model}; run `make train`")
        configure_structlog(logging.ERROR)  # below INFO Rasa logs what families write
        logging.getLogger("rasa").setLevel(logging.ERROR)
        agent = await load_agent(model_path=str(model), endpoints=AvailableEndpoints(action=InProcessActions()))
        if agent.processor is None:
            raise NoModel(f"{model} is not a trained model; run `make train`")
        store = InMemoryTrackerStore(agent.domain)
        agent.tracker_store = agent.processor.tracker_store = store
        return cls(agent, store)

    async def converse(self, turns: list[str], name: str) -> list[Answer]:
        """The answers to ``turns``, one each; ``name`` must be the conversation's own."""
        return [answer async for answer in self.replies(turns, name)]

    async def replies(self, turns: Iterable[str], name: str) -> AsyncIterator[Answer]:
        """The answers one by one: each of ``turns`` is taken when the one before is answered, and may depend on it."""
        try:
            for turn in turns:
                yield await self._turn(turn, name)
        finally:
            self._store.store.pop(name, None)

    async def parse(self, text: str) -> dict[str, Any]:
        """What the model makes of one message by itself."""
        parsed: dict[str, Any] = await self._agent.parse_message(text)
        return parsed

    async def _turn(self, text: str, name: str) -> Answer:
        channel = _RecordingChannel()
        await self._agent.handle_message(UserMessage(text, channel, sender_id=name))
        tracker = await self._store.retrieve(name)
        parse = tracker.latest_message.parse_data if tracker and tracker.latest_message else {}
        return Answer.joined(channel.messages, parse)
