"""What a correction changes: one file each, whole before and whole after."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from console.better.making import HELD_OUT_KINDS
from console.better.repository import intents, text
from console.models.corrections import Correction, Kind
from console.models.kept import Turn

Files = dict[str, str]
_BEFORE = 8  # turns told before the one a dialogue is about


class CannotEdit(ValueError):
    """A correction no longer fits the files; the message is one line."""


def edited(corrections: list[Correction]) -> tuple[Files, Files]:
    """The files before and after all ``corrections``, by path. Raises CannotEdit."""
    before: Files = {}
    after: Files = {}
    for correction in corrections:
        path, change = _EDITS[Kind(correction.kind)](correction)
        if path not in after:
            before[path] = after[path] = text(path)
        after[path] = change(after[path])
    return before, after


Edit = tuple[str, Callable[[str], str]]


def _line(correction: Correction) -> str:
    line: str | None = correction.text
    if not line:
        raise CannotEdit("The words of a correction cannot be read: the key to them is not here.")
    return line


def _ended(content: str) -> str:
    return content if not content or content.endswith("\n") else f"{content}\n"


def _example(correction: Correction) -> Edit:
    path, line = intents().get(correction.meant), _line(correction)
    if path is None:
        raise CannotEdit(f"There are no questions for {correction.meant} any more.")
    return path, lambda content: f"{_ended(content)}    - {line}\n"


def _safety(correction: Correction) -> Edit:
    folder = "must_not_hit" if correction.meant.startswith("not_") else "must_hit"
    line = _line(correction)
    return f"safety/{folder}/{correction.meant.removeprefix('not_')}.txt", lambda content: f"{_ended(content)}{line}\n"


def _held_out(correction: Correction) -> Edit:
    other = correction.meant in HELD_OUT_KINDS
    row = {
        "kind": correction.meant if other else "topic",
        "expected": [] if other else [correction.meant],
        "turns": [_line(correction)],
    }
    return f"evaluation/heldout/{'others' if other else 'topics'}.jsonl", lambda content: _with_row(content, row)


def _with_row(content: str, row: Mapping[str, object]) -> str:
    """With one row more, whose id follows the last one's."""
    found = re.findall(r'^\{"id": "([a-z]+)-(\d+)"', content, re.MULTILINE)
    letter, number = found[-1] if found else ("m", "000")
    id_ = f"{letter}-{int(number) + 1:0{len(number)}d}"
    return f"{_ended(content)}{json.dumps({'id': id_, **row}, ensure_ascii=False)}\n"


def _dialogue(correction: Correction) -> Edit:
    slug = re.sub(r"\W+", "_", correction.meant.removeprefix("outcome:"))
    steps = [*_steps_before(correction), *_step(_line(correction), _expected(correction.meant))]
    content = "".join(f"{line}\n" for line in steps)
    return f"tests/dialogues/what_a_family_wrote_{correction.turn_id}_leads_to_{slug}.yml", lambda _: content


def _expected(meant: str) -> dict[str, str]:
    if meant.startswith("outcome:"):
        return {"outcome": meant.removeprefix("outcome:")}
    group = meant.partition(".")[0]
    if group in ("not_covered", "small_talk"):
        return {"outcome": group}
    if group == "other":
        return {"outcome": "out_of_scope"}
    return {"outcome": "answered", "topic": meant}


def _steps_before(correction: Correction) -> list[str]:
    turn = correction.turn
    earlier = Turn.objects.filter(conversation=turn.conversation, number__lt=turn.number).order_by("-number")[:_BEFORE]
    told: list[str] = []
    for one in reversed(earlier):
        if one.opened is None:
            raise CannotEdit("The turns before this one are no longer kept, so its dialogue cannot be told.")
        told += _step(one.opened.said, {"outcome": one.outcome})
    return told


def _step(said: str, expected: Mapping[str, str]) -> list[str]:
    first = f"- say: {json.dumps(said, ensure_ascii=False)}"
    return [first, *(f"  {name}: {value}" for name, value in expected.items())]


_EDITS: dict[Kind, Callable[[Correction], Edit]] = {
    Kind.EXAMPLE: _example,
    Kind.SAFETY: _safety,
    Kind.HELD_OUT: _held_out,
    Kind.DIALOGUE: _dialogue,
}
