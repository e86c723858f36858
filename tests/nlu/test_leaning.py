"""What stands between Rasa's messages and the model of follow-ups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from dialogue.memory import Memory
from nlu.components.keys import CONTEXT, EXAMPLE, STRANGE, WORDS
from nlu.components.leaning import Leaning
from nlu.in_context.example import example
from nlu.in_context.meanings import Matrix
from tests.nlu.shared import few_rounds, library, wording

INTENTS = (
    *("staging.ms", "treatment.ms", "tests.ct", "follow.subject", "small_talk.greet", "small_talk.thanks"),
    *("talk.yes", "talk.more", "out_of_scope"),
)
CT = Memory(topic="tests.ct")
LINES = {
    "staging.ms": ("staging.l1 > what is stage MS then", "tests.ct > and stage MS", "risk.high > stage MS i meant"),
    "treatment.ms": ("staging.ms > how is it treated || tests.ct", "tests.ct; stage:MS > and the treatment now"),
    "tests.ct": ("tests.mri > and the other scan", "tests.ct > is it a loud scan", "staging.ms > is there a scan"),
    "small_talk.thanks": ("tests.ct > thanks", "staging.ms > thanks then", "about.what > ok thanks"),
    "out_of_scope": ("tests.ct > crystal radio kit", "staging.ms > who won the cup", "about.what > zebra crossing"),
}


def _message(text: str, *, strange: float = 0.0, **known: Any) -> Message:
    words = [(word.text, word.start, word.end) for word in wording().words(text)]
    return Message({TEXT: text, WORDS: words, STRANGE: strange, CONTEXT: np.zeros(2, np.float32), **known})


def _examples() -> list[Message]:
    read = [(example(line), intent) for intent, lines in LINES.items() for line in lines]
    known = [(one, {EXAMPLE: one, INTENT: intent, "strange": float(intent == "out_of_scope")}) for one, intent in read]
    return [_message(one.text, **given) for one, given in known if one]


def _vectors(messages: list[Message]) -> Matrix:
    """Who holds which of a few words."""
    known = ("ms", "treated", "treatment", "scan", "thanks", "and")
    return np.array([[word in m.get(TEXT).lower().split() for word in known] for m in messages], np.float32)


def _probabilities(given: dict[str, float]) -> Matrix:
    rest = (1 - sum(given.values())) / len(INTENTS)
    return np.array([given.get(intent, 0) + rest for intent in INTENTS], np.float32)


@pytest.fixture(scope="module")
def leaning() -> Leaning:
    made, messages = Leaning(INTENTS, library()), _examples()
    rows = np.array([_probabilities({m.get(INTENT): 0.5}) for m in messages])
    with few_rounds():
        made.fit(messages, _vectors(messages), rows)
    return made


def _ranked(
    leaning: Leaning, text: str, memory: Memory = CT, *, most: int = 40, strange: float = 0.0, **alone: float
) -> dict[str, float]:
    """``alone`` is what the message may mean by itself, a dot in an intent's name written ``__``."""
    message, given = _message(text, strange=strange), {name.replace("__", "."): share for name, share in alone.items()}
    found = leaning.rank(message, memory, _vectors([message])[0], _probabilities(given), most)
    return {one["name"]: one["confidence"] for one in found}


def test_what_a_message_means_after_an_answer_is_ranked_best_first(leaning: Leaning) -> None:
    found = _ranked(leaning, "is the scan loud", tests__ct=0.8)
    assert next(iter(found)) == "tests.ct"
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert 0 < sum(found.values()) <= 1 + 1e-5


def test_only_intents_the_model_knows_are_named(leaning: Leaning) -> None:
    found = _ranked(leaning, "so", most=999, small_talk__thanks=0.1)
    assert set(found) == {*INTENTS} - {"follow.subject", "small_talk.greet"}


@pytest.mark.parametrize("likelier", ["small_talk__greet", "small_talk__thanks"])
def test_what_is_no_topic_is_named_by_its_likeliest_intent(leaning: Leaning, likelier: str) -> None:
    found = _ranked(leaning, "thanks", **{likelier: 0.4})
    assert [name for name in found if name.startswith("small_talk.")] == [likelier.replace("__", ".")]


@pytest.mark.parametrize(
    ("said", "share"), [("small_talk__thanks", 0.8), ("small_talk__greet", 0.6), ("talk__yes", 0.7)]
)
def test_plain_thanks_yes_and_the_like_lean_on_no_answer(leaning: Leaning, said: str, share: float) -> None:
    assert _ranked(leaning, "thanks", **{said: share}) == {}


@pytest.mark.parametrize("asked", ["tests__ct", "talk__more", "out_of_scope"])
def test_what_may_go_on_from_the_answer_is_ranked_however_plain(leaning: Leaning, asked: str) -> None:
    assert _ranked(leaning, "is the scan loud", **{asked: 0.9})


def test_a_subject_the_message_names_leads_it(leaning: Leaning) -> None:
    named, unnamed = (_ranked(leaning, text, follow__subject=0.9)["staging.ms"] for text in ("and 4S", "and this"))
    assert named > unnamed


def test_a_message_in_strange_words_is_likelier_to_be_declined(leaning: Leaning) -> None:
    known, strange = (_ranked(leaning, "so", strange=share)["out_of_scope"] for share in (0.0, 1.0))
    assert strange > known


@pytest.mark.parametrize("topic", [None, "gone.away", ""])
def test_without_a_last_answer_nothing_is_ranked(leaning: Leaning, topic: str | None) -> None:
    assert _ranked(leaning, "is the scan loud", Memory(topic=topic)) == {}


def test_no_more_are_ranked_than_asked_for(leaning: Leaning) -> None:
    assert len(_ranked(leaning, "is the scan loud", most=1, tests__ct=0.8)) == 1


def test_what_was_saved_ranks_the_same(leaning: Leaning, tmp_path: Path) -> None:
    leaning.save(tmp_path)
    loaded = Leaning(INTENTS, library())
    loaded.load(tmp_path)
    for text, given in (("is the scan loud", {"tests__ct": 0.8}), ("thanks", {"small_talk__thanks": 0.3}), ("and", {})):
        assert _ranked(loaded, text, **given) == pytest.approx(_ranked(leaning, text, **given), abs=1e-2)


def test_from_no_examples_nothing_is_learned_stored_or_ranked(tmp_path: Path) -> None:
    untaught, loaded = Leaning(INTENTS, library()), Leaning(INTENTS, library())
    untaught.fit([], np.zeros((0, 6), np.float32), np.zeros((0, len(INTENTS)), np.float32))
    untaught.save(tmp_path)
    assert list(tmp_path.iterdir()) == []
    loaded.load(tmp_path)
    for one in (untaught, loaded):
        assert _ranked(one, "is the scan loud", tests__ct=0.8) == {}
