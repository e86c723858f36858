"""What the encoder is taught with: questions and their topics, follow-ups, and the lines on safety."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.library import Library
from nlu.importer import flags, questions
from nlu.in_context.apart import kept_apart
from nlu.in_context.example import Example, example
from nlu.in_context.meanings import Meanings
from nlu.in_context.said import said_before
from nlu.safety_reading import HARMLESS
from nlu.wording.courtesy import asked
from nlu.wording.vocabulary import domain_words
from nlu.wording.wording import Wording
from safety.screen import screen

_HARMLESS = 12_000
# These hold personal questions too, so they are no examples of what is harmless.
_DOUBTFUL = ("not_covered.", "prognosis.", "symptoms.", "follow.", "second-opinion")


@dataclass(frozen=True)
class Line:
    """A text in plain words, what was said before it (for follow-ups), and all that it fairly means."""

    text: str
    meant: tuple[str, ...]
    before: str | None = None


class Lines:
    """Reads all lines of the project, by task."""

    def __init__(self, root: Path) -> None:
        """``root`` is the project's folder."""
        self._root, self._library = root, Library.load()
        self._wording, self._meanings = Wording(domain_words(self._library)), Meanings(self._library)

    def tasks(self) -> dict[str, list[Line]]:
        """The lines of each task."""
        asked = list(self._of("questions"))
        return {
            "topics": [Line(self._plain(text), (intent,)) for text, intent in asked],
            "follow_ups": [line for text, intent in self._of("follow_ups") if (line := self._follow_up(text, intent))],
            "safety": [*self._safety(), *self._harmless([*asked, *self._leaning()])],
        }

    def _of(self, folder: str) -> Iterator[tuple[str, str]]:
        for path in sorted((self._root / "nlu" / folder).rglob("*.yml")):
            yield from questions(path)

    def _plain(self, text: str) -> str:
        return " ".join(word.text for word in self._wording.words(asked(text)))

    def _follow_up(self, text: str, intent: str) -> Line | None:
        found: Example | None = example(text)
        if found is None or kept_apart(found.text):
            return None
        meant = tuple(m for name in (intent, *found.also) if (m := self._meanings.of(name)))
        said = said_before(found.memory(self._library), self._library)
        return Line(self._plain(found.text), meant, said) if meant else None

    def _safety(self) -> Iterator[Line]:
        for folder in ("must_hit", "must_not_hit"):
            for text, kind in flags(self._root / "safety" / folder):
                if not kept_apart(text):
                    yield Line(self._plain(text), (kind,))

    def _leaning(self) -> Iterator[tuple[str, str]]:
        for line, intent in self._of("follow_ups"):
            found = example(line)
            if found and not kept_apart(found.text):
                yield found.text, intent

    def _harmless(self, asked: list[tuple[str, str]]) -> Iterator[Line]:
        """What was asked and raises no alarm by a rule: in a talk, half a sentence must not alarm either."""
        sure = [text for text, intent in asked if not intent.startswith(_DOUBTFUL) and not screen(text).category]
        for text in random.Random(0).sample(sure, min(len(sure), _HARMLESS)):
            yield Line(self._plain(text), (HARMLESS,))
