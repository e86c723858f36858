"""The safety dialogues hold when every message is understood as it should be: no model, the real moves."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from dialogue.memory import Memory
from dialogue.moves.routes import Move
from dialogue.moves.take import take
from dialogue.reply import Reply
from dialogue.turn import Finding, Turn
from evaluation.rows import Answer
from knowledge.library import Library
from nlu.domain import action_for
from safety.reply import CATEGORIES
from tests.dialogue.turns import pressed, said
from tests.dialogues.script import Scene, faults, read

HERE = Path(__file__).parent
UNDERSTOOD = yaml.safe_load((HERE / "understood.yml").read_text(encoding="utf-8"))
ALL = {path: read(path) for path in sorted(HERE.with_name("dialogues").glob("*.yml"))}
SURE = 0.95


def _known(scenes: list[Scene]) -> bool:
    return all(scene.does == "press" or scene.what in UNDERSTOOD for scene in scenes)


FILES = [path for path, scenes in ALL.items() if scenes[0].does == "say" and _known(scenes)]


def _typed(text: str) -> Turn:
    row = UNDERSTOOD[text]
    category = str(row.get("safety", "")).partition(".")[0]
    rule = row["safety"] if "." in row.get("safety", "") else ""
    return said(text, (row["intent"], SURE), safety=Finding(category, text, rule) if category else None)


def _pressed(title: str, last: Reply) -> Turn:
    [payload] = [button.payload for button in last.buttons if button.title == title]
    intent, _, rest = payload.removeprefix("/").partition("{")
    return pressed(intent, **(json.loads("{" + rest) if rest else {}))


def _move(turn: Turn) -> Move:
    name = action_for("safety" if turn.safety else turn.best.intent).removeprefix("action_")
    module = "dialogue.moves.safety.first" if name == "safety" else f"dialogue.moves.{name}"
    answering = name in ("small_talk", "clarify", "decline")
    move: Move = import_module("dialogue.moves.answer" if answering else module).reply
    return move


def _answer(reply: Reply) -> Answer:
    record = {key: value for key, value in reply.metadata.items() if key not in ("version", "sheet")}
    buttons = [{"title": button.title, "payload": button.payload} for button in reply.buttons]
    return Answer(**record, text=reply.text, buttons=buttons, intent="", confidence=1.0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_dialogue(path: Path, library: Library) -> None:
    memory, last = Memory(), None
    for number, scene in enumerate(ALL[path], start=1):
        turn = _typed(scene.what) if last is None or scene.does == "say" else _pressed(scene.what, last)
        step = take(_move(turn), turn, memory, library)
        memory, last = Memory.from_slots(json.loads(json.dumps(step.memory.to_slots()))), step.reply
        wrong = faults(scene.expected, _answer(last))
        assert not wrong, f"step {number}, {scene.what!r}: {'; '.join(wrong)}\n{last.text}"


def _outcomes() -> list[str]:
    return [str(scene.expected.get("outcome")) for path in FILES for scene in ALL[path]]


def test_every_category_has_its_dialogue_and_one_that_goes_on() -> None:
    assert len(FILES) >= 30
    assert set(CATEGORIES) <= set(_outcomes())
    names = {path.stem for path in FILES}
    assert {f"after_{category}_the_talk_goes_on_where_it_was" for category in CATEGORIES} <= names


def test_every_line_understood_by_hand_is_said_in_a_dialogue() -> None:
    lines = {scene.what for scenes in ALL.values() for scene in scenes}
    assert sorted(set(UNDERSTOOD) - lines) == []
