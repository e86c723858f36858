"""The answer move: one topic answered, the other questions offered, what it was about remembered."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves.answer import reply
from dialogue.outcome import Outcome
from knowledge.library import Library
from tests.dialogue.turns import part, pressed, said

L1, MRI = part("what is stage l1?", ("staging.l1", 0.9)), part("what is an mri?", ("tests.mri", 0.9))


def test_a_sure_topic_is_answered_and_remembered(library: Library) -> None:
    before = Memory(topic="tests.ct", offered=("tests.mri",), misses=2, asked=3, told=True)
    step = reply(said("what is stage ms in neuroblastoma", ("staging.ms", 0.9)), before, library)
    assert (step.reply.outcome, step.reply.topic) == (Outcome.ANSWERED, "staging.ms")
    assert step.memory == Memory(topic="staging.ms", subject="stage:MS", stage="MS", asked=1)


def test_a_new_subject_replaces_the_old_one(library: Library) -> None:
    before = Memory(topic="staging.ms", subject="stage:MS", stage="MS")
    after = reply(said("helplines please, for neuroblastoma", ("support.helplines", 0.9)), before, library).memory
    assert (after.topic, after.subject) == ("support.helplines", None)
    assert after.stage == "MS"


def test_a_fact_about_the_child_is_remembered_with_the_answer(library: Library) -> None:
    told = said("they told us intermediate", ("follow.statement", 0.9), subjects=("risk_group:intermediate",))
    step = reply(told, Memory(), library)
    assert step.reply.topic == "risk.groups"
    assert (step.memory.subject, step.memory.risk_group) == ("risk_group:intermediate", "intermediate")


def test_a_fact_told_after_an_answer_is_remembered_whatever_it_means_there(library: Library) -> None:
    told = said(
        "they say she is high risk",
        ("follow.statement", 0.9),
        subjects=("risk_group:high",),
        after=(("prognosis.outlook", 0.7), ("risk.high", 0.2)),
    )
    step = reply(told, Memory(topic="staging.ms", subject="stage:MS", stage="MS"), library)
    assert step.reply.topic == "prognosis.outlook"
    assert (step.memory.stage, step.memory.risk_group) == ("MS", "high")


def test_a_fact_in_a_question_about_the_child_is_remembered_and_in_any_other_not(library: Library) -> None:
    for text, group in (("she is high risk, is there hope", "high"), ("is there hope in high risk", None)):
        asked = said(text, ("prognosis.outlook", 0.9), subjects=("risk_group:high",))
        assert reply(asked, Memory(), library).memory.risk_group == group


def test_a_fact_nobody_knows_is_not_remembered(library: Library) -> None:
    told = said("they say it is neuroblastoma stage nine", ("follow.statement", 0.9), subjects=("stage:IX",))
    assert reply(told, Memory(stage="MS"), library).memory.stage == "MS"


def test_a_fact_that_is_no_topic_is_thanked_for(library: Library) -> None:
    step = reply(said("we told the grandparents about the neuroblastoma", ("follow.statement", 0.9)), Memory(), library)
    assert step.reply.outcome is Outcome.SMALL_TALK
    assert step.reply.text.startswith("Thank you for telling me")


def test_of_several_questions_the_first_is_answered_and_the_others_are_offered(library: Library) -> None:
    asked = said("what is stage l1? what is an mri?", ("tests.mri", 0.6), ("staging.l1", 0.3), parts=(L1, MRI))
    step = reply(asked, Memory(), library)
    assert (step.reply.topic, step.reply.suggestions, step.memory.offered) == ("staging.l1", *[("tests.mri",)] * 2)
    assert "You also asked about something else" in step.reply.text
    assert "/tests.mri" in [button.payload for button in step.reply.buttons]


def test_the_same_question_twice_in_a_message_is_one(library: Library) -> None:
    step = reply(said("mri? what is an mri?", ("tests.mri", 0.9), parts=(MRI, MRI)), Memory(), library)
    assert (step.reply.topic, step.reply.suggestions) == ("tests.mri", ())


def test_asking_on_about_the_last_topic_tells_more_and_its_button_repeats_it(library: Library) -> None:
    before = Memory(topic="tests.mri", subject="test:MRI", asked=1)
    assert "in more detail" in reply(said("how does it work", ("tests.mri", 0.9)), before, library).reply.text
    after = reply(said("how does it work", ("tests.ct", 0.9), after=(("tests.mri", 0.6),)), before, library)
    assert "in more detail" in after.reply.text
    assert "in more detail" not in reply(pressed("tests.mri"), before, library).reply.text


def test_what_is_not_sure_is_offered(library: Library) -> None:
    step = reply(said("the scan", ("tests.mri", 0.3), ("tests.ct", 0.28)), Memory(), library)
    assert step.reply.outcome is Outcome.CLARIFY
    assert step.reply.suggestions == step.memory.offered == ("tests.mri", "tests.ct")


def test_what_turns_out_to_be_another_move_is_handed_over(library: Library) -> None:
    before = Memory(topic="tests.mri", subject="test:MRI", asked=1)
    outcomes = {
        intent: reply(said("that about neuroblastoma", (intent, 0.9)), before, library).reply.outcome
        for intent in ("not_covered.diet", "out_of_scope", "small_talk.thanks", "talk.more", "follow.subject")
    }
    assert list(outcomes.values()) == [
        Outcome.NOT_COVERED,
        Outcome.OUT_OF_SCOPE,
        Outcome.SMALL_TALK,
        Outcome.ANSWERED,
        Outcome.OUT_OF_SCOPE,
    ]
