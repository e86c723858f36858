"""No reply is said a third time in a row, and what was said is remembered."""

from __future__ import annotations

from dialogue import compose
from dialogue.memory import Memory
from dialogue.moves import answer, decline, more
from dialogue.moves.finish import finish
from dialogue.moves.routes import Move
from dialogue.outcome import Outcome
from dialogue.reply import Reply, Step
from dialogue.turn import Turn
from knowledge.library import Library
from tests.dialogue.turns import pressed, said

SAME = Reply(Outcome.SMALL_TALK, "the same", buttons=(compose.menu_button(),))


def _again(times: int, library: Library) -> list[Reply]:
    memory, replies = Memory(), []
    for _ in range(times):
        step = finish(Step(SAME, memory), memory, library)
        memory = step.memory
        replies.append(step.reply)
    return replies


def _sent(turn: Turn, move: Move, times: int, library: Library) -> list[str]:
    memory, texts = Memory(topic="staging.ms"), []
    for _ in range(times):
        step = finish(move(turn, memory, library), memory, library)
        memory = step.memory
        texts.append(step.reply.text)
    return texts


def test_the_third_time_it_is_said_otherwise_with_the_parts_to_choose_from(library: Library) -> None:
    first, second, third, _ = _again(4, library)
    assert first.text == second.text == "the same"
    assert third.text != "the same"
    assert third.outcome is SAME.outcome
    assert set(compose.group_buttons(library)) <= set(third.buttons)


def test_never_three_in_a_row_however_often(library: Library) -> None:
    texts = [reply.text for reply in _again(12, library)]
    assert all(len(set(texts[at : at + 3])) > 1 for at in range(10))


def test_whatever_a_family_repeats_never_gets_one_reply_three_times(library: Library) -> None:
    for turn, move in (
        (pressed("tests.mri"), answer.reply),
        (said("what is a scan of neuroblastoma for", ("tests.mri", 0.9)), answer.reply),
        (said("asdf"), answer.reply),
        (said("the weather", ("out_of_scope", 0.9)), answer.reply),
        (pressed("talk.more", topic="tests.ct"), more.reply),
        (said("more", ("talk.more", 0.9)), more.reply),
    ):
        texts = _sent(turn, move, 6, library)
        assert all(len(set(texts[at : at + 3])) > 1 for at in range(4)), turn.text


def test_another_reply_between_starts_the_count_again(library: Library) -> None:
    memory = Memory(said=("the same", "other", "the same"))
    assert finish(Step(SAME, memory), memory, library).reply == SAME


def test_what_was_said_is_remembered(library: Library) -> None:
    before = Memory(said=("one",), misses=1)
    step = finish(Step(SAME, Memory(topic="tests.ct")), before, library)
    assert step.memory == Memory(topic="tests.ct", said=("one", "the same"))


def test_declining_keeps_what_the_talk_is_about(library: Library) -> None:
    memory = Memory(topic="staging.ms", subject="stage:MS", stage="MS")
    after = decline.say("not_covered.diet", memory, library).memory
    assert (after.topic, after.subject, after.stage) == ("staging.ms", "stage:MS", "MS")
