"""Families who write in another language hear so in it; English is never taken for another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.face.languages import OTHER, detect, languages, line

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOREIGN = yaml.safe_load((HERE / "foreign.yml").read_text(encoding="utf-8"))
WRITTEN = [(code, text) for code, texts in FOREIGN.items() for text in texts]
_MARKUP = re.compile(r"\[([^\]]*)\][({][^)}]*[)}]")
_NOT_ENGLISH = {"greet", "thanks", "out_of_scope"}  # files that hold other languages on purpose


def _questions() -> Iterator[str]:
    for path in [*ROOT.glob("nlu/questions/*/*.yml"), *ROOT.glob("nlu/follow_ups/*/*.yml")]:
        if path.stem.partition("-")[0] in _NOT_ENGLISH:
            continue
        for intent in yaml.load(path.read_bytes(), yaml.CSafeLoader)["nlu"]:
            yield from (_MARKUP.sub(r"\1", line_).removeprefix("- ") for line_ in intent["examples"].splitlines())


def _heldout() -> Iterator[str]:
    for path in ROOT.glob("evaluation/heldout/*.jsonl"):
        for row in path.read_text(encoding="utf-8").splitlines():
            yield from json.loads(row)["turns"]


@pytest.mark.parametrize(("code", "text"), WRITTEN)
def test_a_language_is_recognised(code: str, text: str) -> None:
    assert detect(text) == code


def test_none_of_our_english_questions_is_taken_for_another_language() -> None:
    asked = [*_questions(), *_heldout()]
    taken = [text for text in asked if detect(text)]
    assert len(asked) > 20_000
    assert taken == []


# Lines of emergencies that are written in another language on purpose.
FOREIGN = {
    "fièvre 39 depuis ce soir, enfant sous chimio",
    "ayuda es una emergencia mi hijo",
    "no puede respirar mi hija",
}


def test_emergencies_in_english_are_not_taken_for_another_language() -> None:
    lines = [text for path in ROOT.glob("safety/must_hit/*.txt") for text in path.read_text("utf-8").splitlines()]
    assert len(lines) > 300
    assert {text for text in lines if detect(text)} == FOREIGN


@pytest.mark.parametrize("text", ["", "???", "4S", "MYCN", "MIBG", "39.5", "🙏", "no", "de novo", "la la"])
def test_too_little_to_tell_goes_on(text: str) -> None:
    assert detect(text) is None


def test_the_language_of_telegram_decides_between_two_that_fit_alike() -> None:
    assert {detect("que como", hint) for hint in ("pt-br", "es", None)} == {"pt", "es"}
    assert detect("que como", "pt-br") == "pt"


def test_english_words_outweigh_a_borrowed_phrase() -> None:
    assert detect("que es neuroblastoma, what is it") is None


def test_there_are_ten_and_none_is_english() -> None:
    assert len(languages()) == 10
    assert "en" not in languages()


@pytest.mark.parametrize("code", [*languages(), OTHER])
@pytest.mark.parametrize(("country", "number"), [("ES", "112"), ("IN", "112"), ("BR", "192")])
def test_every_line_has_the_number_of_the_country(code: str, country: str, number: str) -> None:
    assert number in line(code, country)


@pytest.mark.parametrize("code", languages())
def test_without_a_country_both_common_numbers_are_given_without_an_english_word(code: str) -> None:
    said = line(code, None)
    assert "112 / 911" in said
    assert " or " not in said


@pytest.mark.parametrize("code", ["ar", "ur"])
def test_a_number_keeps_its_order_in_right_to_left_text(code: str) -> None:
    assert "\u2066112 / 911\u2069" in line(code, None)


@pytest.mark.parametrize("code", languages())
def test_every_line_is_short_and_in_its_own_language(code: str) -> None:
    said = line(code, "DE")
    assert len(said) <= 250
    assert detect(said) == code
