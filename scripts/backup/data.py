"""What is kept of families' talk: the databases, and the files moderators exported."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from conversations.settings import Settings
from scripts.backup import postgres, sqlite
from scripts.backup.fault import Fault
from scripts.backup.folder import Manifest, checked, writing

_DUMP = "postgresql.dump"
_GATEWAY, _CONVERSATIONS = "gateway.db", "conversations.db"


def back_up(settings: Settings, at: Path) -> int:
    """Write the data to the new folder ``at``; how many files. Raises Fault."""
    with writing(at, "data", [fingerprint(key) for key in _keys(settings)]) as draft:
        if not settings.database_url.startswith("sqlite"):
            postgres.dump(settings.database_url, draft / _DUMP)
        else:
            found = [file for file in _files(settings) if file.exists()]
            if not found:
                raise Fault(f"there is no database in {settings.data_folder}; set DATA_FOLDER or DATABASE_URL")
            for file in found:
                sqlite.copy(file, draft / file.name)
        if settings.exports.is_dir():
            shutil.copytree(settings.exports, draft / settings.exports.name)
    return len(checked(at).files)


def restore(settings: Settings, at: Path, manifest: Manifest) -> None:
    """Put the data back where nothing is. Raises Fault."""
    present = [fingerprint(key) for key in _keys(settings)]
    if manifest.keys and not set(manifest.keys) & set(present):
        raise Fault(
            "the key that opens this backup is not here, and without it no text is read; restore its secrets first"
        )
    on_server = not settings.database_url.startswith("sqlite")
    if on_server != (_DUMP in manifest.files):
        raise Fault("the backup is of the other kind of database; set DATABASE_URL to the kind it was made of")
    if settings.exports.exists() and any(settings.exports.iterdir()):
        raise Fault(f"{settings.exports} is not empty, and nothing is written over; move it away first")
    if on_server:
        postgres.put_back(at / _DUMP, settings.database_url)
    else:
        _put_files_back(settings, at, manifest)
    if (at / settings.exports.name).is_dir():
        shutil.copytree(at / settings.exports.name, settings.exports, dirs_exist_ok=True)


def _put_files_back(settings: Settings, at: Path, manifest: Manifest) -> None:
    targets = {file.name: file for file in _files(settings)}
    kept = [name for name in manifest.files if "/" not in name]
    for name in kept:
        if name not in targets:
            raise Fault(f"the backup holds {name}, which is not the database of DATABASE_URL; set it as it was")
        sqlite.must_be_free(targets[name])
    for name in kept:
        sqlite.put_back(at / name, targets[name])


def _files(settings: Settings) -> list[Path]:
    """SQLite's files: one when ``DATABASE_URL`` names it, else one of the gateway and one of conversations."""
    own, gateway = Path(settings.database_url.partition(":///")[2]), settings.data_folder / _GATEWAY
    return [own, gateway] if own == settings.data_folder / _CONVERSATIONS else [own]


def _keys(settings: Settings) -> tuple[str, ...]:
    """The keys there are; none is made."""
    if settings.conversations_key:
        return settings.conversations_key
    if not settings.key_file.is_file():
        return ()
    return tuple(settings.key_file.read_text(encoding="ascii").split()[0].split(","))


def fingerprint(key: str) -> str:
    """What tells one key from another and opens nothing."""
    return hashlib.sha256(f"backup:{key}".encode()).hexdigest()[:16]
