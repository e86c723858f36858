"""``python -m knowledge check [SEEDS]`` and ``python -m knowledge hash SEEDS``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.checks import check
from knowledge.checks.documents import Documents
from knowledge.finding import ContentError
from knowledge.library import HERE, read
from knowledge.passages import digest


def _check(root: Path, seeds: Path | None) -> int:
    findings = check(root, seeds)
    for finding in findings:
        print(finding)
    faults = sum(not finding.warning for finding in findings)
    if seeds is None:
        print("checked without the source documents: passages, numbers and copied runs were not compared")
    print(f"knowledge: {faults} faults, {len(findings) - faults} warnings")
    return 1 if faults else 0


def _hash(root: Path, seeds: Path) -> int:
    content = read(root)
    if not content.sources:
        raise ContentError(content.findings)
    documents = Documents(content, seeds)
    for id_, words in documents.passages.items():
        print(f"{id_} {digest(words)}")
    if documents.findings:
        raise ContentError(documents.findings)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 when nothing is wrong, 1 for faults, 2 for bad input."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    parser.add_argument("command", choices=["check", "hash"])
    parser.add_argument("seeds", nargs="?", type=Path, help="the folder with the source documents")
    parser.add_argument("--root", type=Path, default=HERE, help="the folder with the content (default: knowledge/)")
    args = parser.parse_args(arguments)
    if args.seeds is None and args.command == "hash":
        parser.error("hash needs the folder with the source documents")
    if args.seeds is not None and not args.seeds.is_dir():
        parser.error(f"{args.seeds} is not a folder; name the folder with the source documents")
    if not args.root.is_dir():
        parser.error(f"{args.root} is not a folder; name the folder with the content")
    try:
        return _check(args.root, args.seeds) if args.command == "check" else _hash(args.root, args.seeds)
    except ContentError as error:
        print(f"knowledge: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
