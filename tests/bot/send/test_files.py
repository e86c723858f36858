"""A file that a message speaks of is made when it is sent."""

from __future__ import annotations

import asyncio

import pytest

from bot.face.outgoing import SHEET, Outgoing, file
from bot.send.files import NoFile, parameters
from bot.store.database import Database
from tests.bot.send.conftest import ANNA


def _document(key: str) -> Outgoing:
    return Outgoing("sendDocument", {"document": file("list.pdf", key)})


def test_the_list_for_the_doctor_is_a_page_of_pdf(database: Database) -> None:
    found = asyncio.run(parameters(database, ANNA, _document(f'{SHEET}["What comes next?"]')))
    assert found["chat_id"] == ANNA
    assert found["document"].filename == "list.pdf"
    assert found["document"].input_file_content.startswith(b"%PDF")


def test_a_file_that_is_gone_is_told(database: Database) -> None:
    with pytest.raises(NoFile):
        asyncio.run(parameters(database, ANNA, _document("export:7")))
