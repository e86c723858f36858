"""Texts fit their places: an answer on a phone, a button, a head line."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.library import Content
from knowledge.lines import line_of
from knowledge.model import Topic

MOST_TITLE, MOST_QUESTION, MOST_SAY, MOST_TERM, MOST_ASK = 50, 60, 600, 200, 160
FEWEST_SENTENCES, MOST_SENTENCES, FEWEST_ASK = 2, 5, 2
MOST_MORE = 1500


def _texts(topic: Topic) -> Iterator[tuple[str, int, str, int]]:
    yield "title", line_of(topic.title), topic.title, MOST_TITLE
    yield "question", line_of(topic.question), topic.question, MOST_QUESTION
    yield "say", topic.say[0].line, " ".join(s.text for s in topic.say), MOST_SAY
    if topic.more:
        yield "more", topic.more[0].line, " ".join(s.text for s in topic.more), MOST_MORE
    for question in topic.ask:
        yield "ask", line_of(question), question, MOST_ASK


def _topic(topic: Topic) -> Iterator[Finding]:
    for name, line, text, most in _texts(topic):
        if len(text) > most:
            fault = f"`{name}` has {len(text)} characters, {len(text) - most} too many"
            yield Finding(topic.file, line, fault, "shorten it")
    if not FEWEST_SENTENCES <= len(topic.say) <= MOST_SENTENCES:
        fault = f"`say` has {len(topic.say)} sentences"
        yield Finding(topic.file, topic.say[0].line, fault, f"write {FEWEST_SENTENCES} to {MOST_SENTENCES}")
    if len(topic.ask) < FEWEST_ASK:
        fault = f"`ask` has {len(topic.ask)} questions"
        yield Finding(topic.file, line_of(topic.ask[0]), fault, f"add some: at least {FEWEST_ASK}")


def check(content: Content) -> Iterator[Finding]:
    """Name texts too long for their place, and topics with too few sentences or questions."""
    for topic in content.topics:
        yield from _topic(topic)
    for term in content.terms:
        if len(term.text) > MOST_TERM:
            fault = f"`{term.term}` has {len(term.text)} characters, {len(term.text) - MOST_TERM} too many"
            yield Finding(content.file("glossary"), term.line, fault, "shorten it")
