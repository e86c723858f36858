"""What the world reaches: the console and the webhook, over TLS, and nothing else."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpx
import psutil
import pytest

from tests.support.rasa_process import MODEL
from tests.support.services import Topology
from tests.support.services.images import image
from tests.support.services.proxy import WEBHOOK_PATH
from tests.support.telegram_server import TelegramServer

BEN = 7000000022


@pytest.fixture
def world(house: Topology) -> Iterator[httpx.Client]:
    """Somebody out there, who even knows the channel's secret."""
    trust = ssl.create_default_context(cafile=str(house.authority))
    shown = {"Authorization": f"Bearer {house.house.secret('channel_secret')}"}
    with httpx.Client(base_url=house.url, verify=trust, headers=shown, timeout=30, trust_env=False) as client:
        yield client


def test_the_console_is_at_the_door_with_its_locks(world: httpx.Client) -> None:
    page = world.get("/in/")
    assert page.status_code == 200
    assert 'type="password"' in page.text
    for name, value in (("x-content-type-options", "nosniff"), ("x-frame-options", "DENY")):
        assert page.headers.get_list(name) == [value]
    assert page.headers.get_list("strict-transport-security") == ["max-age=31536000"]
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "secure" in page.headers["set-cookie"].lower()
    assert page.headers["server"] == "nginx"


def test_without_tls_one_is_sent_to_it_by_our_own_name(house: Topology) -> None:
    plain = f"http://127.0.0.1:{house.house.ports['http']}/in/"
    answer = httpx.get(plain, headers={"Host": "elsewhere.example"}, trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (301, f"{house.url}/in/")


def test_another_name_gets_no_connection(house: Topology) -> None:
    trust = ssl.create_default_context(cafile=str(house.authority))
    address = house.url.replace("localhost", "127.0.0.1")
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/in/", verify=trust, trust_env=False)


@pytest.mark.parametrize(
    "path",
    ["/webhooks/companion/", "/webhooks/companion/conversations/a", "/webhook", "/health", "/healthz", "/metrics"],
)
def test_what_is_inside_is_not_reached_from_outside(world: httpx.Client, path: str) -> None:
    assert [world.request(method, path).status_code for method in ("GET", "POST", "DELETE")] == [404] * 3


def test_a_delivery_without_telegrams_secret_is_refused(world: httpx.Client) -> None:
    assert world.post(WEBHOOK_PATH, json={"update_id": 1}).status_code == 403
    assert world.get(WEBHOOK_PATH).status_code == 403
    assert world.post(WEBHOOK_PATH, content=b"x" * 1_100_000).status_code == 413


def _try_password(house: Topology, address: str) -> int:
    """A wrong password from ``address``; the status."""
    trust = ssl.create_default_context(cafile=str(house.authority))
    way = httpx.HTTPTransport(verify=trust, local_address=address)
    with httpx.Client(base_url=house.url, transport=way, headers={"Origin": house.url}, timeout=30) as client:
        client.get("/in/")
        token = client.cookies["console_csrf"]
        form = {"username": "administrator@localhost", "password": "wrong", "csrfmiddlewaretoken": token}
        return client.post("/in/", data=form).status_code


def test_a_strangers_wrong_passwords_lock_the_stranger_out_and_nobody_else(house: Topology) -> None:
    statuses = [_try_password(house, "127.0.0.2") for _ in range(6)]
    assert (statuses[0], statuses[-1]) == (200, 429)
    assert _try_password(house, "127.0.0.3") == 200


def test_nothing_listens_beyond_this_machine(house: Topology) -> None:
    for service in house:
        assert service.process
        leader = psutil.Process(service.process.pid)
        sockets = [each for one in (leader, *leader.children(recursive=True)) for each in one.net_connections()]
        heard_at = {each.laddr.ip for each in sockets if each.status == psutil.CONN_LISTEN and each.laddr}
        assert heard_at <= {"127.0.0.1", "::1"}, service.name


def test_neither_words_nor_secrets_nor_who_asked_reach_a_log(telegram: TelegramServer, house: Topology) -> None:
    telegram.write(BEN, "zyxwombat told us something about a biopsy")
    telegram.wait_for_messages(1, BEN, seconds=300)
    hidden = ["zyxwombat", str(BEN), *(house.house.secret(path.name) for path in house.house.secrets.iterdir())]
    logs = [service.log for service in house] + list((house.house.folder / "nginx").glob("*.log"))
    for log in logs:
        said = log.read_text(encoding="utf-8", errors="replace")
        assert [word for word in hidden if word in said] == [], log.name


def test_nothing_is_written_where_containers_may_not(house: Topology) -> None:
    for name in ("gateway", "actions", "console", "rasa"):
        place = house.house.place(name)
        files = {path for path in place.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        fresh = image(name).lay_out(house.house.folder / "anew")
        expected = {place / path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file()}
        assert files - expected <= {place / "models" / MODEL.name}, name
