"""When nobody is there, a question is kept for a day; when Rasa refuses it, for ten minutes. A proxy tells which."""

from __future__ import annotations

import asyncio

import pytest

from bot.gateway.rasa import Question, Rasa, RasaFailed
from bot.metrics import Metrics
from tests.support.fake_rasa import SECRET, FakeRasa


@pytest.mark.parametrize(("status", "away"), [(502, True), (503, True), (504, True), (500, False), (401, False)])
def test_a_proxy_without_a_rasa_behind_it_is_nobody_there(status: int, away: bool) -> None:
    async def ask(url: str) -> None:
        rasa = Rasa(url, SECRET, 5, Metrics())
        try:
            await rasa.ask(Question("family1", "hello", 1, "en", None))
        finally:
            await rasa.close()

    with FakeRasa() as server:
        server.status = status
        with pytest.raises(RasaFailed, match=f"status {status}") as failed:
            asyncio.run(ask(server.url))
    assert failed.value.away is away
