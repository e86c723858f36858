"""Put an answer together: topic, sentences, differences, sources, a question for the doctor, buttons."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue.outcome import Outcome
from dialogue.questions import reference
from dialogue.reply import Button, Reply
from dialogue.wording import text
from knowledge.library import Library
from knowledge.model import Sentence, Topic

MOST_RELATED, MOST_BUTTONS = 2, 5


def joined(sentences: Iterable[Sentence]) -> str:
    """The sentences as running text."""
    return " ".join(sentence.text for sentence in sentences)


def passages(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """The passages the sentences rest on, each once, in order."""
    return tuple(dict.fromkeys(source for sentence in sentences for source in sentence.sources))


def source_line(ids: Iterable[str], library: Library) -> str:
    """Give "Source: National Cancer Institute (2025)": every document once, with its year."""
    sources = dict.fromkeys(library.source_of(id_).id for id_ in ids)
    names = (f"{library.sources[id_].publisher} ({library.sources[id_].date})" for id_ in sources)
    return text("answer.sources", sources="; ".join(names))


def publisher_line(ids: Iterable[str], library: Library) -> str:
    """The same without the years, where a family must meet no number."""
    names = dict.fromkeys(library.source_of(id_).publisher for id_ in ids)
    return text("answer.sources", sources="; ".join(names))


def topic_button(id_: str, library: Library) -> Button:
    """A button that asks for a topic in the words of its ``question``."""
    return Button(library.topics[id_].question, f"/{id_}")


def related(topic: Topic, library: Library, *, leaving_out: Iterable[str] = ()) -> list[str]:
    """The topics worth reading next, at most two."""
    skip = {topic.id, *leaving_out}
    found = [id_ for id_ in dict.fromkeys(topic.related.values()) if id_ not in skip and id_ in library.topics]
    return found[:MOST_RELATED]


def more_button(topic: Topic) -> Button:
    """A button for the longer answer."""
    return Button(text("buttons.more"), f'/talk.more{{"topic":"{topic.id}"}}')


def keep_button(reference: str) -> Button:
    """A button that puts a question on the list for the doctor."""
    return Button(text("buttons.keep"), f'/talk.keep_question{{"q":"{reference}"}}')


def topic_buttons(
    topic: Topic, library: Library, *, told: bool, also: Iterable[str] = (), asked: int | None = None
) -> tuple[Button, ...]:
    """What can be asked next: more, the message's other questions or related topics, the doctor's questions.

    ``asked`` is the place of the doctor's question just given, from 1; it can be kept.
    """
    more = [more_button(topic)] if topic.more and not told else []
    next_topics = list(also) or related(topic, library)
    doctor = [Button(text("buttons.question"), f'/talk.doctor_question{{"topic":"{topic.id}"}}')]
    keep = [keep_button(reference(topic.id, asked))] if asked else []
    first = [*more, *(topic_button(id_, library) for id_ in next_topics)]
    return (*first, *(doctor if len(first) + len(keep) < MOST_BUTTONS else []), *keep)


def short(topic: Topic) -> tuple[Sentence, ...]:
    """What the short answer tells: its sentences, and where sources differ."""
    return (*topic.say, *topic.differences)


def told_shortly(topic: Topic, library: Library) -> list[str]:
    """The paragraphs of the short answer, with their sources."""
    parts = [joined(topic.say)]
    if topic.differences:
        parts.append(text("answer.differences", text=joined(topic.differences)))
    return [*parts, source_line(passages(short(topic)), library)]


def answer(topic: Topic, library: Library, *, lead: str = "", also: tuple[str, ...] = ()) -> Reply:
    """The short answer to a topic; ``also`` are the other topics the message asked for."""
    said = short(topic)
    parts = [topic.title, lead, *told_shortly(topic, library), text("answer.ask", question=topic.ask[0])]
    if also:
        parts.append(text("answer.also_asked"))
    return Reply(
        outcome=Outcome.ANSWERED,
        text="\n\n".join(part for part in parts if part),
        topic=topic.id,
        version=topic.version,
        sources=passages(said),
        suggestions=also,
        buttons=topic_buttons(topic, library, told=False, also=also, asked=1),
    )


def longer_answer(topic: Topic, library: Library, head: str) -> Reply:
    """The longer answer to a topic, on request."""
    line, ask = source_line(passages(topic.more), library), text("answer.ask", question=topic.ask[-1])
    return Reply(
        outcome=Outcome.ANSWERED,
        text="\n\n".join([head, joined(topic.more), line, ask]),
        topic=topic.id,
        version=topic.version,
        sources=passages(topic.more),
        buttons=topic_buttons(topic, library, told=True, asked=len(topic.ask)),
    )


def menu_button() -> Button:
    """The button that shows all parts."""
    return Button(text("buttons.menu"), "/talk.menu")


def group_buttons(library: Library) -> tuple[Button, ...]:
    """A button for each part of the menu."""
    return tuple(Button(group.title, f'/talk.menu{{"group":"{group.id}"}}') for group in library.groups.values())
