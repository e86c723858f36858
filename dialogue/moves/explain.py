"""What a word means: the glossary, for a word named or for the hard words of the last answer."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose, cues
from dialogue.memory import Memory
from dialogue.moves.last import last_topic, nothing_said
from dialogue.outcome import Outcome
from dialogue.questions import reference
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from dialogue.understand import names_another_illness, understand
from dialogue.wording import text
from dialogue.words import find, within
from knowledge.library import Library
from knowledge.model import Term

_MOST_WORDS = 3


def term_asked(turn: Turn, memory: Memory, library: Library) -> Term | None:
    """The glossary term a message asks for and nothing else, unless a topic answers it better."""
    if turn.pressed or names_another_illness(turn):
        return None
    asked = cues.asked_term(turn.text)
    found = find(asked, library) if asked else None
    if found is None or memory.topic:
        return found
    meaning = understand(turn, memory, library)
    return None if meaning.sure and meaning.best in library.topics else found


def term(found: Term, memory: Memory, library: Library) -> Step:
    """Explain one word, with its source and the topic where it matters."""
    topic = library.topics[found.topic]
    parts = [
        _line(found),
        compose.source_line(found.sources, library),
        text("answer.ask", question=topic.ask[0]),
    ]
    message = Reply(
        Outcome.ANSWERED,
        "\n\n".join(parts),
        topic=topic.id,
        version=topic.version,
        sources=found.sources,
        buttons=(compose.topic_button(topic.id, library), compose.keep_button(reference(topic.id, 1))),
    )
    return Step(message, replace(memory, topic=topic.id, misses=0, asked=1, told=False, offered=()))


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Explain the word asked for, or the hard words of the last answer."""
    if asked := term_asked(turn, memory, library):
        return term(asked, memory, library)
    topic = last_topic(turn, memory, library)
    if topic is None:
        return nothing_said(memory, library)
    found = within(compose.joined(topic.say), library, leaving_out=topic.title)[:_MOST_WORDS]
    found = found or within(f"{topic.title} {compose.joined(topic.say)}", library)[:_MOST_WORDS]
    lines = [_line(word) for word in found]
    sources = tuple(dict.fromkeys(source for word in found for source in word.sources))
    body = [text("words.head"), *lines, compose.source_line(sources, library)] if found else [text("words.none")]
    message = Reply(
        Outcome.ANSWERED,
        "\n\n".join(body),
        topic=topic.id,
        version=topic.version,
        sources=sources,
        buttons=compose.topic_buttons(topic, library, told=memory.told),
    )
    return Step(message, replace(memory, misses=0))


def _line(word: Term) -> str:
    """The word and its sentence; the sentence alone when it begins with the word."""
    begins = word.text.lower().startswith(word.term.lower())
    return word.text if begins else text("answer.glossary", term=word.term, text=word.text)
