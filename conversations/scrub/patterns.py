"""What is known by its form, or by the words before it: numbers, addresses, dates of birth, handles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml

from conversations.scrub.ordinary import is_ordinary

_HERE = Path(__file__).parent
_PLACE = re.compile(r"\{([a-z_]+)\}")
_SEPARATE = re.compile(r"[\W_]")


@dataclass(frozen=True)
class Rule:
    """``pattern`` finds the secret as its group ``x``, or as a whole; ``check`` has the last word."""

    mark: str
    pattern: re.Pattern[str]
    check: Callable[[str], bool]
    needs: re.Pattern[str]

    def apply(self, text: str) -> str:
        """The text with marks; one that has nothing of what the rule needs is not looked through."""
        return self.pattern.sub(self._marked, text) if self.needs.search(text) else text

    def _marked(self, found: re.Match[str]) -> str:
        group = "x" if "x" in self.pattern.groupindex else 0
        secret = found[group]
        if not self.check(secret):
            return found[0]
        start, end = found.start(group) - found.start(), found.end(group) - found.start()
        return f"{found[0][:start]}<{self.mark}>{found[0][end:]}"


def without_patterns(text: str) -> str:
    """Replace all that the rules find, one rule after the other."""
    for rule in _rules():
        text = rule.apply(text)
    return text


@cache
def _rules() -> tuple[Rule, ...]:
    data = yaml.safe_load((_HERE / "patterns.yml").read_text(encoding="utf-8"))
    return tuple(_rule(each, data["parts"]) for each in data["rules"])


def _rule(each: dict[str, Any], parts: dict[str, str]) -> Rule:
    pattern = re.compile(_filled(each["pattern"], parts), re.RegexFlag(0) if each.get("case") else re.IGNORECASE)
    needs = re.compile(each.get("needs", r"\d"))
    least, most = each.get("digits", [0, 1000])
    check = _CHECKS[each["check"]] if "check" in each else partial(_digits, least, most)
    return Rule(each["mark"], pattern, check, needs)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """The pattern with its ``{parts}`` in place, which may hold further ones."""
    while _PLACE.search(pattern):
        pattern = _PLACE.sub(lambda found: parts[found[1]], pattern)
    return pattern


def _digits(least: int, most: int, secret: str) -> bool:
    return least <= sum(c.isdigit() for c in secret) <= most


def _no_count(secret: str) -> bool:
    """A round number is a count of cells, not somebody's telephone."""
    return not secret.endswith("00000")


def _is_handle(secret: str) -> bool:
    return bool(_SEPARATE.search(secret)) or any(c.isdigit() for c in secret) or not is_ordinary(secret.lower())


def _marked_handle(secret: str) -> bool:
    return "_" in secret or "." in secret.strip(".") or any(c.isdigit() for c in secret)


_CHECKS: dict[str, Callable[[str], bool]] = {
    "no_count": _no_count,
    "handle": _is_handle,
    "marked_handle": _marked_handle,
}
