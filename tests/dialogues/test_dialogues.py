"""Every file of this folder is a conversation the assistant must hold as it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dialogue.outcome import Outcome
from evaluation.rows import Answer
from tests.dialogues.script import Scene, faults, read

if TYPE_CHECKING:
    from tests.conftest import Talk

FILES = sorted(Path(__file__).parent.glob("*.yml"))


def _turns(scenes: list[Scene], assistant: Talk) -> list[str]:
    """What is sent: a button's payload is only known once the replies before it are."""
    turns: list[str] = []
    for number, scene in enumerate(scenes, start=1):
        if scene.does == "say":
            turns.append(scene.what)
            continue
        buttons = assistant.converse(turns)[-1].buttons if turns else []
        payloads = [button["payload"] for button in buttons if button["title"] == scene.what]
        assert payloads, f"step {number}: no button {scene.what!r} to press, only {[b['title'] for b in buttons]}"
        turns.append(payloads[0])
    return turns


def _told(number: int, scene: Scene, answer: Answer, wrong: list[str]) -> str:
    understood = f"{answer.intent} {answer.confidence:.2f}"
    came = f"{answer.outcome} {answer.topic} {answer.suggestions}"
    return f"step {number}, {scene.does} {scene.what!r} ({understood})\n  {'; '.join(wrong)}\n  {came}\n  {answer.text}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_dialogue(path: Path, assistant: Talk) -> None:
    scenes = read(path)
    answers = assistant.converse(_turns(scenes, assistant))
    for number, (scene, answer) in enumerate(zip(scenes, answers, strict=True), start=1):
        wrong = faults(scene.expected, answer)
        assert not wrong, _told(number, scene, answer, wrong)


def test_there_is_a_dialogue_for_every_outcome_a_message_can_have() -> None:
    shown = {scene.expected.get("outcome") for path in FILES for scene in read(path)} - {None}
    assert shown == {outcome.value for outcome in Outcome} - {"unavailable"}
    assert len(FILES) >= 75
