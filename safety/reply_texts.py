"""The sentences of ``wording.yml``, and the helplines that fill their places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from safety.helplines import Helpline, Helplines

helplines = cache(Helplines.load)


@cache
def _wording() -> dict[str, Any]:
    texts: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wording.yml").read_text(encoding="utf-8"))
    return texts


def at(path: str) -> Any:
    """What stands at ``path`` (``emergency.now``). Raises KeyError for an unknown path."""
    found: Any = _wording()
    for name in path.split("."):
        found = found[name]
    return found


def text(path: str, seed: int = 0, **values: str) -> str:
    """The text at ``path`` with its places filled; of a list, the one whose turn ``seed`` is."""
    found = at(path)
    chosen = found if isinstance(found, str) else found[seed % len(found)]
    return str(chosen).format(**values)


def helpline(country: str | None) -> Helpline:
    """Whom to call in ``country`` (an ISO code); what is known to help anywhere when it is None or not listed."""
    return helplines().for_country(country)


def paragraphs(parts: Sequence[str]) -> str:
    """The parts that say something, an empty line between them."""
    return "\n\n".join(part for part in parts if part)
