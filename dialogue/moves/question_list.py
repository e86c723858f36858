"""The list of questions as text, and the buttons that change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue import compose
from dialogue.memory import Memory
from dialogue.outcome import Outcome
from dialogue.reply import Button, Reply, Step
from dialogue.wording import text, vary


def numbered(asked: Iterable[str]) -> str:
    """The questions, one a line, counted from 1."""
    return "\n".join(f"{number}. {question}" for number, question in enumerate(asked, start=1))


def show_button() -> Button:
    """A button that shows the list."""
    return Button(text("buttons.my_questions"), "/talk.my_questions")


def print_button() -> Button:
    """A button that prints the list."""
    return Button(text("buttons.print"), "/talk.print_questions")


def list_buttons(references: Iterable[str]) -> tuple[Button, ...]:
    """To print the list, and to remove each question from it."""
    removing = (
        Button(text("buttons.remove", number=str(number)), f'/talk.drop_question{{"q":"{reference}"}}')
        for number, reference in enumerate(references, start=1)
    )
    return (print_button(), *removing)


def empty(memory: Memory, path: str = "list.empty") -> Step:
    """Say that there is no question, and how to keep one."""
    message = Reply(Outcome.SMALL_TALK, vary(path, memory), buttons=(compose.menu_button(),))
    return Step(message, replace(memory, misses=0, questions=()))
