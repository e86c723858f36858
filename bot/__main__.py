"""``python -m bot`` answers families; ``doctor`` says what keeps it from doing so, ``migrate`` makes the tables."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from telegram.error import InvalidToken, TelegramError

from bot import doctor, logs
from bot.face.pictures.plan import PictureError
from bot.face.warm import warm
from bot.gateway.app import Gateway
from bot.screening import screen
from bot.settings import Settings
from bot.store.database import Database, StoreUnavailable
from bot.store.sealing import seal_with
from conversations.keys import open_keys
from conversations.settings import Settings as KeySettings
from environment.setting import SettingError
from knowledge.finding import ContentError
from migrations.history import GATEWAY
from safety.helplines import HelplineError

_USAGE = "usage: python -m bot [doctor | migrate]"


def main(arguments: list[str]) -> int:
    """Run a command; the exit status."""
    if arguments not in ([], ["doctor"], ["migrate"]):
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        settings = Settings.from_environment(os.environ)
        seal_with(open_keys(KeySettings.from_environment(os.environ)).box)
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    logs.configure(settings.log_level)
    run = {"doctor": doctor.main, "migrate": _migrate}[arguments[0]] if arguments else _serve
    return run(settings)


def _migrate(settings: Settings) -> int:
    try:
        database = Database(settings.database_url)
        print(f"the tables of the gateway are at version {database.now(GATEWAY.version_of)}")
    except StoreUnavailable as error:
        return _fault(f"DATABASE_URL: the database cannot be used ({error})")
    database.close()
    return 0


def _serve(settings: Settings) -> int:
    try:
        warm()
        screen("", None)
        asyncio.run(_run(settings))
    except (ContentError, HelplineError, PictureError) as error:
        return _fault(str(error))
    except InvalidToken:
        return _fault("TELEGRAM_TOKEN is refused by the Bot API; copy it again from @BotFather")
    except StoreUnavailable as error:
        return _fault(f"DATABASE_URL: the database cannot be used ({error})")
    except TelegramError as error:
        return _fault(f"TELEGRAM_WEBHOOK_URL is not taken by Telegram ({type(error).__name__}): {error.message}")
    except OSError as error:
        return _fault(f"a port cannot be used ({error}); change HEALTH_PORT or WEBHOOK_PORT")
    return 0


async def _run(settings: Settings) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    database = Database(settings.database_url)
    try:
        await Gateway(settings, screen, database).run(stop)
    finally:
        database.close()


def _fault(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
