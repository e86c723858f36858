"""A family as the gateway would speak for it."""

from __future__ import annotations

from itertools import count
from typing import Any

import httpx


class Asking:
    """Asks one question after the other, each with an update id of its own."""

    def __init__(self, client: httpx.Client, sender: str) -> None:
        self.client, self.sender, self._ids = client, sender, count(1)

    def ask(self, text: str, update_id: int | None = None, **more: Any) -> list[dict[str, Any]]:
        """The replies."""
        number = next(self._ids) if update_id is None else update_id
        body = {"sender": self.sender, "text": text, "update_id": number, "language": "en", "country": "GB", **more}
        answer = self.client.post("/webhook", json=body)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["replies"])

    def kept(self) -> dict[str, Any]:
        """What Rasa keeps."""
        return dict(self.client.get(f"/conversations/{self.sender}").json())

    def forget(self) -> None:
        """Erase it."""
        assert self.client.delete(f"/conversations/{self.sender}").json()["erased"] is True

    def opine(self, method: str, what: str, body: Any) -> httpx.Response:
        """Say ``consent`` or ``feedback``."""
        return self.client.request(method, f"/conversations/{self.sender}/{what}", json=body)
