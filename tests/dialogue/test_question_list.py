"""The list for the doctor: keep, show, remove, print."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import answer, drop_question, keep_question, my_questions, print_questions
from dialogue.moves.keep_question import MOST_KEPT
from dialogue.moves.routes import Move
from dialogue.moves.take import take
from dialogue.questions import text_of
from dialogue.reply import Step
from dialogue.turn import Finding, Turn
from knowledge.library import Library
from safety.reply_questions import references
from tests.dialogue.turns import pressed, said

MS, OUTLOOK = "staging.ms#1", "outlook#2"
TWO = Memory(topic="staging.ms", questions=(MS, OUTLOOK))


def _keep(reference: str, memory: Memory, library: Library) -> Step:
    return keep_question.reply(pressed("talk.keep_question", q=reference), memory, library)


def _drop(text: str, memory: Memory, library: Library) -> tuple[str, ...]:
    return drop_question.reply(said(text), memory, library).memory.questions


def test_a_button_keeps_its_question_and_the_talk_goes_on(library: Library) -> None:
    step = _keep(MS, Memory(topic="tests.ct", told=True, misses=1), library)
    assert step.memory == Memory(topic="tests.ct", told=True, questions=(MS,))
    assert f"“{library.topics['staging.ms'].ask[0]}”" in step.reply.text
    assert [button.payload for button in step.reply.buttons] == ["/talk.my_questions", "/talk.print_questions"]


def test_a_question_kept_twice_is_on_the_list_once(library: Library) -> None:
    step = _keep(MS, TWO, library)
    assert step.memory.questions == TWO.questions
    assert step.reply.text.startswith("That one is on your list")


@pytest.mark.parametrize("reference", ["staging.ms#99", "staging.ms#0", "no.topic#1", "ask_doctor.joy#1", "#", "1"])
def test_a_question_that_does_not_exist_is_met_calmly(reference: str, library: Library) -> None:
    step = _keep(reference, TWO, library)
    assert step.memory.questions == TWO.questions
    assert step.reply.text.startswith("I do not see a question to keep.")


def test_in_words_the_question_given_last_is_kept(library: Library) -> None:
    first = take(answer.reply, said("what is stage ms of neuroblastoma", ("staging.ms", 0.95)), Memory(), library)
    kept = keep_question.reply(said("keep that question"), first.memory, library)
    assert kept.memory.questions == (MS,)
    dose = said("how many ml", safety=Finding("ask_doctor", rule="ask_doctor.dose"))
    after = take(answer.reply, dose, kept.memory, library)
    assert keep_question.reply(said("that too"), after.memory, library).memory.questions == (MS, "ask_doctor.dose#1")


def test_in_words_without_a_question_it_says_how(library: Library) -> None:
    assert keep_question.reply(said("keep it"), Memory(said=("Hello.",)), library).memory.questions == ()


def test_a_full_list_says_so(library: Library) -> None:
    full = tuple(reference for reference in references())[:MOST_KEPT]
    step = _keep(MS, Memory(questions=full), library)
    assert step.memory.questions == full
    assert step.reply.text.startswith("Your list is full.")
    assert len(step.reply.text) < 4096


def test_the_list_is_numbered_and_every_question_can_be_removed(library: Library) -> None:
    reply = my_questions.reply(Turn("my questions"), TWO, library).reply
    assert f"1. {text_of(MS, library)}\n2. {text_of(OUTLOOK, library)}" in reply.text
    assert [(button.title, button.payload) for button in reply.buttons] == [
        ("Print the list", "/talk.print_questions"),
        ("Remove 1", '/talk.drop_question{"q":"staging.ms#1"}'),
        ("Remove 2", '/talk.drop_question{"q":"outlook#2"}'),
    ]


@pytest.mark.parametrize("move", [my_questions.reply, print_questions.reply, drop_question.reply])
def test_an_empty_list_says_how_to_keep_a_question(move: Move, library: Library) -> None:
    reply = move(Turn("my list"), Memory(), library).reply
    assert "Keep this question" in reply.text
    assert (reply.sheet, len(reply.buttons)) == ((), 1)


def test_a_question_that_is_no_longer_there_leaves_the_list(library: Library) -> None:
    memory = Memory(questions=("gone.topic#1", MS, "staging.ms#77"))
    assert my_questions.reply(Turn("list"), memory, library).memory.questions == (MS,)


def test_a_button_removes_its_question(library: Library) -> None:
    step = drop_question.reply(pressed("talk.drop_question", q=MS), TWO, library)
    assert step.memory.questions == (OUTLOOK,)
    assert str(text_of(MS, library)) in step.reply.text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("remove the second question", (MS,)),
        ("delete number 1", (OUTLOOK,)),
        ("remove question 7", (MS, OUTLOOK)),
        ("remove a question", (MS, OUTLOOK)),
        ("clear the list", ()),
        ("remove them all", ()),
    ],
)
def test_in_words_a_number_removes_one_and_all_removes_all(text: str, left: tuple[str, ...], library: Library) -> None:
    assert _drop(text, TWO, library) == left


def test_the_only_question_needs_no_number(library: Library) -> None:
    assert _drop("remove it", Memory(questions=(MS,)), library) == ()


def test_which_one_is_asked_with_the_list(library: Library) -> None:
    reply = drop_question.reply(said("remove a question"), TWO, library).reply
    assert "2. " in reply.text
    assert len(reply.buttons) == 3


def test_printing_hands_the_questions_to_the_channel_and_shows_them(library: Library) -> None:
    reply = print_questions.reply(Turn("print"), TWO, library).reply
    assert reply.metadata["sheet"] == [text_of(MS, library), text_of(OUTLOOK, library)]
    assert f"1. {text_of(MS, library)}" in reply.text


def test_other_replies_carry_no_sheet(library: Library) -> None:
    assert "sheet" not in my_questions.reply(Turn("list"), TWO, library).reply.metadata


def test_every_question_there_is_has_a_button_that_fits(library: Library) -> None:
    topics = [f"{topic.id}#{place}" for topic in library.topics.values() for place in range(1, len(topic.ask) + 1)]
    known = [*topics, *references()]
    assert all(text_of(reference, library) for reference in known)
    assert max(len(f'/talk.keep_question{{"q":"{reference}"}}'.encode()) for reference in known) <= 64
