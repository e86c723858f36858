"""The list of known advisories of the locked packages, each judged: does it reach us, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import tomli
import yaml
from packaging.specifiers import InvalidSpecifier, SpecifierSet

LIST, LOCK = Path("docs/security/advisories.yml"), Path("uv.lock")
_OLD_DAYS = 90


@dataclass(frozen=True)
class Advisory:
    """One advisory of one locked version.

    ``affected`` is a range of versions, ``mended`` the first version without the fault, ``reaches`` whether a stranger
    can use it against us, ``source`` where the advisory was read, or that it is from memory and unconfirmed.
    """

    package: str
    locked: str
    advisory: str
    affected: str
    mended: str
    reaches: bool
    why: str
    source: str
    checked: date


_KINDS = {"reaches": bool, "checked": date}


def read(root: Path) -> list[Advisory]:
    """The list. Raises ValueError, with the entry, for one of another form."""
    return [_advisory(raw) for raw in yaml.safe_load((root / LIST).read_text(encoding="utf-8"))]


def _advisory(raw: dict[str, Any]) -> Advisory:
    wrong = [f.name for f in fields(Advisory) if not isinstance(raw.get(f.name), _KINDS.get(f.name, str))]
    if wrong or len(raw) != len(fields(Advisory)):
        named = f"{raw.get('package')} {raw.get('advisory')}"
        raise ValueError(f"{LIST}: {named}: {', '.join(wrong) or 'a field nobody knows'}: missing or of the wrong kind")
    return Advisory(**raw)


def locked(root: Path) -> set[tuple[str, str]]:
    """Name and version of every package of the lock file."""
    packages = tomli.loads((root / LOCK).read_text(encoding="utf-8"))["package"]
    return {(one["name"], one["version"]) for one in packages}


def faults(root: Path) -> list[str]:
    """One line for each entry that no longer fits the lock file, or says that an advisory reaches us."""
    try:
        known, there = read(root), locked(root)
    except ValueError as error:
        return [str(error)]
    return [f"{LIST}: {one.package} {one.advisory}: {fault}" for one in known for fault in _of(one, there)]


def _of(one: Advisory, there: set[tuple[str, str]]) -> Iterator[str]:
    if (one.package, one.locked) not in there:
        yield f"{one.locked} is not locked any more; read the advisory again and judge the new version"
    try:
        if one.locked not in SpecifierSet(one.affected):
            yield f"{one.locked} is not within {one.affected}; take the entry out"
    except InvalidSpecifier:
        yield f"{one.affected!r} is no range of versions, such as `<1.21.0`"
    if one.reaches:
        yield f"it reaches us; mend it ({one.mended}), or shut the way and say how"


def old(root: Path, today: date) -> list[str]:
    """A line when an entry was not looked at for a quarter of a year."""
    days = max((today - one.checked).days for one in read(root))
    return [f"{LIST} was last gone through {days} days ago; look again"] if days > _OLD_DAYS else []
