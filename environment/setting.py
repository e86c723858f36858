"""One setting of a process: its name, default, meaning and check; and the reading of all of them, once at start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = "_FILE"


class SettingError(ValueError):
    """A setting is missing or malformed; the message is one line that names it and its mend."""


def given(name: str, environment: Mapping[str, str]) -> str:
    """What is given for ``name``: its own text, or that of the file ``NAME_FILE`` names; empty when neither is there.

    Secrets come in files where an environment can be looked at. Raises SettingError for a file that cannot be read,
    and when both are given.
    """
    own, file = (environment.get(each, "").strip() for each in (name, name + _FILE))
    if own and file:
        raise SettingError(f"{name} and {name}{_FILE} are both set; take one of them away")
    if not file:
        return own
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{name}{_FILE} names {file}, which cannot be read ({type(error).__name__})") from error


@dataclass(frozen=True)
class Setting:
    """One environment variable, or the file that ``NAME_FILE`` names. ``default`` is None when it must be set.

    ``meaning`` is its line in the documents. ``read`` makes the value of the text; its ValueError goes on after the
    name: ``is no address; write ...``.
    """

    name: str
    default: str | None
    meaning: str
    read: Callable[[str], Any]

    def value(self, environment: Mapping[str, str]) -> Any:
        """The value. Raises SettingError when it is missing or malformed."""
        text = given(self.name, environment)
        if not text and self.default is None:
            raise SettingError(f"{self.name} is not set. {self.meaning}")
        try:
            return self.read(text or self.default or "")
        except ValueError as error:
            raise SettingError(f"{self.name} {error}") from error


def values(settings: Iterable[Setting], environment: Mapping[str, str]) -> dict[str, Any]:
    """Every value, by the name in small letters. Raises SettingError for the first that is missing or malformed."""
    return {setting.name.lower(): setting.value(environment) for setting in settings}
