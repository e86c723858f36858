"""nginx with the files of ``deploy/nginx``, filled in with addresses on loopback."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.chat import ROOT
from tests.support.services.asking import answers
from tests.support.services.certificate import Certificate
from tests.support.services.programs import program
from tests.support.services.service import Service
from tests.support.services.users import hand_over, own_user

TEMPLATES = ROOT / "deploy" / "nginx"
NAME = "localhost"
WEBHOOK_PATH = "/telegram"


def render(template: str, values: Mapping[str, str]) -> str:
    """What envsubst makes of a template. Raises KeyError for a name without a value."""
    return re.sub(r"\$\{(COMPANION_\w+)\}", lambda found: values[found[1]], template)


def render_all(folder: Path, values: Mapping[str, str]) -> None:
    """Write every file of nginx into ``folder``."""
    for path in sorted(TEMPLATES.glob("*.template")):
        (folder / path.stem).write_text(render(path.read_text(encoding="utf-8"), values), encoding="utf-8")


def nginx(folder: Path, values: Mapping[str, str], certificate: Certificate) -> Service:
    """``values`` are the addresses, see ``addresses``. It is ready when the console answers through it."""
    user = own_user("www-data")
    home = hand_over(folder / "nginx", user)
    for name in ("certificate", "key"):
        file = home / f"{name}.pem"
        file.write_bytes(getattr(certificate, name))
        hand_over(file, user)
    given = {
        "COMPANION_FOLDER": str(home),
        "COMPANION_LOG": f"{home}/access.log",
        "COMPANION_CERTIFICATE": f"{home}/certificate.pem",
        "COMPANION_KEY": f"{home}/key.pem",
    }
    render_all(home, {**values, **given})
    url = f"https://{values['COMPANION_ADDRESS']}"
    return Service(
        "nginx",
        [program("nginx"), "-p", str(home), "-c", str(home / "nginx.conf"), "-g", "daemon off;"],
        home,
        folder / "nginx.log",
        answers(f"http://{values['COMPANION_ACTIONS_LISTEN']}/health"),
        user=user,
        url=url,
    )


def addresses(ports: Mapping[str, int], rasa: Sequence[str], actions: Sequence[str]) -> dict[str, str]:
    """What stands for the names of containers: ``rasa`` and ``actions`` are the servers to balance."""
    here = "127.0.0.1:{}".format
    return {
        "COMPANION_NAME": NAME,
        "COMPANION_ADDRESS": f"{NAME}:{ports['https']}",
        "COMPANION_WEBHOOK_PATH": WEBHOOK_PATH,
        "COMPANION_RESOLVER": "127.0.0.1",
        "COMPANION_HTTP": here(ports["http"]),
        "COMPANION_HTTPS": here(ports["https"]),
        "COMPANION_RASA_LISTEN": here(ports["rasa"]),
        "COMPANION_ACTIONS_LISTEN": here(ports["actions"]),
        "COMPANION_BOT": here(ports["webhook"]),
        "COMPANION_CONSOLE": here(ports["console"]),
        "COMPANION_RASA": " ".join(_server(ports[name]) for name in rasa),
        "COMPANION_ACTIONS": " ".join(_server(ports[name]) for name in actions),
    }


def _server(port: int) -> str:
    return f"server 127.0.0.1:{port} max_fails=3 fail_timeout=5s;"
