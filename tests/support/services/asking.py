"""Whether a service answers."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Mapping
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen


def answers(url: str, headers: Mapping[str, str] | None = None, ca: str | None = None) -> Callable[[], bool]:
    """Asks whether a GET of ``url`` brings 200; ``ca`` is the file of the certificate to trust."""
    trust = ssl.create_default_context(cafile=ca) if ca else None

    def ask() -> bool:
        try:
            with urlopen(Request(url, headers=dict(headers or {})), timeout=2, context=trust) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    return ask


def speaks(url: str, said: bytes, heard: bytes) -> Callable[[], bool]:
    """Asks whether what listens at ``url`` answers ``said`` with something that begins with ``heard``."""
    at = urlsplit(url)

    def ask() -> bool:
        try:
            with socket.create_connection((str(at.hostname), at.port or 0), timeout=2) as line:
                line.sendall(said)
                return line.recv(len(heard)) == heard
        except OSError:
            return False

    return ask
