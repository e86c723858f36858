"""A backup on the disk: a folder with files, and ``backup.json``, which names each with its SHA-256."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.backup.fault import Fault

MANIFEST = "backup.json"
_BLOCK = 1 << 20
_APART = {"data": "secrets", "secrets": "data"}


@dataclass(frozen=True)
class Manifest:
    """``kind`` is data or secrets, ``made`` a date in UTC; ``keys`` are fingerprints of the keys that open the text."""

    kind: str
    made: str
    files: dict[str, str]
    keys: list[str]


@contextmanager
def writing(at: Path, kind: str, keys: list[str]) -> Iterator[Path]:
    """A folder to put files into; at the end it is at ``at``, whole, or nowhere. Raises Fault."""
    at = at.absolute()
    if at.exists():
        raise Fault(f"{at} is there already, and nothing is written over; name a new folder")
    _keep_apart(at, kind)
    at.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{at.name}.", dir=at.parent))  # readable by its owner alone
    try:
        yield draft
        files = {str(path.relative_to(draft)): _sum(path) for path in sorted(draft.rglob("*")) if path.is_file()}
        made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        (draft / MANIFEST).write_text(json.dumps(asdict(Manifest(kind, made, files, keys)), indent=1), encoding="utf-8")
        draft.rename(at)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _keep_apart(at: Path, kind: str) -> None:
    """Refuse to put data and secrets where one archive, one disk or one thief would take both."""
    around = [*at.parents, *(path.parent for path in at.parent.glob(f"*/{MANIFEST}"))]
    for folder in around:
        if (folder / MANIFEST).is_file() and opened(folder).kind == _APART[kind]:
            raise Fault(
                f"{folder} holds the {_APART[kind]}: whoever finds both reads what every family wrote. "
                f"Write the {kind} to another place, best another disk"
            )


def opened(at: Path) -> Manifest:
    """What a backup says of itself. Raises Fault when it is none."""
    try:
        return Manifest(**json.loads((at / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Fault(f"{at} is no backup: its {MANIFEST} cannot be read ({type(error).__name__})") from error


def checked(at: Path) -> Manifest:
    """The same, once every file is what it was. Raises Fault for the first that is not."""
    manifest = opened(at)
    for name, known in manifest.files.items():
        if not (at / name).resolve().is_relative_to(at.resolve()):
            raise Fault(f"{at / MANIFEST} names a file outside; this is no backup of ours")
        if not (at / name).is_file():
            raise Fault(f"{at / name} is missing; take another backup")
        if _sum(at / name) != known:
            raise Fault(f"{at / name} is not what was written (its SHA-256 differs); take another backup")
    return manifest


def _sum(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
