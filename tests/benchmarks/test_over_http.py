"""Asking over HTTP goes on when the server closed a connection that nobody used for a while."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from benchmarks.over_http import OverOurChannel

ANSWER = b'{"replies": [{"text": "Stage MS"}]}'


class Curt(BaseHTTPRequestHandler):
    """Answers as if the connection stayed open, and closes it."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing is written."""


@pytest.fixture
def curt():
    with HTTPServer(("127.0.0.1", 0), Curt) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_connection_closed_meanwhile_is_opened_again(curt):
    asker = OverOurChannel(curt)
    assert all(asker.ask(1, number) > 0 for number in range(3))
    asker._own.line.close()
