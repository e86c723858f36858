"""``python -m console serve|migrate|demo|link``: the site, its tables, something to look at, a way back in."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from console.environment import Environment
from conversations.database import StoreUnavailable
from environment.setting import SettingError


class Fault(RuntimeError):
    """What was asked cannot be done; the message is one line."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m console")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="bring the database up to date and serve the site")
    commands.add_parser("migrate", help="bring the database up to date")
    commands.add_parser("demo", help="ask the trained assistant a few conversations, and keep them to look at")
    link = commands.add_parser("link", help="a one-time link by which somebody chooses a new password")
    link.add_argument("email")
    return parser


def _run(args: argparse.Namespace) -> None:
    import django

    django.setup()
    from console import demo, schema, serving

    schema.migrate()
    if args.command == "serve":
        serving.serve()
    elif args.command == "demo":
        demo.make()
    elif args.command == "link":
        print(serving.link_for(args.email))
    else:
        print("the tables of the console are up to date")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 2, with one line, for what cannot be done."""
    args = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "console.django_settings")
    try:
        Environment.read(os.environ)
        _run(args)
    except SettingError as error:
        print(f"console: {error}", file=sys.stderr)
        return 2
    except Exception as error:
        if not _expected(error):
            raise
        print(f"console: {str(error).splitlines()[0]}", file=sys.stderr)
        return 2
    return 0


def _expected(error: Exception) -> bool:
    """Whether an error is one a person can mend: the database is away, a port is taken, a model is not there."""
    from django.db import DatabaseError

    expected = (OSError, DatabaseError, LookupError, Fault, StoreUnavailable)
    return isinstance(error, expected) and bool(str(error))


if __name__ == "__main__":
    sys.exit(main())
