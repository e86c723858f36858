"""What a word means: asked by name, or of the last answer."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import answer, explain
from dialogue.outcome import Outcome
from dialogue.turn import Turn
from knowledge.library import Library
from tests.dialogue.turns import pressed, said

ASKED = said("what is MYCN", ("tests.mycn", 0.95))
TALKING = Memory(topic="treatment.high-risk", subject="risk_group:high", asked=2, told=True, offered=("tests.ct",))


def test_in_the_middle_of_a_talk_a_word_gets_the_glossary(library: Library) -> None:
    step = answer.reply(ASKED, TALKING, library)
    term = library.terms["MYCN"]
    assert step.reply.text.startswith(term.text)
    assert "Source: National Cancer Institute (2025)" in step.reply.text
    assert "Ask your doctor: “" in step.reply.text
    assert (step.reply.outcome, step.reply.topic, step.reply.sources) == (Outcome.ANSWERED, term.topic, term.sources)
    assert [button.payload for button in step.reply.buttons] == [
        f"/{term.topic}",
        f'/talk.keep_question{{"q":"{term.topic}#1"}}',
    ]
    assert (step.memory.topic, step.memory.told, step.memory.offered) == (term.topic, False, ())


def test_at_the_start_a_topic_that_surely_answers_it_comes_first(library: Library) -> None:
    assert answer.reply(ASKED, Memory(), library).reply.text.startswith(library.topics["tests.mycn"].title)


@pytest.mark.parametrize("ranked", [(("tests.molecular", 0.43), ("other_disease", 0.4)), (("out_of_scope", 0.9),), ()])
def test_at_the_start_a_word_is_explained_rather_than_guessed_or_declined(
    ranked: tuple[tuple[str, float], ...], library: Library
) -> None:
    step = answer.reply(said("what is ploidy", *ranked), Memory(), library)
    assert step.reply.text.startswith(library.terms["ploidy"].text)


def test_a_button_never_asks_for_a_word(library: Library) -> None:
    assert explain.term_asked(pressed("tests.mycn"), TALKING, library) is None


@pytest.mark.parametrize("text", ["what is breakfast", "how is MYCN tested", "tell me more"])
def test_other_messages_ask_for_no_word(text: str, library: Library) -> None:
    assert explain.term_asked(said(text), TALKING, library) is None


def test_the_hard_words_of_every_answer_are_explained_with_their_sources(library: Library) -> None:
    explained = 0
    for id_ in library.topics:
        step = explain.reply(Turn("explain that word"), Memory(topic=id_), library)
        assert (step.reply.outcome, step.reply.topic) == (Outcome.ANSWERED, id_)
        assert len(step.reply.text) <= 4096
        assert ("Source: " in step.reply.text) is bool(step.reply.sources)
        explained += bool(step.reply.sources)
    assert explained > 0.9 * len(library.topics)


def test_a_few_words_are_enough(library: Library) -> None:
    step = explain.reply(Turn("explain"), Memory(topic="staging.l2"), library)
    head, *lines, sources = step.reply.text.split("\n\n")
    assert head == "Some of the words, in plain language:"
    assert sources.startswith("Source: ")
    assert 1 <= len(lines) <= 3
    assert all(any(line.endswith(term.text) for term in library.terms.values()) for line in lines)


def test_a_word_asked_for_by_name_comes_before_those_of_the_answer(library: Library) -> None:
    step = explain.reply(said("what does MYCN mean", ("talk.explain_word", 0.9)), TALKING, library)
    assert step.reply.text.startswith(library.terms["MYCN"].text)


def test_without_a_last_answer_it_asks_which(library: Library) -> None:
    assert explain.reply(Turn("that word?"), Memory(), library).reply.outcome is Outcome.CLARIFY
