"""``python -m conversations.scrub.gather``: people.txt anew, the given names of many peoples that Faker (MIT) knows.

Left out is what is an English word too, by Debian's word lists (``apt-get install wamerican wbritish``): a name in
small letters would then be taken for the word. Such names are in names.yml, each kind with its own rule.
"""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from conversations.scrub.ordinary import PEOPLE, is_ordinary, names

_DICTIONARIES = [Path("/usr/share/dict") / f"{kind}-english" for kind in ("american", "british")]
_NAME = re.compile(r"[A-Za-zÀ-ž]{3,}(?:['’-][A-Za-zÀ-ž]{2,})*")


def _given() -> Iterator[str]:
    """Every given name in Latin letters, of every country Faker knows."""
    import faker.providers.person as people

    for module in pkgutil.iter_modules(people.__path__):
        kinds = vars(import_module(f"{people.__name__}.{module.name}").Provider)
        for kind, known in kinds.items():
            if kind.startswith("first_name") and isinstance(known, tuple | list | dict):
                yield from (str(name) for name in known if _NAME.fullmatch(str(name)))


def _english() -> set[str]:
    """Words that are written in small letters; names are not among them."""
    return {word for path in _DICTIONARIES for word in path.read_text(encoding="utf-8").split() if word.islower()}


def main() -> int:
    """Write the file; the exit status is 2, with one line, where a word list is missing."""
    missing = [path.name for path in _DICTIONARIES if not path.exists()]
    if missing:
        print(f"{', '.join(missing)} is not here: apt-get install wamerican wbritish", file=sys.stderr)
        return 2
    words, kinds = _english(), set().union(*names().values())
    found = sorted(name for name in {name.lower() for name in _given()} - words - kinds if not is_ordinary(name))
    PEOPLE.write_text("".join(f"{name}\n" for name in found), encoding="utf-8")
    print(f"{len(found)} names are in {PEOPLE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
