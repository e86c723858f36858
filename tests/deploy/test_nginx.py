"""nginx takes its files, filled in as Compose fills them in."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.deploy.files import compose
from tests.support.services.certificate import for_localhost
from tests.support.services.programs import ProgramMissing, program
from tests.support.services.proxy import addresses, nginx

_PORTS = ("http", "https", "rasa", "actions", "webhook", "console", "rasa-1", "actions-1")


def test_nginx_takes_the_files_of_compose() -> None:
    try:
        program("nginx")
    except ProgramMissing as error:
        pytest.skip(str(error))
    given = dict(compose()["services"]["nginx"]["environment"])
    here = addresses({name: 20000 + at for at, name in enumerate(_PORTS)}, ["rasa-1"], ["actions-1"])
    names = {"COMPANION_NAME": "companion.example.org", "COMPANION_ADDRESS": "companion.example.org"}
    # Names of containers mean nothing here, and `resolve` needs nginx 1.27.3; Debian 12 has 1.22.
    servers = {name: here[name] for name in here if " resolve" in str(given.get(name, ""))}
    values = {key: str(value) for key, value in given.items()} | names | servers
    with TemporaryDirectory(prefix="companion-") as folder:
        Path(folder).chmod(0o711)
        service = nginx(Path(folder), values, for_localhost())
        who = {"user": service.user, "group": service.user} if service.user else {}
        done = subprocess.run([*service.command, "-t"], capture_output=True, text=True, check=False, **who)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
