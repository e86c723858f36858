"""One rule as an editor wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safety.category import Category
from safety.fields import table, texts
from safety.finding import RuleError

_KNOWN = {"id", "means", "say", "unless", "hits", "misses"}


@dataclass(frozen=True)
class Rule:
    """What raises a category: any of ``say``, unless one of ``unless`` is about it."""

    id: str
    category: Category
    means: str
    say: tuple[str, ...]
    unless: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


def _rule(raw: Any, category: Category, unless: list[str]) -> Rule:
    if not isinstance(raw, dict) or not {"id", "means", "say", "hits"} <= set(raw):
        raise RuleError(f"a rule of {category.value} lacks one of: id, means, say, hits: {str(raw)[:60]}")
    if odd := set(raw) - _KNOWN:
        raise RuleError(f"unknown field `{min(odd)}` in the rule {raw['id']}")
    if not str(raw["id"]).startswith(f"{category.value}."):
        raise RuleError(f"the id {raw['id']} must begin with `{category.value}.`")
    lists = {name: tuple(texts(raw.get(name, []), f"`{name}` of {raw['id']}")) for name in ("say", "hits", "misses")}
    own = tuple(texts(raw.get("unless", unless), f"`unless` of {raw['id']}"))
    return Rule(raw["id"], category, raw["means"], lists["say"], own, lists["hits"], lists["misses"])


def read_rules(path: Path, category: Category) -> list[Rule]:
    """The rules of one file; its own ``unless`` holds for rules that name none."""
    raw = table(path)
    unless = texts(raw.get("unless", []), f"`unless` of {path.name}")
    return [_rule(item, category, unless) for item in raw.get("rules", [])]


def rule_files(folder: Path, category: Category) -> list[Path]:
    """The file of a category, or the files of its folder."""
    one = folder / f"{category.value}.yml"
    return [one] if one.exists() else sorted((folder / category.value).glob("*.yml"))
