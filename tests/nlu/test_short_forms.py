"""Short forms are spelt out."""

from __future__ import annotations

import pytest
import yaml

from nlu.wording import wording as module
from tests.nlu.shared import wording

FORMS = yaml.safe_load(module._FORMS.read_text(encoding="utf-8"))["forms"]


@pytest.mark.parametrize("short", sorted(FORMS))
def test_every_short_form_is_spelt_out(short: str) -> None:
    assert wording().plain(str(short)) == FORMS[short]
    assert wording().plain(str(short).upper()) == FORMS[short]


def test_the_old_name_of_a_stage_keeps_its_code() -> None:
    assert wording().plain("4S") == wording().plain("IV-S") == "stage ms 4s"


@pytest.mark.parametrize(("typed", "meant"), [("don't", "do not"), ("don’t", "do not"), ("What’s", "what is")])
def test_both_apostrophes_are_the_same(typed: str, meant: str) -> None:
    assert wording().plain(typed) == meant
