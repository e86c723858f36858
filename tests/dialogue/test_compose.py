"""Every topic becomes a message that fits Telegram, names its sources, and ends in something to ask."""

from __future__ import annotations

import re

import pytest

from dialogue import compose
from dialogue.outcome import Outcome
from dialogue.reply import Button, Reply
from dialogue.wording import text
from knowledge.library import Library
from knowledge.model import Topic
from tests.support.content import library as content

TOPICS = content().topics
IDS = sorted(TOPICS)
LONGEST_TEXT, LONGEST_PAYLOAD, MOST_BUTTONS = 4096, 64, 100
DATED = re.compile(r"^Source: .+ \((\d{4}|undated)\)(; .+ \((\d{4}|undated)\))*$", re.MULTILINE)


def _fits(reply: Reply) -> None:
    assert 0 < len(reply.text) <= LONGEST_TEXT
    assert "{" not in reply.text
    assert "}" not in reply.text
    _buttons_fit(reply.buttons)


def _buttons_fit(buttons: tuple[Button, ...]) -> None:
    assert 0 < len(buttons) <= MOST_BUTTONS
    assert all(button.title and len(button.payload.encode()) <= LONGEST_PAYLOAD for button in buttons)
    assert len({button.title for button in buttons}) == len(buttons)


def _closes(reply: Reply, topic: Topic, question: str) -> None:
    assert DATED.search(reply.text)
    assert text("answer.ask", question=question) in reply.text
    assert (reply.outcome, reply.topic, reply.version) == (Outcome.ANSWERED, topic.id, topic.version)
    assert set(reply.sources) <= {source for sentence in topic.sentences for source in sentence.sources}


@pytest.mark.parametrize("id_", IDS)
def test_the_short_answer_of_every_topic(id_: str, library: Library) -> None:
    topic = library.topics[id_]
    also = tuple(dict.fromkeys(topic.related.values()))[:3]
    for reply in (compose.answer(topic, library), compose.answer(topic, library, lead="First.", also=also)):
        _fits(reply)
        _closes(reply, topic, topic.ask[0])
        assert reply.text.startswith(topic.title)
        assert all(sentence.text in reply.text for sentence in (*topic.say, *topic.differences))
    assert reply.suggestions == also


@pytest.mark.parametrize("id_", [id_ for id_ in IDS if TOPICS[id_].more])
def test_the_longer_answer_of_every_topic_that_has_one(id_: str, library: Library) -> None:
    topic = library.topics[id_]
    reply = compose.longer_answer(topic, library, topic.title)
    _fits(reply)
    _closes(reply, topic, topic.ask[-1])
    assert all(sentence.text in reply.text for sentence in topic.more)
    assert text("buttons.more") not in [button.title for button in reply.buttons]


def test_the_year_of_each_document_is_told_once(library: Library) -> None:
    line = compose.source_line(["nci-pdq#stage-ms", "harvard#special", "nci-pdq#stage-m"], library)
    assert line == "Source: National Cancer Institute (2025); Harvard Health Publishing (undated)"


def test_where_sources_differ_it_is_said_so(library: Library) -> None:
    differing = [topic for topic in library.topics.values() if topic.differences]
    assert differing
    head = text("answer.differences", text="")
    for topic in library.topics.values():
        assert (head in compose.answer(topic, library).text) is bool(topic.differences)


def test_the_menu_buttons_fit(library: Library) -> None:
    _buttons_fit(compose.group_buttons(library))
    assert len(compose.group_buttons(library)) == len(library.groups)
