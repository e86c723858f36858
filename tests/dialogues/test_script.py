"""A dialogue file with a mistake fails, and says where; an answer is held to each expectation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.script import BadDialogue, read


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no steps"),
        ("[]", "no steps"),
        ("say: hello", "no steps"),
        ("- hello", "step 1: not a step"),
        ("- say: hello\n  outcom: small_talk", "step 1: unknown key outcom"),
        ("- outcome: small_talk", "step 1: write either"),
        ("- say: hello\n  press: More\n  outcome: answered", "step 1: write either"),
        ("- say: 5\n  outcome: answered", "step 1: write either"),
        ("- say: hi\n  topic: null\n- say: hello", "step 2: expects nothing"),
        ("- say: hello\n  contains: []", "step 1: `contains:` takes a list"),
        ("- say: hello\n  lacks: hello", "step 1: `lacks:` takes a list"),
    ],
)
def test_a_file_with_a_mistake_fails_and_says_where(content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDialogue, match=rf"^wrong\.yml.*{told}"):
        read(path)


def test_a_file_is_read_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "right.yml"
    path.write_text('- say: ""\n  topic: null\n- press: More\n  contains: [a]\n', encoding="utf-8")
    assert [(scene.does, scene.what, scene.expected) for scene in read(path)] == [
        ("say", "", {"topic": None}),
        ("press", "More", {"contains": ["a"]}),
    ]
