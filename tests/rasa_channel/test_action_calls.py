"""What Rasa sends to the action server, and over which connections."""

import asyncio
import json
from contextlib import asynccontextmanager

from rasa.utils.endpoints import EndpointConfig

from rasa_channel.action_calls import ActionCalls

CALL = {
    "next_action": "action_answer",
    "tracker": {"sender_id": "f", "slots": {"stage": "MS"}, "latest_message": {"text": "hi"}, "events": [{}] * 40},
}


class Server:
    """Answers action calls by HTTP; ``rude`` lets go of each connection after one answer, without a word."""

    def __init__(self, rude):
        self.rude, self.talks, self.bodies = rude, [], []

    async def talk(self, reader, writer):
        self.talks.append(asyncio.current_task())
        while head := await self._head(reader):
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            self.bodies.append(json.loads(await reader.readexactly(length)))
            answer = b'{"events": [], "responses": []}'
            lines = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
            writer.write(lines + answer)
            await writer.drain()
            if self.rude:
                break
        writer.close()
        await writer.wait_closed()

    async def _head(self, reader):
        try:
            return await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return b""


@asynccontextmanager
async def asked(rude=False):
    server = Server(rude)
    listening = await asyncio.start_server(server.talk, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    calls = ActionCalls.instead_of(EndpointConfig(f"http://127.0.0.1:{port}/webhook", token="t"))
    try:
        yield server, calls
    finally:
        await calls.close()
        listening.close()
        await asyncio.gather(*server.talks)


def test_the_sessions_events_stay_at_home_and_the_connection_lives_on():
    async def run():
        async with asked() as (server, calls):
            for _ in range(3):
                await calls.request(json=CALL, method="post", timeout=5)
            return server

    server = asyncio.run(run())
    assert len(server.talks) == 1
    assert [set(body["tracker"]) for body in server.bodies] == [{"sender_id", "slots", "latest_message"}] * 3


def test_a_call_survives_a_connection_the_server_let_go_of():
    async def run():
        async with asked(rude=True) as (server, calls):
            answers = [await calls.request(json=CALL, method="post", timeout=5) for _ in range(4)]
            return server, answers

    server, answers = asyncio.run(run())
    assert answers == [{"events": [], "responses": []}] * 4
    assert len(server.bodies) == 4


def test_the_domain_is_not_asked_for_and_credentials_stay():
    calls = ActionCalls.instead_of(EndpointConfig("http://127.0.0.1:1/webhook", token="t", headers={"a": "b"}))
    assert calls.kwargs["enable_selective_domain"] is True
    assert (calls.token, calls.headers) == ("t", {"a": "b"})
