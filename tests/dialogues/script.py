"""A dialogue as a file tells it: steps a family takes, and what must come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evaluation.rows import Answer

EXPECTATIONS = ("outcome", "topic", "suggests", "contains", "lacks", "buttons")
_LISTS = ("suggests", "contains", "lacks", "buttons")
_DOES = ("say", "press")


class BadDialogue(ValueError):
    """A dialogue file that cannot be played; the message names file, step and mend."""


@dataclass(frozen=True)
class Scene:
    """One step: a text said or the title of a button pressed, and what is expected of the reply."""

    does: str
    what: str
    expected: Mapping[str, Any]


def read(path: Path) -> list[Scene]:
    """The steps of a dialogue. Raises BadDialogue."""
    steps = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    if not isinstance(steps, list) or not steps:
        raise BadDialogue(f"{path.name}: no steps; write a list of `say:` or `press:` with what is expected")
    return [_scene(step, f"{path.name}, step {number}") for number, step in enumerate(steps, start=1)]


def _scene(step: Any, place: str) -> Scene:
    if not isinstance(step, dict):
        raise BadDialogue(f"{place}: not a step; write `say:` or `press:` with what is expected")
    unknown = sorted(set(step) - {*_DOES, *EXPECTATIONS})
    if unknown:
        raise BadDialogue(f"{place}: unknown key {unknown[0]}; write one of {', '.join((*_DOES, *EXPECTATIONS))}")
    does = [key for key in _DOES if isinstance(step.get(key), str)]
    if len(does) != 1:
        raise BadDialogue(f"{place}: write either `say:` or `press:`, with a text")
    expected = {key: step[key] for key in EXPECTATIONS if key in step}
    if not expected:
        raise BadDialogue(f"{place}: expects nothing; write one of {', '.join(EXPECTATIONS)}")
    for key in _LISTS:
        if key in expected and not (isinstance(expected[key], list) and expected[key]):
            raise BadDialogue(f"{place}: `{key}:` takes a list that is not empty")
    return Scene(does[0], step[does[0]], expected)


def turns(scenes: Sequence[Scene], answers: Sequence[Answer]) -> Iterator[str]:
    """What is sent, one at a time: which payload a button has is only known once ``answers`` holds its reply."""
    for number, scene in enumerate(scenes, start=1):
        buttons = {button["title"]: button["payload"] for button in reversed(answers[-1].buttons)} if answers else {}
        pressed = scene.does == "press"
        assert not pressed or scene.what in buttons, f"step {number}: no button {scene.what!r} among {list(buttons)}"
        yield buttons[scene.what] if pressed else scene.what


def faults(expected: Mapping[str, Any], answer: Answer) -> list[str]:
    """What of the expectations the answer does not keep, in words."""
    found = [
        f"{key} is {getattr(answer, key)}, not {expected[key]}"
        for key in ("outcome", "topic")
        if key in expected and getattr(answer, key) != expected[key]
    ]
    titles = [button["title"] for button in answer.buttons]
    found += [f"does not suggest {id_}" for id_ in expected.get("suggests", ()) if id_ not in answer.suggestions]
    found += [f"does not say: {text}" for text in expected.get("contains", ()) if text not in answer.text]
    found += [f"says: {text}" for text in expected.get("lacks", ()) if text in answer.text]
    found += [f"has no button: {title}" for title in expected.get("buttons", ()) if title not in titles]
    return [*found, *([] if answer.text else ["says nothing"])]
