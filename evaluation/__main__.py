"""``python -m evaluation ask|say|report``: ask in bulk, ask one thing, measure."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evaluation.ask import ask, say
from evaluation.rows import BadRow

MODEL = Path("models/companion.tar.gz")


def _at_least_one(text: str) -> int:
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation")
    parser.add_argument("--model", type=Path, default=MODEL, help=f"the trained model (default: {MODEL})")
    parser.add_argument("--processes", type=_at_least_one, default=2, help="how many to ask at once (default: 2)")
    commands = parser.add_subparsers(dest="command", required=True)
    bulk = commands.add_parser("ask", help="ask the conversations of a JSON-lines file")
    bulk.add_argument("questions", type=Path)
    bulk.add_argument("answers", type=Path)
    one = commands.add_parser("say", help="ask one thing, and print the answer")
    one.add_argument("text")
    commands.add_parser("report", help="measure the held-out questions and write docs/evaluation.md")
    return parser


def _run(args: argparse.Namespace) -> None:
    if args.command == "ask":
        ask(args.questions, args.answers, args.model, args.processes)
    elif args.command == "say":
        print(say(args.text, args.model))
    else:
        from evaluation.report import report

        report(args.model, args.processes)


def main() -> int:
    """Run the command; the exit status is 2, with one line, for input that cannot be used."""
    args = _parser().parse_args()
    if not args.model.exists():
        print(f"there is no model at {args.model}; run `make train`", file=sys.stderr)
        return 2
    try:
        _run(args)
    except (BadRow, OSError) as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
