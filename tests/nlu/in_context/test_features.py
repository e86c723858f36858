"""The evidence for each meaning: of one form for every message, and telling where it should be."""

from __future__ import annotations

import numpy as np

from dialogue.memory import Memory
from nlu.in_context.features import features
from nlu.in_context.meanings import OTHERS
from nlu.in_context.ranker import Array
from nlu.in_context.readings import Message
from tests.nlu.in_context.messages import message, reader

READER = reader()
AT = READER.meanings.at
MS = Memory(topic="staging.ms", subject="stage:MS", stage="MS")


def _features(*messages: Message) -> Array:
    readings = READER.read(messages)
    nothing = np.zeros((len(messages), len(READER.meanings)), np.float32)
    return features(readings, nothing, (nothing, nothing, nothing), READER)


def test_every_message_has_the_same_evidence_for_every_meaning() -> None:
    one, two = _features(message("and that", MS)), _features(message("how is it done", MS), message("thanks", MS))
    assert one.shape[1] == two.shape[1] == len(READER.meanings)
    assert one.shape[2] == two.shape[2]
    assert len(two) == 2


def test_a_message_nobody_understands_has_numbers_for_evidence() -> None:
    nothing = Memory(topic="support.helplines")
    assert np.isfinite(_features(message("", nothing), message("x" * 999, nothing, strange=1.0))).all()


def test_a_message_is_read_the_same_alone_and_among_others() -> None:
    asked = message("how is it treated", MS, intents={"follow.treatment": 0.8})
    np.testing.assert_allclose(_features(asked)[0], _features(message("thanks", MS), asked)[1], atol=1e-6)


def test_of_all_meanings_the_one_asked_for_gains_most() -> None:
    plain, asked = _features(message("and that", MS), message("and that", MS, intents={"tests.ct": 0.8}))
    assert (asked - plain).max(axis=1).argmax() == AT["tests.ct"]


def test_another_last_topic_is_other_evidence() -> None:
    after = [_features(message("and that", Memory(topic=topic)))[0] for topic in ("staging.ms", "tests.ct")]
    assert (after[0][AT["tests.ct"]] != after[1][AT["tests.ct"]]).any()


def test_strange_words_tell_of_what_is_no_topic_and_of_nothing_else() -> None:
    known, strange = (_features(message("and that", MS, strange=share))[0] for share in (0.0, 1.0))
    changed = {name for name, at in AT.items() if (known[at] != strange[at]).any()}
    assert changed == set(OTHERS)
