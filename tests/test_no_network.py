"""Tests cannot leave this machine."""

from __future__ import annotations

import socket

import pytest

from tests.conftest import NetworkForbidden


def test_a_connection_to_elsewhere_is_refused_and_named() -> None:
    with socket.socket() as outward, pytest.raises(NetworkForbidden, match=r"192\.0\.2\.1"):
        outward.connect(("192.0.2.1", 80))


def test_a_connection_to_this_machine_is_let_through() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())


def test_a_socket_of_the_file_system_is_let_through() -> None:
    with socket.socket(socket.AF_UNIX) as client, pytest.raises(FileNotFoundError):
        client.connect("/nowhere/at/all.sock")
