"""How much each image installs: its packages, with all they need, as they lie in this environment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import tomli
from packaging.requirements import Requirement

from scripts.chat import ROOT

# Of an image: the groups of pyproject.toml beside the project's own dependencies.
IMAGES = {"gateway": ("gateway",), "actions": ("actions",), "console": ("console",), "rasa": ("rasa",)}


def sizes() -> list[list[object]]:
    """Name, number of packages, megabytes of each image's packages."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    left_out = {_plain(Requirement(one).name) for one in project["tool"]["uv"].get("override-dependencies", ())}
    rows: list[list[object]] = []
    for image, groups in IMAGES.items():
        named = [one for group in groups for one in project["dependency-groups"].get(group, ())]
        found = _closure([*project["project"]["dependencies"], *named], left_out)
        rows.append([image, len(found), sum(map(_bytes, found)) / 1e6])
    return rows


def _closure(wanted: Iterable[str], left_out: set[str]) -> list[Distribution]:
    """Every distribution that is installed for these, once."""
    found: dict[str, Distribution] = {}
    waiting = [(Requirement(one), "") for one in wanted]
    while waiting:
        needed, extra = waiting.pop()
        name = _plain(needed.name)
        if name in left_out or not _applies(needed, extra):
            continue
        known = name in found
        try:
            found[name] = distribution(needed.name)
        except PackageNotFoundError:
            continue
        extras = needed.extras if known else {"", *needed.extras}
        waiting += [(Requirement(one), more) for one in found[name].requires or () for more in extras]
    return list(found.values())


def _applies(needed: Requirement, extra: str) -> bool:
    return needed.marker is None or needed.marker.evaluate({"extra": extra})


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _bytes(of: Distribution) -> int:
    places = (Path(str(of.locate_file(file))) for file in of.files or ())
    return sum(place.stat().st_size for place in places if place.is_file())
