"""A YAML mapping read field by field, so that every field that is missing or odd is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from knowledge.finding import Finding
from knowledge.lines import line_of

FORM = "see docs/editors.md for its form"


class Fields:
    """A mapping read field by field; what is wrong collects in ``findings``."""

    def __init__(self, raw: Any, file: str, findings: list[Finding], what: str) -> None:
        """``what`` names the thing being read, for the messages."""
        self._raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        self._seen: set[str] = set()
        self.file, self.findings, self.what, self.line = file, findings, what, line_of(raw)
        if not isinstance(raw, dict):
            self.fault(f"{what} must be a mapping of fields", FORM)
            self.findings = []  # said once: its fields are missing because there are none

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields that are there."""
        return tuple(self._raw)

    def fault(self, fault: str, mend: str, line: int | None = None) -> None:
        """Note a fault at ``line`` (where the mapping begins, if not given)."""
        self.findings.append(Finding(self.file, line or self.line, fault, mend))

    def take(self, name: str, kind: type, default: Any = ...) -> Any:
        """The field's value; without a ``default`` the field is required."""
        self._seen.add(name)
        value = self._raw.get(name)
        empty = value in ([], {}) or (isinstance(value, str) and not value.strip())
        if value is None and default is not ...:
            return default
        if value is None or (empty and default is ...):
            self.fault(f"{self.what} has no `{name}`", f"add `{name}:`")
        elif not isinstance(value, kind) or isinstance(value, datetime):
            self.fault(f"`{name}` of {self.what} has the wrong form", FORM, line_of(value, self.line))
        else:
            return value
        return None if kind is date else kind()

    def texts(self, name: str, default: Any = ...) -> tuple[str, ...]:
        """The texts of a list; an item YAML takes for something else (a mapping, a number) is a fault."""
        found = self.take(name, list, default)
        self._only_text(name, found)
        return tuple(found)

    def links(self, name: str, default: Any = ...) -> dict[str, str]:
        """A mapping of texts to texts, such as follow-ups to topics."""
        found = dict(self.take(name, dict, default))
        self._only_text(name, [text for pair in found.items() for text in pair])
        return found

    def inner(self, name: str) -> Fields:
        """The fields of a required mapping; when it is not there that is said once, not for each of its fields."""
        raw = self.take(name, dict)
        return Fields(raw, self.file, self.findings if raw else [], f"`{name}`")

    def done(self) -> None:
        """Name the fields nobody asked for: most are misspelt."""
        for name in self._raw:
            if name not in self._seen:
                self.fault(f"unknown field `{name}` in {self.what}", "remove it or mend its spelling", line_of(name))

    def _only_text(self, name: str, items: list[Any]) -> None:
        for item in items:
            if not isinstance(item, str):
                fault = f"`{name}` of {self.what} holds something that is not text"
                self.fault(fault, "put it in quotes", line_of(item, self.line))
            elif not item.strip():
                self.fault(f"`{name}` of {self.what} holds an empty text", "write it or remove it", line_of(item))
