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


def _told(number: int, scene: Scene, answer: Answer, wrong: list[str]) -> str:
    understood = f"{answer.intent} {answer.confidence:.2f}"
    came = f"{answer.outcome} {answer.topic} {answer.suggestions}"
    return f"step {number}, {scene.does} {scene.what!r} ({understood})\n  {'; '.join(wrong)}\n  {came}\n  {answer.text}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_dialogue(path: Path, assistant: Talk) -> None:
    for number, (scene, (_, answer)) in enumerate(zip(read(path), assistant.play(path), strict=True), start=1):
        wrong = faults(scene.expected, answer)
        assert not wrong, _told(number, scene, answer, wrong)


def test_there_is_a_dialogue_for_every_outcome_a_message_can_have() -> None:
    shown = {scene.expected.get("outcome") for path in FILES for scene in read(path)} - {None}
    assert shown == {outcome.value for outcome in Outcome} - {"unavailable"}
    assert len(FILES) >= 75
