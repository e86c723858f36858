"""Read the training questions fast: Rasa's own reader goes through every file three times, in pure Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.keys import SAFETY
from nlu.line import Line
from nlu.safety_reading import HARMLESS

MUST_NOT_HIT = "must_not_hit"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class QuestionsFault(ValueError):
    """A file of questions that cannot be read; the message names file and mend."""


class QuestionsImporter(TrainingDataImporter):
    """Folders among the training data are questions (``intent`` and ``examples``) or lines on safety.

    All else Rasa reads itself.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        """As Rasa calls it; paths are files or folders."""
        given = [training_data_paths] if isinstance(training_data_paths, str) else training_data_paths or []
        self._folders = [Path(path) for path in given if Path(path).is_dir()]
        rest = [path for path in given if not Path(path).is_dir()]
        self._rest = RasaFileImporter(config_file, domain_path, rest)

    def get_domain(self) -> Domain:
        """The domain."""
        return self._rest.get_domain()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """The rules."""
        return self._rest.get_stories(exclusion_percentage)

    def get_conversation_tests(self) -> StoryGraph:
        """Tests in Rasa's form, of which there are none."""
        return self._rest.get_conversation_tests()

    def get_config(self) -> dict[str, Any]:
        """The pipeline and the policies."""
        config: dict[str, Any] = self._rest.get_config()
        return config

    def get_config_file_for_auto_config(self) -> str | None:
        """Where the configuration stands."""
        file: str | None = self._rest.get_config_file_for_auto_config()
        return file

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:  # noqa: ARG002 (Rasa's name)
        """Every question with its intent, every line on safety with its kind.

        Raises QuestionsFault for a file that is not a list of questions.
        """
        files = sorted(path for folder in self._folders for path in folder.rglob("*.yml"))
        asked = [Line({TEXT: text, INTENT: intent}) for path in files for text, intent in questions(path)]
        flagged = [_flagged(text, kind) for folder in self._folders for text, kind in flags(folder)]
        return TrainingData([*asked, *flagged])


def _flagged(text: str, kind: str) -> Line:
    """A line on safety; what is harmless has no intent, as it may be about anything."""
    intent = {} if kind == HARMLESS else {INTENT: f"safety.{kind}"}
    return Line({TEXT: text, SAFETY: kind, **intent})


def questions(path: Path) -> Iterator[tuple[str, str]]:
    """The questions of one file, each with its intent. Raises QuestionsFault."""
    try:
        blocks = yaml.load(path.read_text(encoding="utf-8"), _LOADER)["nlu"]
        for block in blocks:
            for line in block["examples"].splitlines():
                yield line.removeprefix("- "), block["intent"]
    except (yaml.YAMLError, KeyError, TypeError, AttributeError):
        fault = "not a file of questions; write `nlu:`, a list of `intent:` with `examples: |`, a line `- ...` each"
        raise QuestionsFault(f"{path}: {fault}") from None


def flags(folder: Path) -> Iterator[tuple[str, str]]:
    """The lines on safety below ``folder``, each with its kind: its file's, or harmless below ``must_not_hit``."""
    for path in sorted(folder.rglob("*.txt")):
        kind = HARMLESS if MUST_NOT_HIT in path.parts else path.stem
        yield from ((text, kind) for line in path.read_text(encoding="utf-8").splitlines() if (text := line.strip()))
