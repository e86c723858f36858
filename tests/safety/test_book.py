"""Rule files: a slip is named so that an editor can mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.category import Category
from safety.fields import table
from safety.finding import RuleError
from safety.rule import read_rules

GOOD = "id: emergency.x\n    means: m\n    say: [a]\n    hits: [a]"


def written(folder: Path, rule: str) -> Path:
    path = folder / "emergency.yml"
    path.write_text(f"unless: [general]\nrules:\n  - {rule}\n", encoding="utf-8")
    return path


def test_a_rule_takes_what_its_file_says_unless_it_says_otherwise(tmp_path: Path) -> None:
    (rule,) = read_rules(written(tmp_path, GOOD), Category.EMERGENCY)
    assert (rule.id, rule.unless) == ("emergency.x", ("general",))


def test_its_own_unless_wins(tmp_path: Path) -> None:
    (rule,) = read_rules(written(tmp_path, GOOD + "\n    unless: []"), Category.EMERGENCY)
    assert rule.unless == ()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("id: emergency.x\n    means: m", "lacks one of"),
        ("just a text", "lacks one of"),
        (GOOD + "\n    hit: [b]", "unknown field `hit`"),
        (GOOD.replace("emergency.x", "outlook.x"), "must begin with `emergency.`"),
        (GOOD.replace("say: [a]", "say: [39]"), "must be texts"),
        (GOOD.replace("say: [a]", "say: {a: b}"), "must be texts"),
    ],
)
def test_a_slip_in_a_rule_is_named(rule: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=said):
        read_rules(written(tmp_path, rule), Category.EMERGENCY)


@pytest.mark.parametrize(("content", "said"), [("a: [", "not YAML"), ("- a", "must be a mapping")])
def test_a_file_that_is_no_table_is_named(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match=said):
        table(path)
