"""What the gateway does in its stores before it speaks: one function for each ``Act``."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.face import after
from bot.gateway.answer import Answer
from bot.gateway.work import Work
from bot.store import chats, outbox
from bot.store.inbox import Waiting

Do = Callable[[Work, Waiting, Mapping[str, str]], Awaitable[Answer]]


async def _export(work: Work, row: Waiting, _args: Mapping[str, str]) -> Answer:
    kept: dict[str, Any] = await work.database.run(lambda c: chats.everything(c, row.chat_id))
    for store in work.stores:
        kept.update(await store.export(work.conversation(row.chat_id)))
    key = f"export:{row.update_id}"
    content = json.dumps(kept, ensure_ascii=False, indent=1).encode()
    return Answer(after.exported(key), (lambda c: outbox.keep_file(c, key, row.chat_id, content),))


async def _delete(work: Work, row: Waiting, args: Mapping[str, str]) -> Answer:
    """Other stores first: when one of them is away, the family is told so, and all is tried again."""
    for store in work.stores:
        await store.erase(work.conversation(row.chat_id))
    receipt, now = _receipt(), time.time()
    messages = after.deleted(receipt, args.get("message_id"))
    return Answer(messages, (lambda c: chats.erase(c, row.chat_id, row.update_id, receipt, now),))


def _receipt() -> str:
    return f"{time.strftime('%Y-%m-%d')}-{secrets.token_hex(4)}"


async def _stop(_work: Work, row: Waiting, _args: Mapping[str, str]) -> Answer:
    return Answer(after.stopped(), (lambda c: outbox.drop(c, row.chat_id),))


async def _country(_work: Work, row: Waiting, args: Mapping[str, str]) -> Answer:
    code, now = args["code"], time.time()
    return Answer(after.country(code), (lambda c: chats.note(c, row.chat_id, now, country=code),))


async def _feedback(_work: Work, row: Waiting, args: Mapping[str, str]) -> Answer:
    now = time.time()
    return Answer(after.feedback(row.body), (lambda c: chats.rate(c, row.chat_id, args, now),))


async def _consent(work: Work, row: Waiting, args: Mapping[str, str]) -> Answer:
    """Other stores first, as for erasing: what the family is told must be so."""
    given, now = args["given"] == "yes", time.time()
    for store in work.stores:
        await store.consent(work.conversation(row.chat_id), given=given)
    return Answer(after.consented(row.body, given=given), (lambda c: chats.note(c, row.chat_id, now, consent=given),))


async def _blocked(_work: Work, row: Waiting, _args: Mapping[str, str]) -> Answer:
    now = time.time()
    shut = (lambda c: chats.note(c, row.chat_id, now, blocked=True), lambda c: outbox.drop(c, row.chat_id))
    return Answer((), shut)


async def _unblocked(_work: Work, _row: Waiting, _args: Mapping[str, str]) -> Answer:
    return Answer()


ACTS: Mapping[str, Do] = {
    "export": _export,
    "delete_confirmed": _delete,
    "stop": _stop,
    "country": _country,
    "feedback": _feedback,
    "consent": _consent,
    "blocked": _blocked,
    "unblocked": _unblocked,
}
