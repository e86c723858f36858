"""The encoder gives every text its own unit vector."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlu.encoder.convert import GRAPH, TOKENIZER, encoder_folder
from nlu.encoder.encoder import SIZE, SentenceEncoder

TEXTS = [
    "is it passed down in families",
    "hello",
    "what are the side effects of the treatment he gets for high risk neuroblastoma, now and in ten years",
    "",
    "what is stage ms",
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(encoder_folder())


def test_vectors_are_of_length_one_and_384_long(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), SIZE) == (5, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_beside_others_in_its_place(encoder: SentenceEncoder) -> None:
    together, alone = encoder.encode(TEXTS), [encoder.encode([text])[0] for text in TEXTS]
    for at in range(len(TEXTS)):
        np.testing.assert_allclose(together[at], alone[at], atol=1e-2)
    assert np.argmax(together @ np.stack(alone).T, axis=1).tolist() == [0, 1, 2, 3, 4]


def test_many_texts_are_read_in_batches_and_hardly_differ_from_one_alone(encoder: SentenceEncoder) -> None:
    texts = [f"{text} {number}" for number in range(12) for text in TEXTS]
    together = encoder.encode(texts)
    alone = np.vstack([encoder.encode([text]) for text in texts])
    assert together.shape == alone.shape
    assert (together * alone).sum(axis=1).min() > 0.9
    assert np.mean(np.argmax(together @ alone.T, axis=1) == np.arange(len(texts))) > 0.9


def test_a_text_read_with_what_was_said_is_not_the_text_alone(encoder: SentenceEncoder) -> None:
    alone, after_a_scan, after_a_stage = encoder.encode(
        ["and how is it done", ("mibg scan", "and how is it done"), ("stage ms", "and how is it done")]
    )
    assert after_a_scan @ after_a_stage < 0.99
    assert alone @ after_a_scan < 0.99


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("is it passed down in families", "can parents hand it on to their children", "how long is a scan"),
        ("does chemo make his hair fall out", "hair loss from chemotherapy", "where is the adrenal gland"),
        ("thank you so much", "thanks a lot", "what is a biopsy"),
    ],
)
def test_like_is_nearer_than_unlike(encoder: SentenceEncoder, text: str, near: str, far: str) -> None:
    asked, like, unlike = encoder.encode([text, near, far])
    assert asked @ like > asked @ unlike + 0.2


def test_what_is_beyond_the_longest_text_does_not_count(encoder: SentenceEncoder) -> None:
    start = "word " * 200
    longer, longest = encoder.encode([start + "surgery", start + "scan " * 2_000])
    np.testing.assert_array_equal(longer, longest)
    assert longer @ encoder.encode(["word"])[0] < 0.9999


@pytest.mark.parametrize("text", ["", "😀", "\u200b", "a" * 10_000])
def test_an_odd_text_has_a_vector(encoder: SentenceEncoder, text: str) -> None:
    assert np.isfinite(encoder.encode([text])).all()


def test_no_texts_give_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, SIZE)


def test_a_damaged_graph_is_not_used(tmp_path: Path) -> None:
    (tmp_path / TOKENIZER).write_bytes((encoder_folder() / TOKENIZER).read_bytes())
    (tmp_path / GRAPH).write_bytes((encoder_folder() / GRAPH).read_bytes()[:10_000])
    with pytest.raises(Exception, match=r"(?i)protobuf"):
        SentenceEncoder(tmp_path)
