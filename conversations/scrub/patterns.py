"""What is known by its form, or by the words before it: numbers, addresses, dates of birth, handles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
        return "".join(self._parts(text)) if self.needs.search(text) else text

    def _parts(self, text: str) -> Iterator[str]:
        group = "x" if "x" in self.pattern.groupindex else 0
        kept = at = 0
        while found := self.pattern.search(text, at):
            if self.check(found[group]):
                yield f"{text[kept : found.start(group)]}<{self.mark}>"
                kept, at = found.end(group), max(found.end(), found.start() + 1)
            else:  # two numbers side by side are too long for one: the second may still be one
                at = found.start() + 1
        yield text[kept:]


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
