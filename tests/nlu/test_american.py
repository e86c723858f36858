"""British spellings become American ones."""

from __future__ import annotations

import pytest

from tests.nlu.shared import wording


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("tumour", "tumor"),
        ("tumours", "tumors"),
        ("tumourous", "tumor"),
        ("paediatric", "pediatric"),
        ("haematology", "hematology"),
        ("haematologist", "hematologist"),
        ("anaemia", "anemia"),
        ("leukaemia", "leukemia"),
        ("diarrhoea", "diarrhea"),
        ("favourable", "favorable"),
        ("unfavourable", "unfavorable"),
        ("localised", "localized"),
        ("metastasised", "metastasized"),
        ("specialised", "specialized"),
        ("hospitalisation", "hospitalization"),
        ("counselling", "counseling"),
        ("travelling", "traveling"),
        ("centre", "center"),
        ("grey", "gray"),
    ],
)
def test_british_becomes_american(british: str, american: str) -> None:
    assert wording().plain(british) == wording().plain(american) == american


@pytest.mark.parametrize(
    ("typed", "meant"), [("tumuor", "tumor"), ("paediatirc", "pediatric"), ("haemtology", "hematology")]
)
def test_a_mistyped_british_word_becomes_american_too(typed: str, meant: str) -> None:
    assert wording().plain(typed) == meant


@pytest.mark.parametrize("word", ["specialist", "specialists", "characteristics", "hospital", "programmed"])
def test_a_word_that_only_looks_british_is_left_alone(word: str) -> None:
    assert wording().plain(word) == word
