"""``python -m scripts.healthy PART`` asks a process of a container whether it is well: status 0, or 1 and one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from environment.setting import SettingError, given

_PATIENCE = 4.0
_USAGE = "usage: python -m scripts.healthy gateway|rasa|actions|console"


def question(part: str, environment: Mapping[str, str]) -> Request:
    """What to ask. Raises KeyError for a part there is not, SettingError for a secret that cannot be read."""
    port, path = {
        "gateway": (given("HEALTH_PORT", environment) or "8081", "/healthz"),
        "rasa": ("5005", "/webhooks/companion/"),
        "actions": ("5055", "/health"),
        "console": (given("CONSOLE_PORT", environment) or "8090", "/in/"),
    }[part]
    headers = {"X-Forwarded-Proto": "https"}  # else the console sends us to its TLS
    if part == "rasa":
        headers["Authorization"] = f"Bearer {given('CHANNEL_SECRET', environment)}"
    return Request(f"http://127.0.0.1:{port}{path}", headers=headers)


def main(arguments: list[str]) -> int:
    """Ask; the exit status."""
    try:
        (part,) = arguments
        asked = question(part, os.environ)
    except (KeyError, ValueError) as error:
        return _ill(str(error) if isinstance(error, SettingError) else _USAGE)
    try:
        with urlopen(asked, timeout=_PATIENCE):  # nosec B310  # an address of our own settings
            return 0
    except HTTPError as error:
        return _ill(f"it answers with status {error.code}")
    except OSError as error:
        return _ill(str(error))


def _ill(fault: str) -> int:
    print(fault, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
