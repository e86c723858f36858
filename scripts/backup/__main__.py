"""``python -m scripts.backup data|secrets|check|restore FOLDER``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from conversations.settings import Settings
from environment.setting import SettingError
from scripts.backup import data, secrets
from scripts.backup.fault import Fault
from scripts.backup.folder import checked

_KINDS = {"data": data, "secrets": secrets}
_MEANINGS = {
    "data": "write the databases and exports to a new folder, while all goes on",
    "secrets": "write the secrets of the data folder to another new folder",
    "check": "see whether every file of a backup is what was written",
    "restore": "put a backup back where nothing is: first the secrets, then the data",
}


def main(arguments: list[str]) -> int:
    """Run a command; the exit status: 1 when it cannot be done, 2 for a wrong setting, each with one line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.backup", description="Copies of what is kept.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, meaning in _MEANINGS.items():
        commands.add_parser(name, help=meaning).add_argument("folder", type=Path)
    given = parser.parse_args(arguments)
    try:
        print(_run(given.command, given.folder, Settings.from_environment(os.environ)))
    except SettingError as error:
        return _said(error, 2)
    except (Fault, OSError) as error:
        return _said(error, 1)
    return 0


def _run(command: str, folder: Path, settings: Settings) -> str:
    if folder == Path():
        raise Fault("no folder is named; write make backup TO=/disk1/monday, or make restore FROM=/disk1/monday")
    if command in _KINDS:
        if folder.resolve().is_relative_to(settings.data_folder.resolve()):
            raise Fault(f"{folder} is within {settings.data_folder}, where all is lost together; name another place")
        return f"{_KINDS[command].back_up(settings, folder)} files of {command} are in {folder}"
    manifest = checked(folder)
    if command == "restore":
        _KINDS[manifest.kind].restore(settings, folder, manifest)
    done = "restored" if command == "restore" else "sound"
    return f"{done}: {len(manifest.files)} files of {manifest.kind}, backed up {manifest.made}"


def _said(error: Exception, status: int) -> int:
    print(error, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
