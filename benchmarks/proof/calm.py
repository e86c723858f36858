"""What a chat is told when nothing goes wrong, asked beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.proof.books import Books

CALM = 7_000_000_000
_PATIENCE = 60.0
_STILL = 0.5


class NotCalm(RuntimeError):
    """The deployment does not answer well even when nothing goes wrong; the message is one line."""


def learn(books: Books, questions: Sequence[str], chat: int = CALM) -> None:
    """Ask ``questions``, each with an answer of its own, and expect these from now on. Raises NotCalm."""
    learn_in_order(books, questions, chat)
    if len(set(books.expected)) != len(questions):
        raise NotCalm(f"{len(questions)} questions got {len(set(books.expected))} different answers")


def learn_in_order(books: Books, questions: Sequence[str], chat: int = CALM) -> None:
    """The same for questions that may repeat themselves: only the place of an answer tells it. Raises NotCalm."""
    for number, question in enumerate(questions):
        books.write(chat, question)
        if not books.wait(lambda wanted=number + 1: len(books.told[chat]) >= wanted, _PATIENCE):  # type: ignore[misc]
            raise NotCalm(f"“{question}” has no answer after {_PATIENCE:.0f} s though nothing was broken")
    books.wait(lambda: False, _STILL)  # nothing more may come
    books.expected = [told.text for told in books.told[chat]]
    if len(books.expected) != len(questions):
        raise NotCalm(f"{len(questions)} questions got {len(books.expected)} messages")
    books.count_written = 0
