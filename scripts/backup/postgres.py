"""PostgreSQL's database: by its own pg_dump and pg_restore, which see one moment while others write."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import make_url

from conversations.database import GONE, reason
from scripts.backup.fault import Fault

_DEBIAN = Path("/usr/lib/postgresql")


def dump(url: str, target: Path) -> None:
    """Write the database in PostgreSQL's custom form. Raises Fault."""
    _call("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    target.chmod(0o600)


def put_back(kept: Path, url: str) -> None:
    """Fill an empty database, in one transaction. Raises Fault when it is not empty."""
    engine = create_engine(url, hide_parameters=True)
    try:
        found = inspect(engine).get_table_names()
    except GONE as error:
        raise Fault(f"DATABASE_URL: the database cannot be used ({reason(error)})") from error
    finally:
        engine.dispose()
    if found:
        raise Fault(
            f"the database holds tables ({found[0]}), and nothing is written over; give DATABASE_URL an empty one"
        )
    _call("pg_restore", url, "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", str(kept))


def _call(program: str, url: str, *arguments: str) -> None:
    """Run a program against the database; its password is not among the arguments, which others can see."""
    at = make_url(url)
    given = {"PGHOST": at.host, "PGPORT": at.port, "PGUSER": at.username, "PGPASSWORD": at.password}
    environment = {**os.environ, **{name: str(value) for name, value in given.items() if value is not None}}
    where = f"--dbname={at.database}"
    done = subprocess.run(
        [_program(program), where, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr.strip() or "it said nothing").splitlines()[0]
        raise Fault(f"{program} failed ({said}); pg_dump must not be older than the server")


def _program(name: str) -> str:
    newest = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    found = str(newest[-1]) if newest else shutil.which(name)
    if found is None:
        raise Fault(f"{name} is not installed; on Debian: apt-get install postgresql-client")
    return found
