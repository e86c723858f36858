"""All rules, words and contexts read together, once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from safety.category import Category
from safety.contexts import Context, Joints, context
from safety.fields import HERE, table, texts, words
from safety.finding import RuleError
from safety.index import Index
from safety.lexicon import Lexicon
from safety.nodes import Node, Word
from safety.pattern import Reader
from safety.rule import Rule, read_rules, rule_files

FIGURES = "figures"


@dataclass(frozen=True)
class Book:
    """What ``screen`` goes by; the patterns stand in order of precedence."""

    lexicon: Lexicon
    signs: dict[str, str]
    contexts: dict[str, Context]
    joints: Joints
    rules: tuple[Rule, ...]
    patterns: tuple[tuple[Node, Rule], ...]
    index: Index


def precedence(root: Path = HERE) -> list[Category]:
    """The categories, strongest first."""
    return [Category(name) for name in texts(table(root / "precedence.yml")["order"], "`order`")]


def _phrases(raw: Any, name: str) -> list[str]:
    return texts(raw, f"the concept {name}")


def _reader(root: Path) -> Reader:
    raw = table(root / "words.yml")
    short = {form: " ".join(words(said, form)) for form, said in table(root / "short_forms.yml")["short"].items()}
    concepts = {name: _phrases(phrases, name) for name, phrases in raw["concepts"].items()}
    return Reader(concepts, raw["irregular"], Lexicon(short))


def _atom(reader: Reader, name: str) -> int:
    node = reader.concept(name)
    if not isinstance(node, Word):
        raise RuleError(f"the concept `{name}` may hold single words only")
    return node.atom


def _contexts(root: Path, reader: Reader) -> dict[str, tuple[list[Node], str, str | None]]:
    found = {}
    raws = {name: raw for path in sorted((root / "aside").glob("*.yml")) for name, raw in table(path).items()}
    for name, raw in raws.items():
        nodes = [reader.read(say) for say in texts(raw["say"], f"`say` of {name}")]
        found[name] = (nodes, raw.get("scope", "clause"), raw.get("cancelled_by"))
    return found


def _own_contexts(rules: list[Rule], known: set[str], reader: Reader) -> dict[str, tuple[list[Node], str, None]]:
    """The ``unless`` patterns of single rules; they hold for their clause."""
    own = {pattern for rule in rules for pattern in rule.unless if pattern not in known}
    return {pattern: ([reader.read(pattern)], "clause", None) for pattern in sorted(own)}


def _patterns(rules: list[Rule], reader: Reader) -> tuple[tuple[Node, Rule], ...]:
    found = []
    for rule in rules:
        for say in rule.say:
            try:
                found.append((reader.read(say), rule))
            except RuleError as error:
                raise RuleError(f"{rule.id}: {error}") from error
    return tuple(found)


@lru_cache
def book(root: Path = HERE) -> Book:
    """Everything in the folder, ready for use."""
    reader = _reader(root)
    lexicon = reader.lexicon
    rules = [r for c in precedence(root) for f in rule_files(root / "red_flags", c) for r in read_rules(f, c)]
    patterns = _patterns(rules, reader)
    raw = _contexts(root, reader)
    raw.update(_own_contexts(rules, set(raw), reader))
    joints = Joints(*(_atom(reader, name) for name in ("opener", "joiner", "subject")))
    lexicon.finish(words(table(root / "look_alikes.yml")["words"], "`words` of look_alikes.yml"))
    contexts = {name: context(nodes, scope, by, lexicon) for name, (nodes, scope, by) in raw.items()}
    index = Index([node for node, _ in patterns], lexicon)
    signs = table(root / "short_forms.yml")["signs"]
    return Book(lexicon, signs, contexts, joints, tuple(rules), patterns, index)
