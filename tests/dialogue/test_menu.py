"""The menu leads to every topic, part by part."""

from __future__ import annotations

from dialogue.memory import Memory
from dialogue.moves import menu
from dialogue.turn import Turn
from knowledge.library import Library
from tests.dialogue.turns import pressed


def test_the_menu_shows_every_part(library: Library) -> None:
    step = menu.reply(Turn("menu"), Memory(misses=1), library)
    assert [button.title for button in step.reply.buttons] == [group.title for group in library.groups.values()]
    assert step.memory.misses == 0


def test_every_part_shows_its_topics_and_the_way_back(library: Library) -> None:
    reached: set[str] = set()
    for button in menu.reply(Turn("menu"), Memory(), library).reply.buttons:
        group = button.payload.split('"')[3]
        step = menu.reply(pressed("talk.menu", group=group), Memory(), library)
        assert step.reply.suggestions == step.memory.offered == library.groups[group].topics
        assert step.reply.buttons[-1].payload == "/talk.menu"
        assert len(step.reply.buttons) == len(step.reply.suggestions) + 1
        reached.update(step.reply.suggestions)
    assert reached == set(library.topics)


def test_a_part_nobody_knows_shows_all_parts(library: Library) -> None:
    assert menu.reply(pressed("talk.menu", group="none"), Memory(), library).reply.suggestions == ()
