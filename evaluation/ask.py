"""Ask the assistant many conversations, and write down what it answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from tqdm import tqdm

from evaluation.rows import Question, read_questions

_CHUNK = 20


_Rows = list[tuple[str, list[str]]]


@cache
def _assistant(model: Path) -> Any:
    """The assistant of this process: loading it takes seconds."""
    from evaluation.assistant import Assistant

    return asyncio.run(Assistant.load(model))


async def _converse(assistant: Any, rows: _Rows) -> list[list[dict[str, Any]]]:
    return [[answer.to_json() for answer in await assistant.converse(turns, name)] for name, turns in rows]


def _work(model: Path, rows: _Rows) -> list[list[dict[str, Any]]]:
    return asyncio.run(_converse(_assistant(model), rows))


def answers(questions: Iterable[Question], model: Path, processes: int) -> Iterator[list[dict[str, Any]]]:
    """The replies to each question, in order. Raises NoModel when there is no model."""
    rows = [(f"{number}-{q.id}", q.turns) for number, q in enumerate(questions)]
    chunks = [rows[at : at + _CHUNK] for at in range(0, len(rows), _CHUNK)]
    turns = sum(len(turns) for _, turns in rows)
    with tqdm(total=turns, unit="turn", desc="asking") as bar, ProcessPoolExecutor(processes) as pool:
        for chunk in pool.map(_work, [model] * len(chunks), chunks):
            for replies in chunk:
                bar.update(len(replies))
                yield replies


def ask(source: Path, target: Path, model: Path, processes: int) -> int:
    """Write the answers to the questions of ``source`` as JSON lines; the number of rows."""
    questions = list(read_questions(source))
    with target.open("w", encoding="utf-8") as out:
        for question, replies in zip(questions, answers(questions, model, processes), strict=True):
            out.write(json.dumps({"id": question.id, "replies": replies}, ensure_ascii=False) + "\n")
    return len(questions)


def say(text: str, model: Path) -> str:
    """The answer to one message, as the shell would show it."""
    ((reply,),) = _work(model, [("one", [text])])
    buttons = "\n".join(f"  [{button['title']}]" for button in reply["buttons"])
    return f"{reply['text']}\n\n{buttons}".rstrip()
