"""Keep the lists in ``domain.yml`` and ``nlu/rules.yml`` in step with the questions that exist.

A new topic is a file under ``knowledge/topics`` and one under ``nlu/questions``;
``python -m nlu.domain`` writes the rest, and ``python -m nlu.domain --check`` fails
when that was forgotten.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from knowledge.library import Library
from nlu.wording.vocabulary import OTHER_ILLNESS
from safety.reply import CATEGORIES

ROOT = Path(__file__).parent.parent
QUESTIONS, DOMAIN, RULES = ROOT / "nlu" / "questions", ROOT / "domain.yml", ROOT / "nlu" / "rules.yml"
# What a button may carry besides its intent.
CARRIED = ("topic", "group", "q", "country")
BEGIN, END = "# written by `python -m nlu.domain`: begin", "# written by `python -m nlu.domain`: end"

# Which action answers which intents, by the first part of the intent's name or all of it.
_ACTIONS = {
    "small_talk": "action_small_talk",
    "not_covered": "action_decline",
    "other_disease": "action_decline",
    "out_of_scope": "action_decline",
    "talk.more": "action_more",
    "talk.why": "action_why",
    "talk.sources": "action_sources",
    "talk.menu": "action_menu",
    "talk.doctor_question": "action_doctor_question",
    "talk.explain_word": "action_explain",
    "talk.simpler": "action_explain",
    "talk.repeat": "action_repeat",
    "talk.yes": "action_choose",
    "talk.no": "action_refuse",
    "talk.country": "action_country",
    "talk.my_questions": "action_my_questions",
    "talk.keep_question": "action_keep_question",
    "talk.drop_question": "action_drop_question",
    "talk.print_questions": "action_print_questions",
    "safety": "action_safety",
    "nlu_fallback": "action_clarify",
}


# Set by the safety reading of a message, whatever else it asks; so they need no questions.
SAFETY_INTENTS = tuple(f"safety.{category}" for category in CATEGORIES)


def intents() -> list[str]:
    """Every intent that has questions, in order of name."""
    found = set()
    for path in QUESTIONS.rglob("*.yml"):
        found |= {block["intent"] for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]}
    return sorted(found)


def action_for(intent: str) -> str:
    """The action that answers ``intent``: its own, its group's, or the one for questions."""
    return _ACTIONS.get(intent) or _ACTIONS.get(intent.partition(".")[0], "action_answer")


def _domain_block(names: Iterable[str]) -> list[str]:
    subjects = sorted({subject.kind for subject in Library.load().subjects.values()})
    known = [*names, *SAFETY_INTENTS, "nlu_fallback"]
    actions = sorted({action_for(name) for name in known})
    lines = ["intents:", *(f"  - {name}" for name in known)]
    lines += ["entities:", *(f"  - {name}" for name in [*subjects, OTHER_ILLNESS, *CARRIED])]
    return [*lines, "actions:", *(f"  - {name}" for name in actions)]


def _rules_block(names: Iterable[str]) -> list[str]:
    by_action: dict[str, list[str]] = {}
    for name in [*names, *SAFETY_INTENTS, "nlu_fallback"]:
        by_action.setdefault(action_for(name), []).append(name)
    lines = ["rules:"]
    for action, wanted in sorted(by_action.items()):
        lines += [f"  - rule: {action.removeprefix('action_').replace('_', ' ')}", "    steps:"]
        lines += [f"      - intent: {wanted[0]}"] if len(wanted) == 1 else _either(wanted)
        lines += [f"      - action: {action}"]
    return lines


def _either(names: list[str]) -> list[str]:
    return ["      - or:", *(f"          - intent: {name}" for name in names)]


def rewritten(text: str, block: list[str]) -> str:
    """``text`` with the lines between the marks replaced by ``block``. Raises ValueError without marks."""
    before, found, rest = text.partition(BEGIN)
    _, also, after = rest.partition(END)
    if not (found and also):
        raise ValueError(f"the marks “{BEGIN}” and “{END}” are missing; restore them")
    return f"{before}{BEGIN}\n" + "\n".join(block) + f"\n{END}{after}"


def main() -> int:
    """Write both lists; with ``--check`` only compare. The exit status is 1 when they differed then."""
    names, stale = intents(), []
    for path, block in ((DOMAIN, _domain_block(names)), (RULES, _rules_block(names))):
        text = path.read_text(encoding="utf-8")
        wanted = rewritten(text, block)
        if text != wanted:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(wanted, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print(f"{', '.join(stale)}: not in step with nlu/questions; run `python -m nlu.domain`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
