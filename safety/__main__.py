"""``python -m safety "text"`` and ``python -m safety --lines FILE``: what the screen makes of a message."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from safety.finding import RuleError
from safety.screen import screen


def _one(text: str) -> None:
    found = screen(text)
    name = found.category.value if found.category else "none"
    print("\t".join(part for part in (name, found.rule, found.phrase) if part))


def _lines(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            found = screen(line)
            print(f"{found.category.value if found.category else 'none'}\t{found.rule}\t{line}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, or 2 for bad input."""
    parser = argparse.ArgumentParser(prog="python -m safety", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", help="a message")
    what.add_argument("--lines", type=Path, metavar="FILE", help="a file with a message a line")
    args = parser.parse_args(arguments)
    try:
        _one(args.text) if args.lines is None else _lines(args.lines)
    except (OSError, UnicodeDecodeError, RuleError) as error:
        print(f"safety: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
