"""``python -m scripts.audit [offline]``: prints what is wrong, one line each; the status is 1 when something is."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from scripts.audit import advisories, code, kept_secrets, published

ROOT = Path(__file__).parents[2]
_CHECKS = (("code", code.faults), ("secrets", kept_secrets.faults), ("advisories", advisories.faults))


def main(arguments: list[str]) -> int:
    """Run the checks; ``offline`` leaves out the one that asks the network."""
    if arguments not in ([], ["offline"]):
        print("usage: python -m scripts.audit [offline]", file=sys.stderr)
        return 2
    try:
        faults = [fault for name, check in _CHECKS for fault in _told(name, check(ROOT))]
        faults += [] if arguments else _published()
        print(*advisories.old(ROOT, date.today()), sep="\n", end="")
    except (RuntimeError, ValueError, OSError) as error:
        print(f"audit: {error}", file=sys.stderr)
        return 2
    return 1 if faults else 0


def _told(name: str, faults: list[str]) -> list[str]:
    print(*(faults or [f"{name}: no faults"]), sep="\n")
    return faults


def _published() -> list[str]:
    try:
        return _told("published advisories", published.faults(ROOT))
    except published.NotAsked as error:
        print(error)
        return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
