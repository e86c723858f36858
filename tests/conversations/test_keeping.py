"""A turn is kept with its labels in the open, and its text where only the key opens it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from conversations.body import Body, Unreadable
from conversations.keeping import Keeper
from conversations.reading import body_of, conversation
from conversations.search import words_of
from conversations.settings import Settings
from conversations.tables import conversations, turns, versions, words
from knowledge.library import Library
from tests.conversations.conftest import a_turn


def _rows(keeper: Keeper, table: Any) -> list[Any]:
    with keeper.engine.connect() as connection:
        return list(connection.execute(select(table)).mappings())


def test_text_comes_back_as_it_was_said(keeper: Keeper) -> None:
    keeper.record(a_turn("what is stage MS"))
    (row,) = _rows(keeper, turns)
    body = body_of(row["body"], keeper.keys.box)
    assert body
    assert (body.said, body.replies[0]["text"], body.ranking) == (
        "what is stage MS",
        "It is for babies.",
        [["staging.ms", 0.9]],
    )


def test_no_word_stands_in_the_database_in_plain(keeper: Keeper, settings: Settings) -> None:
    keeper.record(a_turn("is a hepatoblastoma the same"))
    everything = str([_rows(keeper, table) for table in (conversations, turns, words, versions)])
    assert "hepatoblastoma" not in everything
    assert not [path for path in _files(settings) if b"hepatoblastoma" in path.read_bytes()]


def _files(settings: Settings) -> list[Path]:
    return [path for path in settings.data_folder.rglob("*") if path.is_file()]


def test_personal_data_are_not_even_kept_encrypted(keeper: Keeper) -> None:
    keeper.record(a_turn("my son Tom has a fever", body=Body("my son Tom has a fever", phrase="Tom has a fever")))
    body = body_of(_rows(keeper, turns)[0]["body"], keeper.keys.box)
    assert body
    assert (body.said, body.phrase) == ("my son <NAME> has a fever", "<NAME> has a fever")


def test_the_assistants_own_words_are_left_whole(keeper: Keeper) -> None:
    helpline = "Call 116 123 or +44 116 123 4567, day and night."
    keeper.record(a_turn(body=Body("help", [{"text": helpline, "buttons": []}])))
    body = body_of(_rows(keeper, turns)[0]["body"], keeper.keys.box)
    assert body
    assert body.replies[0]["text"] == helpline


def test_turns_are_numbered_and_the_conversation_counts_them(keeper: Keeper) -> None:
    for at in (10.0, 20.0, 30.0):
        keeper.record(a_turn(at=at, language="de" if at == 20.0 else None))
    assert [row["number"] for row in _rows(keeper, turns)] == [1, 2, 3]
    (whole,) = _rows(keeper, conversations)
    assert (whole["started"], whole["last"], whole["turns"], whole["language"]) == (10.0, 30.0, 3, "de")


@pytest.mark.parametrize(
    ("change", "urgency"),
    [
        ({"outcome": "self_harm"}, 0),
        ({"outcome": "emergency"}, 0),
        ({"safety": "emergency"}, 0),
        ({"outcome": "unavailable"}, 2),
        ({"outcome": "clarify"}, 3),
        ({"outcome": "not_covered"}, 3),
        ({"confidence": 0.4}, 4),
        ({"confidence": None}, 9),
        ({}, 9),
    ],
)
def test_what_may_be_a_danger_comes_first(keeper: Keeper, change: dict[str, Any], urgency: int) -> None:
    keeper.record(a_turn(**change))
    assert _rows(keeper, turns)[0]["urgency"] == urgency


def test_words_are_found_by_their_stem_and_only_with_the_key(keeper: Keeper) -> None:
    keeper.record(a_turn("the tumours are growing"))
    kept = {row["word"] for row in _rows(keeper, words)}
    assert words_of("tumour", keeper.keys.search) <= kept
    assert not words_of("tumour", b"another key") & kept
    assert not words_of("surgery", keeper.keys.search) & kept


def test_a_version_is_kept_once_with_what_the_topic_said(keeper: Keeper, library: Library) -> None:
    version = library.topics["staging.ms"].version
    for _ in range(2):
        keeper.record(a_turn(topic="staging.ms", version=version))
    (kept,) = _rows(keeper, versions)
    assert library.topics["staging.ms"].say[0].text in kept["content"]


def test_of_a_version_that_is_no_more_only_the_topic_is_kept(keeper: Keeper) -> None:
    keeper.record(a_turn(topic="staging.ms", version="000000000000"))
    assert _rows(keeper, versions)[0]["content"] == '{"id": "staging.ms"}'


def test_another_key_reads_nothing_and_says_why(keeper: Keeper, tmp_path: Path) -> None:
    keeper.record(a_turn())
    other = Keeper(Settings.from_environment({"DATA_FOLDER": str(tmp_path / "other")}))
    token = _rows(keeper, turns)[0]["body"]
    with pytest.raises(Unreadable, match="key"):
        body_of(token, other.keys.box)
    with keeper.engine.connect() as connection:
        assert conversation(connection, "family1", other.keys.box)[0]["body"] is None
    other.engine.dispose()


def test_a_conversation_is_given_out_in_order(keeper: Keeper) -> None:
    for said in ("first", "second"):
        keeper.record(a_turn(body=Body(said)))
    with keeper.engine.connect() as connection:
        given = conversation(connection, "family1", keeper.keys.box)
    assert [turn["body"]["said"] for turn in given] == ["first", "second"]
