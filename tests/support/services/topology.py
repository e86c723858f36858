"""The whole deployment as processes on free ports of loopback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import deployment_secrets
from scripts.chat import free_port
from tests.support.services import ours, programs, proxy, stores
from tests.support.services.certificate import for_localhost
from tests.support.services.house import House
from tests.support.services.service import Service

_PORTS = ("postgres", "redis", "http", "https", "rasa", "actions", "webhook", "health", "console")
_OTHERS_NEED = ("nginx", "redis", "postgres")
_OPEN_TO_OTHERS = 0o711  # PostgreSQL, Redis and nginx are other users, each with a folder below


class Topology:
    """The services by name, in the order they are started: ``postgres``, ``redis``, ``actions-1``, ``rasa-1`` ...,
    ``console``, ``nginx``, ``gateway``.

    ``topology["rasa-1"]`` is a ``Service`` with ``start``, ``stop``, ``kill``, ``freeze``, ``thaw``, ``wait``,
    ``running``, ``said``, ``log``, ``url`` and ``process``. ``house`` holds the folder, the secrets and the ports.
    """

    def __init__(self, house: House, services: Sequence[Service]) -> None:
        """Nothing is started yet."""
        self.house = house
        self._services = {service.name: service for service in services}

    def __getitem__(self, name: str) -> Service:
        """The service of that name."""
        return self._services[name]

    def __iter__(self) -> Iterator[Service]:
        """Every service."""
        return iter(self._services.values())

    @property
    def url(self) -> str:
        """What the world reaches, over TLS."""
        return self["nginx"].url

    @property
    def authority(self) -> Path:
        """The file of the certificate to trust."""
        return self.house.folder / "authority.pem"

    def start(self) -> None:
        """Start all: first what others cannot start without, then the rest at once."""
        for name in ("postgres", "redis"):
            self[name].start()
        last = self["gateway"]
        others = [service for service in self if not service.running() and service is not last]
        for service in others:
            service.start(wait=False)
        for service in reversed(others):  # nginx before Rasa: what is wrong with a file shows at once
            service.wait()
        last.start()

    def stop(self) -> None:
        """Stop all: the gateway finishes what it began, then our others at once, then nginx and the stores."""
        self["gateway"].stop()
        for service in self:
            if service.name not in _OTHERS_NEED:
                service.ask_to_end()
        for service in reversed(self._services.values()):
            service.stop()

    def restart(self, name: str) -> None:
        """End a service in order and start it again; it answers when this returns."""
        self[name].stop()
        self[name].start()


@contextmanager
def topology(telegram_url: str, token: str, *, rasas: int = 2, actions: int = 2, **gateway: str) -> Iterator[Topology]:
    """Everything started, against the Bot API at ``telegram_url``, while the block runs; then everything stopped.

    ``gateway`` are more settings for the gateway. The Bot API server must trust ``Topology.authority`` to deliver:
    ``TelegramServer.trust`` takes it. Nothing of it stays. Raises ProgramMissing.
    """
    programs.check()
    with TemporaryDirectory(prefix="companion-") as name:
        folder = Path(name)
        folder.chmod(_OPEN_TO_OTHERS)
        built = _build(folder, telegram_url, token, rasas, actions, gateway)
        try:
            built.start()
            yield built
        finally:
            built.stop()


def _build(folder: Path, telegram_url: str, token: str, rasas: int, actions: int, more: dict[str, str]) -> Topology:
    minds = [f"rasa-{number + 1}" for number in range(rasas)]
    hands = [f"actions-{number + 1}" for number in range(actions)]
    ports = {name: free_port() for name in (*_PORTS, *minds, *hands)}
    house = House(folder, folder / "secrets", ports)
    made = deployment_secrets.contents(f"127.0.0.1:{ports['postgres']}", f"127.0.0.1:{ports['redis']}")
    deployment_secrets.write(house.secrets, {**made, "telegram_token": token})
    certificate = for_localhost()
    (folder / "authority.pem").write_bytes(certificate.certificate)
    return Topology(
        house,
        [
            stores.postgres(folder, ports["postgres"], house.secrets / "postgres_password"),
            stores.redis(folder, ports["redis"], house.secrets / "redis.conf"),
            *(ours.actions(house, name) for name in hands),
            *(ours.rasa(house, name) for name in minds),
            ours.console(house),
            proxy.nginx(folder, proxy.addresses(ports, minds, hands), certificate),
            ours.gateway(house, telegram_url, **more),
        ],
    )
