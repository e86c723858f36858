"""The model of follow-ups learns from examples where a message leads after the last answer."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from numpy.testing import assert_allclose

from dialogue.memory import Memory
from nlu.in_context.follow_ups import FollowUps
from nlu.in_context.readings import Message, Reader
from tests.nlu.in_context.messages import message, reader
from tests.nlu.shared import few_rounds

CT, SURGERY = Memory(topic="tests.ct"), Memory(topic="treatment.surgery")
EXAMPLES = [
    *[(message(text, CT), ["tests.mri"]) for text in ("and that", "is that loud", "and it", "is it done")],
    *[(message(text, SURGERY), ["treatment.ms"]) for text in ("and that", "is that loud", "and it", "is it done")],
    *[(message("thanks", last, intents={"small_talk.thanks": 0.8}), ["small_talk"]) for last in (CT, SURGERY)],
    *[(message("scan", last, intents={"tests.ct": 0.8}), ["tests.ct", "tests.mri"]) for last in (CT, SURGERY)],
]


def _fit(examples: list[tuple[Message, list[str]]], by: Reader) -> FollowUps:
    some = random.Random(2).sample(examples * 3, 3 * len(examples))  # so that some of every kind are kept apart
    with few_rounds():
        return FollowUps.fit([one for one, _ in some], [meant for _, meant in some], by)


@pytest.fixture(scope="module")
def learned() -> FollowUps:
    return _fit(EXAMPLES, reader())


def _best(model: FollowUps, *asked: Message) -> list[str]:
    names = reader().meanings.names
    return [names[at] for at in model.rank(asked).argmax(axis=1)]


def test_every_meaning_gets_a_share_and_they_add_up_to_one(learned: FollowUps) -> None:
    found = learned.rank([message("and that", CT), message("never seen", Memory(topic="support.helplines"))])
    assert found.shape == (2, len(reader().meanings))
    assert found.sum(axis=1) == pytest.approx([1, 1], abs=1e-4)
    assert (found >= 0).all()


def test_the_same_words_lead_elsewhere_after_another_topic(learned: FollowUps) -> None:
    for text in ("and that", "and is it loud"):
        assert _best(learned, message(text, CT), message(text, SURGERY)) == ["tests.mri", "treatment.ms"]


def test_thanks_are_thanks_after_any_topic(learned: FollowUps) -> None:
    said = {"small_talk.greet": 0.4, "small_talk.thanks": 0.5}
    asked = [message("thanks", Memory(topic=last), intents=said) for last in ("tests.ct", "tests.pet", "about.what")]
    assert _best(learned, *asked) == ["small_talk"] * 3


def test_what_answers_a_message_as_well_is_not_learned_as_wrong(learned: FollowUps) -> None:
    strict = _fit([(one, meant[:1]) for one, meant in EXAMPLES], reader())
    asked, mri = message("scan", SURGERY, intents={"tests.ct": 0.8}), reader().meanings.at["tests.mri"]
    assert learned.rank([asked])[0, mri] > strict.rank([asked])[0, mri]


def test_a_message_is_ranked_the_same_alone_and_among_others(learned: FollowUps) -> None:
    asked = [message("and that", CT), message("thanks", SURGERY)]
    assert_allclose(learned.rank(asked)[1], learned.rank(asked[1:])[0], atol=1e-5)


def test_the_same_examples_give_the_same_model(learned: FollowUps) -> None:
    asked = [message("is it done", SURGERY)]
    assert_allclose(_fit(EXAMPLES, reader()).rank(asked), learned.rank(asked), atol=1e-5)


def test_what_was_saved_ranks_the_same(learned: FollowUps, tmp_path: Path) -> None:
    learned.save(tmp_path)
    loaded = FollowUps.load(tmp_path, reader())
    assert loaded is not None
    asked = [one for one, _ in EXAMPLES]
    assert_allclose(loaded.rank(asked), learned.rank(asked), atol=1e-2)


def test_where_nothing_was_stored_there_is_no_model(tmp_path: Path) -> None:
    assert FollowUps.load(tmp_path, reader()) is None
