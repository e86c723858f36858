"""The secrets that were made in the data folder. Those that are set as settings are the operator's to keep."""

from __future__ import annotations

import shutil
from pathlib import Path

from conversations.settings import Settings
from scripts.backup.fault import Fault
from scripts.backup.folder import Manifest, checked, writing

NAMES = ("conversations.key", "pseudonym_key", "channel_secret", "console_secret")


def back_up(settings: Settings, at: Path) -> int:
    """Write the secrets to the new folder ``at``; how many files. Raises Fault."""
    found = [settings.data_folder / name for name in NAMES if (settings.data_folder / name).is_file()]
    if not found:
        raise Fault(f"{settings.data_folder} holds no secrets; those that are set as settings are yours to keep")
    with writing(at, "secrets", []) as draft:
        for file in found:
            _copy(file, draft / file.name)
    return len(checked(at).files)


def restore(settings: Settings, at: Path, manifest: Manifest) -> None:
    """Put the secrets back. Raises Fault when one is there and another."""
    for name in manifest.files:
        there = settings.data_folder / name
        if there.exists() and there.read_bytes() != (at / name).read_bytes():
            raise Fault(f"{there} is there and another, and nothing is written over; move it away first")
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    for name in manifest.files:
        _copy(at / name, settings.data_folder / name)


def _copy(source: Path, target: Path) -> None:
    target.touch(mode=0o600)
    shutil.copyfile(source, target)
