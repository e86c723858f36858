"""What stands for a project and for the process Rasa trains in: nothing is trained in tests."""

from __future__ import annotations

from typing import Any

SOURCES = (
    *("config.yml", "domain.yml"),
    *("dialogue/followup.py", "dialogue/understand.py", "dialogue/cues.py"),
    *("nlu/part.py", "nlu/in_context/part.py", "nlu/rules.yml", "nlu/wording/names.txt"),
    *("knowledge/subjects.yml", "knowledge/topics/a/b.yml"),
    *("safety/must_hit/emergency.txt", "nlu/encoder/adapter.npz"),
)


class Rasa:
    """Stands for the process Rasa trains in."""

    commands: list[list[str]]

    def __init__(self, status: int) -> None:
        self.stdout = [
            "Starting to train component 'PlainWords'.\n",
            "noise about 'PlainWords'\n",
            "Restored component 'QuestionClassifier' from cache.\n",
            "Starting to train component 'Unknown'.\n",
        ]
        self.returncode, self.commands = status, []

    def __call__(self, command: list[str], **_: Any) -> Rasa:
        self.commands.append(command)
        return self

    def wait(self) -> int:
        return self.returncode
