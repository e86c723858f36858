"""Our own processes: action servers, Rasa servers, the console and the gateway.

Each runs the command of its image, among the files of its image and no others.
"""

from __future__ import annotations

import sys

from tests.support.rasa_process import MODEL
from tests.support.services.asking import answers
from tests.support.services.house import House
from tests.support.services.images import image
from tests.support.services.proxy import NAME, WEBHOOK_PATH
from tests.support.services.service import Service

_TALK = ("database_url", "conversations_key", "conversations_search_key")
_PORTS = ("5005", "5055")  # as the images have them


def _command(name: str, port: int) -> list[str]:
    """The command of an image, with a port of this machine."""
    return [sys.executable, *(str(port) if word in _PORTS else word for word in image(name).command)]


def actions(house: House, name: str) -> Service:
    """An action server."""
    url, environment = house.url(name), house.environment(SANIC_HOST="127.0.0.1")
    command = _command("actions", house.ports[name])
    return Service(
        name, command, house.place("actions"), house.log(name), answers(f"{url}/health"), environment, url=url
    )


def rasa(house: House, name: str) -> Service:
    """A Rasa server, on the trained model; it asks the actions through nginx."""
    place, url = house.place("rasa"), house.url(name)
    model = place / "models" / MODEL.name
    if not model.exists():
        model.parent.mkdir()
        model.symlink_to(MODEL)
    environment = house.environment(*_TALK, "redis_url", "channel_secret", ACTIONS_URL=house.url("actions"))
    command = [*_command("rasa", house.ports[name]), "-i", "127.0.0.1"]
    shown = {"Authorization": f"Bearer {house.secret('channel_secret')}"}
    ready = answers(f"{url}/webhooks/companion/", shown)
    return Service(name, command, place, house.log(name), ready, environment, url=url)


def console(house: House) -> Service:
    """The moderators' site, told that browsers come over TLS."""
    port, url = house.ports["console"], house.url("console")
    environment = house.environment(
        *_TALK,
        "console_secret",
        "pseudonym_key",
        CONSOLE_PORT=str(port),
        CONSOLE_ORIGIN=f"https://{NAME}:{house.ports['https']}",
    )
    ready = answers(f"{url}/in/", {"X-Forwarded-Proto": "https"})
    command = _command("console", port)
    return Service("console", command, house.place("console"), house.log("console"), ready, environment, url=url)


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
    url, command = house.url("health"), _command("gateway", 0)
    ready = answers(f"{url}/healthz")
    return Service("gateway", command, house.place("gateway"), house.log("gateway"), ready, environment, url=url)
