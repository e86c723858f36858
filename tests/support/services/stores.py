"""PostgreSQL and Redis, with the passwords of the deployment's secrets."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

from tests.support.services.asking import speaks
from tests.support.services.programs import program
from tests.support.services.service import Service
from tests.support.services.users import hand_over, own_user


def postgres(folder: Path, port: int, password_file: Path) -> Service:
    """An empty cluster with the database ``companion``; durable, so that what was promised outlives ``kill -9``."""
    user = own_user("postgres")
    data = hand_over(folder / "postgres", user) / "data"
    copy = data.with_name("password")
    copy.write_text(password_file.read_text(encoding="ascii"), encoding="ascii")
    hand_over(copy, user)
    _as(user, "initdb", "-D", str(data), "-U", "companion", "--pwfile", str(copy), "-A", "scram-sha-256", "--no-sync")
    copy.unlink()
    single = [program("postgres"), "--single", "-D", str(data), "postgres"]
    _run(user, single, b"CREATE DATABASE companion;\n")
    ready = [program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    return Service(
        "postgres",
        [program("postgres"), "-D", str(data), "-h", "127.0.0.1", "-p", str(port), "-k", str(data.parent)],
        data.parent,
        folder / "postgres.log",
        lambda: subprocess.run(ready, check=False).returncode == 0,
        user=user,
        ends=signal.SIGINT,  # its quick, orderly end; SIGTERM waits for every client
        url=f"postgresql://127.0.0.1:{port}",
    )


def redis(folder: Path, port: int, conf_file: Path) -> Service:
    """Locks only: nothing is written to the disk."""
    user = own_user("redis")
    home = hand_over(folder / "redis", user)
    conf = home / "redis.conf"
    conf.write_text(conf_file.read_text(encoding="ascii"), encoding="ascii")
    hand_over(conf, user)
    password = conf.read_text(encoding="ascii").split()[-1]
    url = f"redis://127.0.0.1:{port}"
    command = [program("redis-server"), str(conf), "--bind", "127.0.0.1", "--port", str(port), "--save", ""]
    ready = speaks(url, f"AUTH {password}\r\n".encode(), b"+OK")
    return Service("redis", command, home, folder / "redis.log", ready, user=user, url=url)


def _as(user: str | None, name: str, *arguments: str) -> None:
    _run(user, [program(name), *arguments])


def _run(user: str | None, command: list[str], given: bytes = b"") -> None:
    who = {"user": user, "group": user} if user else {}
    subprocess.run(command, check=True, capture_output=True, cwd="/", input=given, **who)  # type: ignore[call-overload]
