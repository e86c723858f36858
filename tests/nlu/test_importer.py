"""Training questions are read as they stand in their files, and a file that is none is named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rasa.shared.nlu.constants import INTENT, TEXT

from nlu.domain import ROOT
from nlu.importer import QuestionsFault, QuestionsImporter, questions
from tests.nlu.shared import training_lines

FILE = """nlu:
- intent: tests.ct
  examples: |
    - is it loud
    - what - is a CT
- intent: talk.more
  examples: |
    - more
"""


def _importer(*paths: Path) -> QuestionsImporter:
    return QuestionsImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(path) for path in paths])


def test_every_question_of_a_file_comes_with_its_intent(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(FILE, encoding="utf-8")
    found = [("is it loud", "tests.ct"), ("what - is a CT", "tests.ct"), ("more", "talk.more")]
    assert list(questions(file)) == found


def test_all_questions_and_follow_ups_are_read_and_nothing_else() -> None:
    data = _importer(ROOT / "nlu" / "questions", ROOT / "nlu" / "follow_ups", ROOT / "nlu" / "rules.yml").get_nlu_data()
    written = {(line.text, line.intent) for folder in ("questions", "follow_ups") for line in training_lines(folder)}
    assert {(message.get(TEXT), message.get(INTENT)) for message in data.training_examples} == written
    assert len(data.training_examples) == len(written)


@pytest.mark.filterwarnings("ignore:Slot auto-fill")  # Rasa tells it of every domain with slots
def test_rules_domain_and_configuration_are_rasas_own() -> None:
    importer = _importer(ROOT / "nlu" / "questions", ROOT / "nlu" / "rules.yml")
    assert importer.get_config() == yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    assert "tests.ct" in importer.get_domain().intents
    assert len(importer.get_stories().story_steps) >= 10


@pytest.mark.parametrize(
    "text", ["", "- a list", "version: 1", "nlu: 3", "nlu:\n- intent: x", "nlu:\n- examples: |\n    - x", "nlu: [", "x"]
)
def test_a_file_that_holds_no_questions_is_named_with_its_mend(text: str, tmp_path: Path) -> None:
    file = tmp_path / "b.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionsFault, match=r"b\.yml: not a file of questions; write `nlu:`") as raised:
        list(questions(file))
    assert "\n" not in str(raised.value)
