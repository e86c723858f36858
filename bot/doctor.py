"""``python -m bot doctor``: looks at everything the gateway needs, and names each fault with its mend."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from bot.gateway.rasa import PATH
from bot.settings import Settings
from bot.store import inbox
from bot.store.database import Database, StoreUnavailable

_SECONDS = 10.0
_MOST_CLOCK = 60.0  # seconds apart; more, and TLS, limits and sessions go wrong
_MOST_WAITING = 100


@dataclass(frozen=True)
class Finding:
    """What one check found; ``mend`` is empty when all is well."""

    name: str
    said: str
    mend: str = ""

    def __str__(self) -> str:
        """One line."""
        return f"fault  {self.name}: {self.said}; {self.mend}" if self.mend else f"well   {self.name}: {self.said}"


class _Api:
    """The Bot API, asked without a library so that each fault keeps its own face."""

    def __init__(self, client: httpx.Client, settings: Settings) -> None:
        self._client = client
        self._address = f"{settings.telegram_api_url}/bot{settings.telegram_token}"

    def get(self, method: str) -> httpx.Response:
        return self._client.get(f"{self._address}/{method}")


def main(settings: Settings) -> int:
    """Print the findings; the exit status is 1 when one is a fault."""
    findings = []
    with httpx.Client(timeout=_SECONDS, trust_env=True) as client:
        for finding in _examine(client, settings):
            print(finding, flush=True)
            findings.append(finding)
    return int(any(finding.mend for finding in findings))


def _examine(client: httpx.Client, settings: Settings) -> Iterator[Finding]:
    api = _Api(client, settings)
    try:
        me = api.get("getMe")
    except httpx.HTTPError as error:
        mend = "check TELEGRAM_API_URL, and that this machine may reach it"
        yield Finding("Bot API", f"{settings.telegram_api_url} does not answer ({type(error).__name__})", mend)
    else:
        yield from _telegram(api, me, settings)
    yield _server(client, "Rasa", settings.rasa_url + PATH + "/", settings.channel_secret)
    yield _server(client, "action server", settings.actions_url + "/health", None)
    yield _database(settings.database_url)


def _telegram(api: _Api, me: httpx.Response, settings: Settings) -> Iterator[Finding]:
    yield _token(me)
    if me.status_code != httpx.codes.OK:
        return
    yield _clock(me, time.time)
    yield _webhook(api.get("getWebhookInfo").json().get("result", {}), settings)


def _token(me: httpx.Response) -> Finding:
    if me.status_code in (401, 404):
        return Finding("token", "refused", "copy TELEGRAM_TOKEN again from @BotFather")
    try:
        return Finding("token", f"@{me.json()['result']['username']}")
    except (ValueError, KeyError):
        return Finding("Bot API", f"answers oddly (status {me.status_code})", "check TELEGRAM_API_URL")


def _clock(answer: httpx.Response, now: Callable[[], float]) -> Finding:
    stamp = answer.headers.get("Date")
    if not stamp:
        return Finding("clock", "not compared, for the Bot API tells no time")
    apart = now() - parsedate_to_datetime(stamp).timestamp()
    if abs(apart) > _MOST_CLOCK:
        way = "ahead of" if apart > 0 else "behind"
        return Finding(
            "clock", f"{abs(apart):.0f} s {way} Telegram's", "set this machine's clock (timedatectl set-ntp true)"
        )
    return Finding("clock", "right")


def _webhook(info: dict[str, Any], settings: Settings) -> Finding:
    wanted, there = settings.telegram_webhook_url, info.get("url", "")
    if wanted != there:
        said = f"Telegram {'delivers to ' + there if there else 'waits to be polled'}, not as TELEGRAM_WEBHOOK_URL says"
        return Finding("webhook", said, "start the gateway with this setting; it tells Telegram")
    if wanted and (error := info.get("last_error_message")) and info.get("pending_update_count", 0):
        return Finding("webhook", f"Telegram cannot deliver ({error})", f"check the proxy in front of {wanted}")
    if info.get("pending_update_count", 0) > _MOST_WAITING:
        return Finding("webhook", f"{info['pending_update_count']} updates wait at Telegram", "start the gateway")
    return Finding("webhook", wanted or "none, the gateway polls")


def _server(client: httpx.Client, name: str, url: str, secret: str | None) -> Finding:
    setting = "RASA_URL" if secret else "ACTIONS_URL"
    address = url.removesuffix(PATH + "/").removesuffix("/health")
    try:
        answer = client.get(url, headers={"Authorization": f"Bearer {secret}"} if secret else {})
    except httpx.HTTPError as error:
        said = f"{address} does not answer ({type(error).__name__})"
        return Finding(name, said, f"start it (`make telegram` starts all), or mend {setting}")
    mends = {
        401: "give Rasa and the gateway the same CHANNEL_SECRET",
        404: "let Rasa read our credentials.yml, which names the channel",
        503: "train a model (`make train`) and start Rasa again",
    }
    if answer.status_code == httpx.codes.OK:
        return Finding(name, address)
    return Finding(
        name, f"status {answer.status_code}", mends.get(answer.status_code, f"look at its log, or mend {setting}")
    )


def _database(url: str) -> Finding:
    mend = "mend DATABASE_URL, free the disk, or start the server"
    try:
        database = Database(url)
        try:
            waiting = database.now(inbox.depth)
        finally:
            database.close()
    except (StoreUnavailable, OSError) as error:
        return Finding("database", str(error), mend)
    return Finding("database", f"{waiting} updates wait")
