"""Where an answer comes from: every passage with publisher, title, date, part and address."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves import sources
from dialogue.turn import Turn
from knowledge.library import Library


def test_the_sources_of_every_topic_are_listed_with_date_part_and_address(library: Library) -> None:
    for id_, topic in library.topics.items():
        step = sources.reply(Turn("source?"), Memory(topic=id_), library)
        passages = {source for sentence in topic.sentences for source in sentence.sources}
        assert set(step.reply.sources) == passages
        assert len(step.reply.text) <= 4096, id_
        for passage in passages:
            source = library.source_of(passage)
            told = (source.publisher, source.title, source.date, source.address, library.passages[passage].heading)
            assert [part for part in told if part not in step.reply.text] == []


def test_without_an_answer_yet_the_sources_in_general_are_told(library: Library) -> None:
    assert sources.reply(Turn("source?"), Memory(), library).reply.topic == "sources.about"
