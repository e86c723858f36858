"""``python -m scripts.deployment_secrets FOLDER`` makes the secrets of a deployment, each in a file; it replaces none.

Plain Python, so that it runs where nothing is installed.
"""

from __future__ import annotations

import argparse
import base64
import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

_FOLDER_MODE, _FILE_MODE = 0o700, 0o444  # the folder keeps others out; users in containers have other numbers than ours
_RANDOM = ("channel_secret", "pseudonym_key", "conversations_search_key", "console_secret", "postgres_password")


def contents(postgres: str, redis: str) -> dict[str, str]:
    """New secrets by file name; ``postgres`` and ``redis`` are the addresses, host:port, their URLs point to."""
    made = {name: secrets.token_hex(32) for name in _RANDOM}
    password = secrets.token_hex(32)
    return {
        **made,
        "conversations_key": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "database_url": f"postgresql://companion:{made['postgres_password']}@{postgres}/companion",
        "redis_url": f"redis://:{password}@{redis}/0",
        "redis.conf": f"requirepass {password}",
        "telegram_token": "",  # nosec B105  # to be filled in
    }


def write(folder: Path, new: Mapping[str, str]) -> list[str]:
    """Write what is not there yet, and say which. Raises FileExistsError when a pair that belongs together is torn."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(_FOLDER_MODE)
    for pair in (("postgres_password", "database_url"), ("redis.conf", "redis_url")):
        there = [name for name in pair if (folder / name).exists()]
        if len(there) == 1:
            raise FileExistsError(f"{folder}/{there[0]} is there without its other half ({', '.join(pair)})")
    missing = [name for name in new if not (folder / name).exists()]
    for name in missing:
        handle = os.open(folder / name, os.O_CREAT | os.O_WRONLY | os.O_EXCL, _FILE_MODE)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{new[name]}\n" if new[name] else "")
        (folder / name).chmod(_FILE_MODE)
    return missing


def main(arguments: list[str] | None = None) -> int:
    """Make them; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m scripts.deployment_secrets")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--postgres", default="postgres:5432", help="where PostgreSQL is (%(default)s)")
    parser.add_argument("--redis", default="redis:6379", help="where Redis is (%(default)s)")
    args = parser.parse_args(arguments)
    try:
        missing = write(args.folder, contents(args.postgres, args.redis))
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"made in {args.folder}: {', '.join(missing) or 'nothing, all was there'}")
    if not (args.folder / "telegram_token").read_text(encoding="ascii").strip():
        print(f"Put the bot's token of @BotFather into {args.folder}/telegram_token.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
