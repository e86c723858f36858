"""Erasing a conversation everywhere: its tables, its exports, and the gateway's memory of the chat."""

from __future__ import annotations

from console import kept
from conversations.chats import NoKey, erase_chat
from conversations.database import open_engine, writing
from conversations.erasing import erase as erase_kept
from conversations.erasing import keep_receipt


def erase(conversation: str) -> tuple[str, str]:
    """The receipt, and one line when the gateway's own tables could not be reached.

    Raises conversations' StoreUnavailable when the database is away.
    """
    settings, engine = kept.settings(), open_engine(kept.settings().database_url)
    try:
        receipt, _ = erase_kept(engine, settings, conversation)
        fault = ""
        try:
            chat = erase_chat(settings, conversation)
        except NoKey as error:
            chat, fault = {}, str(error)
        if receipt is None and chat:
            with writing(engine).begin() as connection:
                receipt = keep_receipt(connection, chat)
    finally:
        engine.dispose()
    return receipt or "nothing was there", fault
