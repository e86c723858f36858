"""Fear, guilt, exhaustion, grief: kindness, people, and the question besides on a button."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves import choose
from dialogue.moves.safety import distress
from dialogue.outcome import Outcome
from dialogue.turn import Finding
from knowledge.library import Library
from tests.dialogue.turns import said

GUILT = Finding("distress", "my fault", "distress.guilt")
ASKED = said("it is my fault, what causes it", ("about.causes", 0.6), safety=GUILT)


def test_it_is_kind_first_and_names_people_and_a_line(library: Library) -> None:
    reply = distress.reply(ASKED, Memory(country="DE"), library).reply
    assert reply.outcome is Outcome.DISTRESS
    assert reply.text.startswith("Many parents ask themselves this.")
    assert "social worker" in reply.text
    assert "Krebsinformationsdienst at 0800 420 30 40" in reply.text
    assert (reply.topic, reply.sources) == (None, ())


def test_the_question_besides_stands_on_a_button_and_a_yes_takes_it(library: Library) -> None:
    step = distress.reply(ASKED, Memory(topic="staging.ms"), library)
    assert [button.payload for button in step.reply.buttons] == ["/about.causes", "/talk.menu"]
    assert (step.reply.suggestions, step.memory.offered) == (("about.causes",), ("about.causes",))
    assert step.memory.topic == "staging.ms"
    assert choose.reply(said("yes"), step.memory, library).reply.topic == "about.causes"


def test_what_is_not_likely_is_not_offered(library: Library) -> None:
    turn = said("it is my fault", ("about.causes", 0.1), safety=GUILT)
    step = distress.reply(turn, Memory(offered=("tests.ct",), misses=1), library)
    assert [button.payload for button in step.reply.buttons] == ["/talk.menu"]
    assert (step.memory.offered, step.memory.misses) == ((), 0)
