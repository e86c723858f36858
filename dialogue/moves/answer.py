"""Answer a question: the move behind every topic, follow-up and unsure reading."""

from __future__ import annotations

from dataclasses import replace

from dialogue import compose, followup
from dialogue.memory import Memory
from dialogue.moves import clarify, decline, explain, more, small_talk, statement
from dialogue.moves.routes import route
from dialogue.reply import Step
from dialogue.turn import Turn
from dialogue.understand import DECLINED, STATEMENT, SUBJECT, Meaning, leans_back, understand, weigh
from knowledge.library import Library


def reply(turn: Turn, memory: Memory, library: Library) -> Step:
    """Answer when sure, else offer; hand over to the move the message turns out to need.

    Of several clear questions the first is answered, and the others are offered.
    """
    term = explain.term_asked(turn, memory, library)
    if term:
        return explain.term(term, memory, library)
    meaning = understand(turn, memory, library)
    told = statement.facts(turn, memory, library)
    several = clear_questions(turn, told, library)
    if len(several) > 1:
        return topic(several[0], turn, told, library)
    if not meaning.sure:
        return clarify.offer(meaning, told, library)
    if meaning.best == memory.topic and _asks_on(turn) and library.topics[meaning.best].more and not memory.told:
        return more.reply(turn, told, library)
    if meaning.best in library.topics:
        return topic(meaning.best, turn, told, library)
    return _hand_over(meaning, turn, told, library)


def _asks_on(turn: Turn) -> bool:
    return leans_back(turn) and not turn.pressed


def _hand_over(meaning: Meaning, turn: Turn, memory: Memory, library: Library) -> Step:
    if meaning.best.startswith(DECLINED):
        return decline.say(meaning.best, memory, library, meaning.topics(library))
    if meaning.best.startswith("small_talk."):
        return small_talk.say(meaning.best, memory, library)
    if meaning.best == STATEMENT:
        return statement.thank(memory, library)
    if meaning.best == SUBJECT:
        return clarify.offer(meaning, memory, library)
    return route(meaning.best)(turn, memory, library)


def topic(id_: str, turn: Turn, memory: Memory, library: Library, *, lead: str = "") -> Step:
    """Answer with one topic, offer the message's other questions, remember what it was about."""
    also = tuple(t for t in clear_questions(turn, memory, library) if t != id_)
    named = next((s for s in turn.subjects if id_ in _topics(s, library)), None)
    subject = named or followup.subject_of(id_, library)
    kind, _, value = (subject or "").partition(":")
    if subject and not id_.startswith("relapse."):
        memory = memory.with_slot("disease_state", None)
    if kind in statement.CHILD_SLOTS:
        memory = memory.with_slot(kind, value)
    after = replace(memory, topic=id_, subject=subject, offered=also, misses=0, asked=1, told=False)
    return Step(compose.answer(library.topics[id_], library, lead=lead, also=also), after)


def _topics(subject: str, library: Library) -> tuple[str, ...]:
    known = library.subjects.get(subject)
    return tuple(known.topics.values()) if known else ()


def clear_questions(turn: Turn, memory: Memory, library: Library) -> tuple[str, ...]:
    """The topics of a message with several questions, each once, as far as they are clear."""
    if turn.pressed or len(turn.parts) < 2:
        return ()
    meanings = [weigh(part.candidates, turn, memory, library) for part in turn.parts]
    return tuple(dict.fromkeys(m.best for m in meanings if m.sure and m.best in library.topics))
