"""Erasing a conversation everywhere: its tables, its exports, and the gateway's memory of the chat."""

from __future__ import annotations

from console import kept
from conversations.chats import NoKey, erase_chat
from conversations.database import open_engine, writing
from conversations.erasing import erase as erase_kept
from conversations.erasing import gone_out, keep_receipt

_COPIES = "had gone out with lines of it: delete what was downloaded or made a branch of it."


def erase(conversation: str) -> tuple[str, list[str]]:
    """The receipt, and a line each for what could not be reached: the gateway's tables, copies of exports.

    Raises conversations' StoreUnavailable when the database is away.
    """
    settings, engine = kept.settings(), open_engine(kept.settings().database_url)
    try:
        receipt, _ = erase_kept(engine, settings, conversation)
        chat, faults = _chat(conversation)
        if receipt is None and chat:
            with writing(engine).begin() as connection:
                receipt = keep_receipt(connection, chat)
        with engine.connect() as connection:
            faults += [f"{name} {_COPIES}" for name in gone_out(connection, receipt)]
    finally:
        engine.dispose()
    return receipt or "nothing was there", faults


def _chat(conversation: str) -> tuple[dict[str, int], list[str]]:
    try:
        return erase_chat(kept.settings(), conversation), []
    except NoKey as error:
        return {}, [str(error)]
