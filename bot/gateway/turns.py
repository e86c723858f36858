"""One update, from what it means to its answer."""

from __future__ import annotations

import asyncio
import html
import logging
import time
from dataclasses import dataclass

from bot.face import after
from bot.face.incoming import Act, Ask, Decision, Say
from bot.face.kinds import decide, words
from bot.face.known import Known
from bot.face.outgoing import Outgoing, message
from bot.face.render import render
from bot.gateway import sender
from bot.gateway.acts import ACTS
from bot.gateway.answer import Answer, commit
from bot.gateway.rasa import Question, RasaFailed
from bot.gateway.sender import Sender
from bot.gateway.work import Work
from bot.store import chats
from bot.store.chats import Chat
from bot.store.inbox import Waiting

logger = logging.getLogger(__name__)

_OUTSIDE = ("export", "delete_confirmed", "consent")
_SOON = 0.3  # seconds; an answer that comes sooner needs no "is typing", which costs as much as the answer's sending
_TYPING = Outgoing("sendChatAction", {"action": "typing"})  # type: ignore[arg-type]  # never waits in the outbox


@dataclass(frozen=True)
class Turn:
    """An update with what is known of its sender, and what it means."""

    row: Waiting
    who: Sender
    chat: Chat
    decision: Decision

    @property
    def needs_rasa(self) -> bool:
        """Whether the answer has to come from Rasa, or from another store outside the gateway."""
        outside = isinstance(self.decision, Act) and self.decision.what in _OUTSIDE
        return isinstance(self.decision, Ask) or outside


class Turns:
    """Reads updates and answers them."""

    def __init__(self, work: Work) -> None:
        """``work`` holds the tools."""
        self._work = work
        self._asides: set[asyncio.Task[None]] = set()

    async def read(self, row: Waiting) -> Turn:
        """What the update means."""
        who = sender.of(row.body)
        chat = await self._work.database.run(lambda c: chats.find(c, row.chat_id))
        known = Known(chat.country, self._work.username, self._work.retention_days, chat.consent)
        try:
            decision = decide(row.body, who.language or chat.language, known)
        except Exception as error:  # no update may stop a chat
            logger.error("an update was not understood: %s", type(error).__name__)
            decision = Say(after.unavailable(chat.country))
        return Turn(row, who, chat, decision)

    async def take(self, turn: Turn) -> None:
        """Answer it into the outbox. Raises RasaFailed and StoreUnavailable; then nothing is kept."""
        if turn.row.attempts == 0 and (press := after.acknowledge(turn.row.body)):
            self._aside(turn, press)
        answer = await self._answer(turn)
        await commit(self._work.database, turn.row, answer, turn.who.language)
        if isinstance(turn.decision, Act) and turn.decision.what == "feedback":
            self._work.thumb_given.set()

    def safety(self, turn: Turn) -> tuple[Outgoing, ...]:
        """The safety reply to the family's words; empty when none is due."""
        said = turn.decision.text if isinstance(turn.decision, Ask) else words(turn.row.body)
        reply = self._work.screen(said, turn.chat.country) if said else None
        return (message(html.escape(reply, quote=False), safety=True),) if reply else ()

    def apology(self, turn: Turn) -> tuple[Outgoing, ...]:
        """What is said when Rasa does not answer: the safety reply if one is due."""
        before = turn.decision.before if isinstance(turn.decision, Ask) else ()
        self._work.metrics.outcomes.labels("unavailable").inc()
        return (*before, *(self.safety(turn) or after.unavailable(turn.chat.country)))

    async def _answer(self, turn: Turn) -> Answer:
        decision = turn.decision
        if isinstance(decision, Ask):
            return await self._ask(turn, decision)
        first = self.safety(turn)
        if isinstance(decision, Act):
            done = await ACTS[decision.what](self._work, turn.row, decision.args)
            return Answer(first or done.messages, done.changes)
        return Answer(first) if first or not isinstance(decision, Say) else self._say(turn, decision)

    def _say(self, turn: Turn, say: Say) -> Answer:
        """The gateway's own words; those for several updates at once, such as an album, only the first time."""
        key, now = say.once, time.time()
        if key is None:
            return Answer(say.messages)
        if key == turn.chat.said_once:
            return Answer()
        return Answer(say.messages, (lambda c: chats.note(c, turn.row.chat_id, now, said_once=key),))

    async def _ask(self, turn: Turn, ask: Ask) -> Answer:
        written = turn.who.written or turn.row.received
        if turn.row.attempts == 0 and self._work.limit.exceeded(turn.row.chat_id, written):
            return Answer(self.safety(turn) or self._too_fast(turn, written))
        question = Question(
            self._work.conversation(turn.row.chat_id),
            ask.text,
            turn.row.update_id,
            turn.who.language or turn.chat.language,
            turn.chat.country,
        )
        typing = asyncio.get_running_loop().call_later(_SOON, self._aside, turn, _TYPING)
        try:
            replies = await self._work.rasa.ask(question)
        finally:
            typing.cancel()
        return Answer((*(() if turn.row.told else ask.before), *self._rendered(replies)))

    def _rendered(self, replies: object) -> tuple[Outgoing, ...]:
        try:
            messages = render(replies)  # type: ignore[arg-type]  # Rasa's JSON; what is odd in it raises
            outcome = replies[0]["metadata"]["outcome"]  # type: ignore[index]
        except Exception as error:
            raise RasaFailed(f"unreadable ({type(error).__name__})", away=False) from error
        if not messages:
            raise RasaFailed("nothing to say", away=False)
        self._work.metrics.outcomes.labels(str(outcome)).inc()
        return messages

    def _too_fast(self, turn: Turn, written: float) -> tuple[Outgoing, ...]:
        told = self._work.limit.to_be_told(turn.row.chat_id, written)
        return after.too_fast(turn.chat.country) if told else ()

    def _aside(self, turn: Turn, outgoing: Outgoing) -> None:
        """Send what may be lost, without waiting for it."""
        task = asyncio.ensure_future(self._work.delivery.once(turn.row.chat_id, outgoing))
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)
