"""Our own processes: action servers, Rasa servers, the console and the gateway."""

from __future__ import annotations

import sys

from scripts.chat import ROOT
from tests.support.rasa_process import MODEL
from tests.support.services.asking import answers
from tests.support.services.house import House
from tests.support.services.proxy import NAME, WEBHOOK_PATH
from tests.support.services.service import Service

_PYTHON = (sys.executable, "-W", "ignore", "-m")
_TALK = ("database_url", "conversations_key", "conversations_search_key")


def actions(house: House, name: str) -> Service:
    """An action server."""
    command = [*_PYTHON, "rasa_sdk", "--actions", "actions", "--port", str(house.ports[name])]
    url, environment = house.url(name), house.environment(SANIC_HOST="127.0.0.1")
    return Service(name, command, ROOT, house.log(name), answers(f"{url}/health"), environment, url=url)


def rasa(house: House, name: str) -> Service:
    """A Rasa server, on the trained model; it asks the actions through nginx."""
    url, port = house.url(name), str(house.ports[name])
    files = ["--endpoints", "deploy/rasa/endpoints.yml", "--credentials", "credentials.yml"]
    command = [*_PYTHON, "rasa", "run", "-m", str(MODEL), *files, "-i", "127.0.0.1", "-p", port]
    environment = house.environment(*_TALK, "redis_url", "channel_secret", ACTIONS_URL=house.url("actions"))
    shown = {"Authorization": f"Bearer {house.secret('channel_secret')}"}
    ready = answers(f"{url}/webhooks/companion/", shown)
    return Service(name, command, ROOT, house.log(name), ready, environment, url=url)


def console(house: House) -> Service:
    """The moderators' site, told that browsers come over TLS."""
    url = house.url("console")
    environment = house.environment(
        *_TALK,
        "console_secret",
        "pseudonym_key",
        CONSOLE_PORT=str(house.ports["console"]),
        CONSOLE_ORIGIN=f"https://{NAME}:{house.ports['https']}",
    )
    ready = answers(f"{url}/in/", {"X-Forwarded-Proto": "https"})
    command = [*_PYTHON, "console", "serve"]
    return Service("console", command, ROOT, house.log("console"), ready, environment, url=url)


def gateway(house: House, telegram_url: str, **more: str) -> Service:
    """The gateway in webhook mode; it asks Rasa through nginx, and Telegram delivers through nginx."""
    environment = house.environment(
        *_TALK,
        *("telegram_token", "channel_secret", "pseudonym_key"),
        TELEGRAM_API_URL=telegram_url,
        TELEGRAM_WEBHOOK_URL=f"https://{NAME}:{house.ports['https']}{WEBHOOK_PATH}",
        RASA_URL=house.url("rasa"),
        ACTIONS_URL=house.url("actions"),
        WEBHOOK_PORT=str(house.ports["webhook"]),
        HEALTH_PORT=str(house.ports["health"]),
        **more,
    )
    url = house.url("health")
    return Service(
        "gateway", [*_PYTHON, "bot"], ROOT, house.log("gateway"), answers(f"{url}/healthz"), environment, url=url
    )
