"""``python -m conversations migrate | purge | erase CONVERSATION | rotate [--new-key] | show CONVERSATION``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time

from sqlalchemy.engine import Engine

from conversations.chats import NoKey, erase_chat
from conversations.database import GONE, StoreUnavailable, make_tables, open_engine, reason, writing
from conversations.erasing import erase, gone_out, keep_receipt
from conversations.keys import add_key, open_keys
from conversations.reading import conversation
from conversations.retention import purge
from conversations.rotation import rotate
from conversations.settings import Settings
from environment.setting import SettingError
from migrations.history import CONVERSATIONS


def main(arguments: list[str]) -> int:
    """Run a command; the exit status: 1 when the database or a key is not to be had, 2 for a wrong setting."""
    given = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment(os.environ)
        return _run(settings, given)
    except SettingError as error:
        return _fault(str(error), 2)
    except StoreUnavailable as error:
        return _fault(str(error), 1)
    except GONE as error:
        return _fault(f"DATABASE_URL: the database cannot be used ({reason(error)})", 1)


def _run(settings: Settings, given: argparse.Namespace) -> int:
    engine = open_engine(settings.database_url)
    try:
        make_tables(engine)
        return int(given.run(engine, settings, given))
    finally:
        engine.dispose()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m conversations", description="How talk is kept.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("migrate", help="bring the tables up to date").set_defaults(run=_migrate)
    commands.add_parser("purge", help="remove texts older than RETENTION_TEXT_DAYS").set_defaults(run=_purge)
    rotation = commands.add_parser("rotate", help="encrypt all text anew with the first key")
    rotation.add_argument("--new-key", action="store_true", help="first put a new key into the key file")
    rotation.set_defaults(run=_rotate)
    for name, run, meaning in (("erase", _erase, "erase a conversation everywhere"), ("show", _show, "print it")):
        command = commands.add_parser(name, help=meaning)
        command.add_argument("conversation")
        command.set_defaults(run=run)
    return parser


def _migrate(engine: Engine, _settings: Settings, _given: argparse.Namespace) -> int:
    with engine.connect() as connection:  # every command has brought them up before it runs
        print(f"the tables of conversations are at version {CONVERSATIONS.version_of(connection)}")
    return 0


def _purge(engine: Engine, settings: Settings, _given: argparse.Namespace) -> int:
    gone = purge(engine, settings.retention_text_days, time.time())
    print(f"older than {settings.retention_text_days} days and removed: {_listed(gone)}")
    return 0


def _erase(engine: Engine, settings: Settings, given: argparse.Namespace) -> int:
    receipt, counts = erase(engine, settings, given.conversation)
    try:
        chat, fault = erase_chat(settings, given.conversation), ""
    except NoKey as error:
        chat, fault = {}, str(error)
    if chat and receipt is None:
        with writing(engine).begin() as connection:
            receipt = keep_receipt(connection, chat)
    if receipt is None:
        print("nothing of this conversation was there")
    else:
        print(f"erased, receipt {receipt}: {_listed({**counts, **chat})}")
        with engine.connect() as connection:
            for name in gone_out(connection, receipt):
                print(f"{name} had gone out with lines of it: delete what was downloaded or made a branch of it")
    return _fault(fault, 1) if fault else 0


def _rotate(engine: Engine, settings: Settings, given: argparse.Namespace) -> int:
    keys = add_key(settings) if given.new_key else open_keys(settings)
    done = rotate(engine, keys.box)
    print(f"encrypted with the first key: {_listed(done)}")
    return 1 if done["unreadable"] else 0


def _show(engine: Engine, settings: Settings, given: argparse.Namespace) -> int:
    with engine.connect() as connection:
        turns = conversation(connection, given.conversation, open_keys(settings).box)
    print(json.dumps(turns, ensure_ascii=False, indent=1) if turns else "there is no such conversation")
    return 0


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _fault(line: str, status: int) -> int:
    print(line, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
