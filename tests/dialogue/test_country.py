"""Where the family is: told in any message, by command or by button, and kept."""

from __future__ import annotations

import pytest

from dialogue.memory import Memory
from dialogue.moves import answer, country, small_talk
from dialogue.moves.safety import first
from dialogue.moves.take import take
from dialogue.outcome import Outcome
from dialogue.turn import Finding, Turn
from knowledge.library import Library
from tests.dialogue.turns import pressed, said


def _sent(turn: Turn, memory: Memory, library: Library) -> tuple[str, str | None]:
    step = take(country.reply, turn, memory, library)
    assert step.reply.outcome is Outcome.SMALL_TALK
    return step.reply.text, step.memory.country


@pytest.mark.parametrize(
    "text", ["/country Spain", "/country es", "/country@companion_bot spain", "Spain", "we are in Spain"]
)
def test_it_is_confirmed_with_the_number_for_an_ambulance(text: str, library: Library) -> None:
    told, kept = _sent(said(text), Memory(topic="tests.ct"), library)
    assert told == "Thank you. I will use the numbers for Spain. For an ambulance, call 112."
    assert kept == "ES"


def test_a_button_names_it_by_code(library: Library) -> None:
    assert _sent(pressed("talk.country", country="GB"), Memory(), library)[1] == "GB"
    assert _sent(pressed("talk.country", country="XX"), Memory(country="GB"), library)[1] == "GB"


@pytest.mark.parametrize("text", ["/country", "can I change the country", "country"])
def test_it_is_asked_for_when_none_is_named(text: str, library: Library) -> None:
    told, kept = _sent(said(text, ("talk.country", 0.9)), Memory(country="FR"), library)
    assert told == "Which country are you in? Then I can give you the right numbers."
    assert kept == "FR"


@pytest.mark.parametrize("text", ["/country Atlantis", "we live in Atlantis", "I am from Atlantis"])
def test_a_country_not_on_the_list_gets_what_helps_anywhere_and_the_old_one_goes(text: str, library: Library) -> None:
    told, kept = _sent(said(text), Memory(country="FR"), library)
    assert "112 or 911" in told
    assert "findahelpline.com" in told
    assert kept is None


def test_a_country_told_beside_a_question_is_kept_and_changes_nothing_else(library: Library) -> None:
    asked = ("staging.ms", 0.95)
    without = take(answer.reply, said("what is stage ms of neuroblastoma", asked), Memory(), library)
    turn = said("we are in Spain, what is stage ms of neuroblastoma", asked)
    step = take(answer.reply, turn, Memory(), library)
    assert step.reply == without.reply
    assert (step.memory.country, without.memory.country) == ("ES", None)


def test_a_country_only_mentioned_is_not_kept(library: Library) -> None:
    turn = said("is there a trial of neuroblastoma in Germany", ("trials.finding", 0.9))
    assert take(answer.reply, turn, Memory(country="GB"), library).memory.country == "GB"


def test_it_counts_in_the_very_message_that_tells_it(library: Library) -> None:
    turn = said("we are in Sweden and she cannot breathe", safety=Finding("emergency"))
    step = take(answer.reply, turn, Memory(), library)
    assert step.reply.text.startswith("Call 112 now")
    assert step.memory.country == "SE"


def test_it_stays_for_the_conversation(library: Library) -> None:
    memory = take(answer.reply, said("/country Australia"), Memory(), library).memory
    memory = take(answer.reply, said("what is a ct of neuroblastoma", ("tests.ct", 0.9)), memory, library).memory
    memory = take(answer.reply, said("hello", ("small_talk.greet", 0.9)), memory, library).memory
    assert memory.country == "AU"
    reply = take(first.reply, said("he had a fit", safety=Finding("emergency")), memory, library).reply
    assert reply.text.startswith("Call 000 now and ask for an ambulance.")


def test_a_greeting_alone_is_no_country(library: Library) -> None:
    step = take(lambda _t, m, lib: small_talk.say("small_talk.greet", m, lib), said("hi there"), Memory(), library)
    assert step.reply.text.startswith("Hello")


def test_a_long_text_is_read_at_once(library: Library) -> None:
    turn = said("i live in a city " * 3_000)
    assert take(country.reply, turn, Memory(), library).memory.country is None
