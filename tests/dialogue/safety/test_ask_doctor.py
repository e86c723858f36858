"""What only the doctors can decide: why, the general topic with its sources, and a question to keep."""

from __future__ import annotations

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves.safety import ask_doctor
from dialogue.outcome import Outcome
from dialogue.questions import text_of
from dialogue.turn import Finding, Turn
from knowledge.library import Library
from tests.dialogue.turns import said

DOSE = Finding("ask_doctor", "how much", "ask_doctor.dose")
TOPIC = "treatment.isotretinoin"


def _asked(confidence: float, intent: str = TOPIC) -> Turn:
    return said("how much isotretinoin should she get", (intent, confidence), safety=DOSE)


def test_it_says_why_gives_the_sourced_topic_and_the_question(library: Library) -> None:
    reply, topic = ask_doctor.reply(_asked(0.7), Memory(), library).reply, library.topics[TOPIC]
    parts = ("I do not decide this", f"on “{topic.title}”", compose.joined(topic.say), "Source: ", "How much of")
    places = [reply.text.find(part) for part in parts]
    assert places == sorted(places)
    assert places[0] == 0
    assert (reply.outcome, reply.topic, reply.version) == (Outcome.ASK_DOCTOR, TOPIC, topic.version)
    assert reply.sources == compose.passages(compose.short(topic))
    assert reply.text.endswith("call the number the hospital gave you, day or night.")


def test_a_topic_that_is_not_likely_is_left_out(library: Library) -> None:
    for turn in (_asked(0.49), _asked(0.9, "not_covered.doses"), said("how much", safety=DOSE)):
        reply = ask_doctor.reply(turn, Memory(topic="staging.ms"), library).reply
        assert (reply.topic, reply.version, reply.sources) == (None, None, ())
        assert "my sources say" not in reply.text


def test_what_the_message_means_after_the_last_answer_counts_first(library: Library) -> None:
    turn = said("how much of it", ("tests.ct", 0.9), after=((TOPIC, 0.6),), safety=DOSE)
    assert ask_doctor.reply(turn, Memory(topic=TOPIC), library).reply.topic == TOPIC


def test_the_question_given_is_the_one_its_button_keeps(library: Library) -> None:
    memory = Memory()
    for place in (1, 2):
        reply = ask_doctor.reply(_asked(0.7), memory, library).reply
        [payload] = [button.payload for button in reply.buttons if button.title == "Keep this question"]
        assert payload == f'/talk.keep_question{{"q":"ask_doctor.dose#{place}"}}'
        assert f"“{text_of(f'ask_doctor.dose#{place}', library)}”" in reply.text
        memory = Memory(said=(reply.text,))


def test_the_talk_stays_where_it_was_and_turns_to_the_topic_only_at_the_start(library: Library) -> None:
    before = Memory(topic="staging.ms", subject="stage:MS", misses=1)
    after = ask_doctor.reply(_asked(0.7), before, library).memory
    assert (after.topic, after.subject, after.misses) == ("staging.ms", "stage:MS", 0)
    assert ask_doctor.reply(_asked(0.7), Memory(), library).memory.topic == TOPIC


def test_what_it_may_have_asked_is_one_press_away(library: Library) -> None:
    turn = said("is it the scan or the marrow", ("tests.ct", 0.4), ("tests.bone-marrow", 0.3), safety=DOSE)
    step = ask_doctor.reply(turn, Memory(), library)
    assert step.reply.suggestions == ("tests.ct", "tests.bone-marrow")
    assert [button.payload for button in step.reply.buttons][:2] == ["/tests.ct", "/tests.bone-marrow"]
    assert step.memory.offered == ()  # a bare "yes" afterwards may well answer something else


def test_every_button_fits_a_message(library: Library) -> None:
    for topic in library.topics.values():
        buttons = ask_doctor.reply(_asked(0.7, topic.id), Memory(), library).reply.buttons
        assert len(buttons) <= 5
        assert all(len(button.payload.encode()) <= 64 for button in buttons)
        assert len({button.title for button in buttons}) == len(buttons)
