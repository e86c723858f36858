"""``screen``: whether a message holds something that cannot wait, and which kind."""

from __future__ import annotations

from dataclasses import dataclass

from safety.book import FIGURES, Book, book
from safety.category import Category
from safety.contexts import Reach, first_match, without_figures
from safety.message import Message

__all__ = ["Category", "Screening", "screen"]


@dataclass(frozen=True)
class Screening:
    """The strongest category found, the words that showed it as typed, and the rule; nothing found is None."""

    category: Category | None
    phrase: str = ""
    rule: str = ""


def screen(text: str) -> Screening:
    """Screen one message; never raises, and takes time in proportion to its length."""
    rules = book()
    message = Message(text, rules.lexicon, rules.signs)
    if not message.seen:
        return Screening(None)
    without_figures(message, rules.contexts[FIGURES])
    return _strongest(message, rules)


def _strongest(message: Message, rules: Book) -> Screening:
    reach = Reach(message, rules.contexts, rules.joints)
    for number in rules.index.worth_trying(message.seen.keys(), message.sentences):
        node, rule = rules.patterns[number]
        ends = node.ends(message.everywhere, message) & ~1
        for name in rule.unless:
            if not ends:
                break
            ends &= ~(reach.of(name) << 1)
        if ends:
            first, after = first_match(node, ends, message)
            return Screening(rule.category, message.quote(first, after), rule.id)
    return Screening(None)
