"""``python -m tests.support.telegram_server PORT``: the server by itself, to try the gateway by hand."""

from __future__ import annotations

import sys

from tests.support.telegram_server.server import TelegramServer


def main(port: int) -> None:
    """Write a line to say it, and read the answers, as the family of chat 1."""
    with TelegramServer(port=port) as server:
        print(f"TELEGRAM_API_URL={server.url} TELEGRAM_TOKEN={server.token}", flush=True)
        seen = 0
        for line in sys.stdin:
            server.write(1, line.strip())
            for call in server.wait_for_messages(seen + 1, 1)[seen:]:
                print(call.text, flush=True)
            seen = len(server.sent(1))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8082)
