"""One setting of a process: its name, default, meaning and check; and the reading of all of them, once at start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


class SettingError(ValueError):
    """A setting is missing or malformed; the message is one line that names it and its mend."""


@dataclass(frozen=True)
class Setting:
    """One environment variable. ``default`` is None when it must be set; ``meaning`` is its line in the documents.

    ``read`` makes the value of the text; its ValueError goes on after the name: ``is no address; write ...``.
    """

    name: str
    default: str | None
    meaning: str
    read: Callable[[str], Any]

    def value(self, environment: Mapping[str, str]) -> Any:
        """The value. Raises SettingError when it is missing or malformed."""
        given = environment.get(self.name, "").strip()
        if not given and self.default is None:
            raise SettingError(f"{self.name} is not set. {self.meaning}")
        try:
            return self.read(given or self.default or "")
        except ValueError as error:
            raise SettingError(f"{self.name} {error}") from error


def values(settings: Iterable[Setting], environment: Mapping[str, str]) -> dict[str, Any]:
    """Every value, by the name in small letters. Raises SettingError for the first that is missing or malformed."""
    return {setting.name.lower(): setting.value(environment) for setting in settings}
