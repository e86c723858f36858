"""From verdict to patch: consented, scrubbed, new; and git takes it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from console.better import repository
from console.better.patch import patch
from console.models import Correction, Export, Turn
from tests.console.making import consent, turn
from tests.dialogues.script import read

NEW = "zebra wonders whether purple giraffes visit oncology wards"


def _questions(intent: str, line: str) -> str:
    return f'version: "3.1"\nnlu:\n- intent: {intent}\n  examples: |\n    - {line}\n'


def _row(id_: str, kind: str, expected: list[str], text: str) -> str:
    return json.dumps({"id": id_, "kind": kind, "expected": expected, "turns": [text]}) + "\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small repository with one file of each kind."""
    files = {
        "nlu/questions/staging/ms.yml": _questions("staging.ms", "what is stage MS"),
        "nlu/questions/not_covered/diet.yml": _questions("not_covered.diet", "what can he eat"),
        "evaluation/heldout/topics.jsonl": _row("t-009", "topic", ["staging.ms"], "four S meaning please doctor"),
        "evaluation/heldout/others.jsonl": _row("n-104", "not_covered", [], "sugar in the morning"),
        "safety/must_hit/emergency.txt": "he is not breathing\n",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    monkeypatch.setattr(repository, "root", lambda: tmp_path)
    monkeypatch.setattr("console.better.lines.root", lambda: tmp_path)
    monkeypatch.setattr("console.views.corrections.root", lambda: tmp_path)
    yield tmp_path
    repository._intent_files.cache_clear()


@pytest.fixture
def client(sign_in: Callable[[str], Client], checkout: Path) -> Client:
    return sign_in("moderator")


def correct(client: Client, one: Turn, **given: str) -> Any:
    values = {"kind": "example", "text": NEW, "meant": "staging.ms", **given}
    return client.post(f"/turns/{one.pk}/correct/", values)


def apply(checkout: Path, patch_: bytes) -> None:
    subprocess.run(["git", "-C", str(checkout), "apply", "--index", "-"], input=patch_, check=True)


def test_a_corrected_turn_becomes_a_training_example(client: Client, a_turn: Turn, checkout: Path) -> None:
    consent()
    assert correct(client, a_turn).status_code == 302
    apply(checkout, client.post("/corrections/export/").content)
    examples = yaml.safe_load((checkout / "nlu/questions/staging/ms.yml").read_text())["nlu"][0]["examples"]
    assert examples.splitlines() == ["- what is stage MS", f"- {NEW}"]


def test_all_kinds_go_into_one_patch_that_applies(client: Client, checkout: Path) -> None:
    consent()
    before = turn("she has stage MS", topic="staging.ms")
    texts = [
        f"{word} wonders whether {word} {NEW[6:9]} {word}s" for word in ("zebra", "lemur", "panda", "otter", "koala")
    ]
    made = [turn(text) for text in texts]
    kinds = [
        {"kind": "example", "meant": "not_covered.diet"},
        {"kind": "held_out", "meant": "staging.ms"},
        {"kind": "held_out", "meant": "out_of_scope"},
        {"kind": "dialogue", "meant": "staging.ms"},
        {"kind": "safety", "meant": "not_emergency"},
    ]
    for one, text, kind in zip(made, texts, kinds, strict=True):
        assert correct(client, one, text=text, **kind).status_code == 302, kind
    apply(checkout, client.post("/corrections/export/").content)
    rows = [json.loads(line) for line in (checkout / "evaluation/heldout/topics.jsonl").read_text().splitlines()]
    assert rows[-1] == {"id": "t-010", "kind": "topic", "expected": ["staging.ms"], "turns": [texts[1]]}
    others = (checkout / "evaluation/heldout/others.jsonl").read_text().splitlines()
    assert json.loads(others[-1]) == {"id": "n-105", "kind": "out_of_scope", "expected": [], "turns": [texts[2]]}
    assert (checkout / "safety/must_not_hit/emergency.txt").read_text() == f"{texts[4]}\n"
    (dialogue,) = (checkout / "tests/dialogues").glob("*.yml")
    scenes = read(dialogue)
    assert [scene.what for scene in scenes] == ["she has stage MS", *texts[:4]]
    assert scenes[-1].expected == {"outcome": "answered", "topic": "staging.ms"}
    assert before.number == 1


@pytest.mark.parametrize("revoked", [None, 1.0])
def test_without_consent_nothing_is_taken(client: Client, a_turn: Turn, revoked: float | None) -> None:
    if revoked:
        consent(revoked=revoked)
    assert "has not agreed" in correct(client, a_turn).content.decode()
    assert not Correction.objects.exists()


def test_consent_taken_back_before_the_export_is_honoured(client: Client, a_turn: Turn) -> None:
    consent()
    other = turn("another", conversation="talk-2")
    consent("talk-2")
    correct(client, a_turn)
    correct(client, other, text="a quite different sentence on lemurs")
    consent(revoked=1.0)
    patch_ = client.post("/corrections/export/").content.decode()
    assert "lemurs" in patch_
    assert NEW not in patch_
    assert Correction.objects.get(exported=None).turn_id == a_turn.pk
    assert "do not agree any more" in client.get("/corrections/").content.decode()


def test_the_line_is_scrubbed_whatever_was_typed(client: Client, a_turn: Turn) -> None:
    consent()
    correct(client, a_turn, text="my  son\nneeds [help](staging) write to mum@example.org {x}")
    text = Correction.objects.get().text
    assert text == "my son needs (help)(staging) write to <EMAIL> (x)"


@pytest.mark.parametrize(
    ("given_", "told"),
    [
        ({"text": "What is stage  MS?"}, "learns from nearly this already"),
        ({"text": "please doctor four S meaning"}, "held-out question is nearly this"),
        ({"text": "he is not breathing!", "kind": "safety", "meant": "emergency"}, "learns from nearly this already"),
        ({"text": "   "}, "A line needs words"),
        ({"text": "/staging.ms"}, "A line needs words"),
        ({"text": "word " * 200}, "A line needs words"),
        ({"meant": "no.such"}, "should have been read as"),
        ({"meant": "emergency"}, "should have been read as"),
        ({"kind": "poem"}, "Choose what this turn becomes"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    client: Client, a_turn: Turn, given_: dict[str, str], told: str
) -> None:
    consent()
    assert told in correct(client, a_turn, **given_).content.decode()
    assert not Correction.objects.exists()


def test_what_is_nearly_another_correction_is_refused(client: Client, a_turn: Turn) -> None:
    consent()
    correct(client, a_turn)
    assert "Another correction" in correct(client, turn("x"), text=NEW.upper()).content.decode()


def test_a_turn_is_learned_from_or_measured_by_never_both(client: Client, a_turn: Turn) -> None:
    consent()
    correct(client, a_turn)
    assert "not both" in correct(client, a_turn, kind="held_out").content.decode()


def test_a_turn_without_its_text_cannot_be_corrected(client: Client, a_turn: Turn) -> None:
    consent()
    Turn.objects.update(body=None)
    assert "no longer kept" in correct(client, a_turn).content.decode()


def test_an_export_is_kept_where_erasing_finds_it(client: Client, a_turn: Turn) -> None:
    consent()
    correct(client, a_turn)
    patch_ = client.post("/corrections/export/")
    export = Export.objects.get()
    file = settings.ENVIRONMENT.exports / export.path
    assert export.conversation == a_turn.conversation
    assert file.read_bytes() == patch_.content
    assert file.stat().st_mode & 0o077 == 0
    assert "Nothing waits" in client.post("/corrections/export/", follow=True).content.decode()


def test_a_branch_holds_the_change_and_the_working_tree_stays(client: Client, a_turn: Turn, checkout: Path) -> None:
    consent()
    correct(client, a_turn)
    response = client.post("/corrections/export/", {"branch": "1"}, follow=True)
    assert "ready to be reviewed" in response.content.decode()

    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", "-C", str(checkout), *arguments], check=True, capture_output=True, text=True
        ).stdout

    branch = git("branch", "--list", "console/*", "--format=%(refname:short)").strip()
    assert NEW in git("diff", f"HEAD...{branch}")
    assert git("status", "--porcelain") == ""


def test_where_there_is_no_repository_the_patch_is_still_kept(
    client: Client,
    a_turn: Turn,
    checkout: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    consent()
    correct(client, a_turn)
    monkeypatch.setattr("console.views.corrections.root", lambda: tmp_path_factory.mktemp("empty"))
    response = client.post("/corrections/export/", {"branch": "1"}, follow=True)
    assert "take the patch instead" in response.content.decode()
    assert (settings.ENVIRONMENT.exports / Export.objects.get().path).exists()


def test_a_correction_can_be_dropped_until_it_is_out(client: Client, a_turn: Turn) -> None:
    consent()
    correct(client, a_turn)
    one = Correction.objects.get()
    client.post(f"/corrections/{one.pk}/drop/")
    assert not Correction.objects.exists()


_TEXT = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00\r"), max_size=60)


@given(old=st.lists(_TEXT, max_size=6), new=st.lists(_TEXT, min_size=1, max_size=6))
def test_any_change_of_lines_is_a_patch_that_git_takes(
    old: list[str], new: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    before, after = "\n".join(old), "\n".join(new)
    if before:
        (folder / "a.txt").write_text(before, encoding="utf-8", newline="")
    if not after or before == after:
        return
    subprocess.run(
        ["git", "apply", "--unsafe-paths", "-"],
        cwd=folder,
        input=patch({"a.txt": before}, {"a.txt": after}).encode(),
        check=True,
    )
    assert (folder / "a.txt").read_bytes().decode() == after
