"""The plain safety replies: the right words first, the right number, nothing that does not belong."""

from __future__ import annotations

import re
from itertools import product

import pytest
import textstat

from safety.helplines import Helplines
from safety.reply import (
    CATEGORIES,
    TEAM_FIRST,
    ask_doctor,
    distress,
    emergency,
    general_head,
    outlook,
    reply,
    self_harm,
)
from safety.reply_texts import at

HELPLINES = Helplines.load()
COUNTRIES = [None, "XX", *HELPLINES.countries]
EMERGENCY_KINDS = list(at("emergency.kinds"))
NUMBER = re.compile(r"[*+]?\d[\d -]*")


@pytest.mark.parametrize(("kind", "country"), product(EMERGENCY_KINDS, COUNTRIES))
def test_an_emergency_begins_with_whom_to_call_and_the_number(kind: str, country: str | None) -> None:
    first, *rest = emergency(kind, country).split("\n\n")
    assert first.startswith("Call ")
    assert HELPLINES.for_country(country).emergency in first
    assert ("cancer team" in first) is (kind in TEAM_FIRST)
    assert at(f"emergency.kinds.{kind}") in rest[0]
    assert rest[1] == at("emergency.tell")
    assert rest[-1] == at("emergency.after")[0]


def test_the_team_comes_right_after_the_ambulance_and_is_named_once() -> None:
    assert emergency("breathing", "ES").count("cancer team") == 1
    assert emergency("fever", "ES").count("cancer team") == 1


def test_an_unknown_kind_of_emergency_is_the_general_one() -> None:
    assert emergency("no such kind", "DE") == emergency("other", "DE")


@pytest.mark.parametrize("country", [None, "XX"])
def test_an_unknown_country_gets_both_numbers_and_is_asked_for(country: str | None) -> None:
    said = emergency("bleeding", country)
    assert "112 or 911" in said.split("\n\n")[0]
    assert at("emergency_unknown.country") in said
    assert at("emergency_unknown.country") not in emergency("bleeding", "FR")


@pytest.mark.parametrize("country", HELPLINES.countries)
def test_self_harm_names_one_line_that_answers_day_and_night(country: str) -> None:
    line, said = HELPLINES.countries[country], self_harm(country)
    wanted = line.crisis_now.number if line.crisis_now else line.emergency
    assert f" {wanted}" in said
    if line.crisis and not line.crisis_now:
        assert line.crisis.number not in said
    assert len(said.split("\n\n")) == 4


def test_self_harm_is_warm_before_anything_else_also_where_the_country_is_not_known() -> None:
    for country in COUNTRIES:
        assert self_harm(country).startswith(at("self_harm.warm")[0])
    assert "112 or 911" in self_harm()
    assert "findahelpline.com" in self_harm()


@pytest.mark.parametrize("kind", [*at("ask_doctor.questions"), "other", "no such kind"])
def test_the_doctors_question_comes_after_why_and_before_whom_to_call(kind: str) -> None:
    why, asked, wait = ask_doctor(kind).split("\n\n")
    assert why == at("ask_doctor.why")[0]
    assert re.search(r"“[^”]+\?”$", asked)
    assert wait == at("ask_doctor.wait")


def test_what_sources_say_in_general_stands_before_the_question() -> None:
    said = ask_doctor("dose", general=general_head("Chemotherapy")).split("\n\n")
    assert said[1] == "In general, my sources say this on “Chemotherapy”:"
    assert len(said) == 4


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("seed", range(6))
def test_outlook_has_no_digit_but_in_a_phone_number(country: str | None, seed: int) -> None:
    said = outlook(country, seed, factors="Doctors look at many things.")
    line = HELPLINES.for_country(country).cancer
    assert not re.search(r"\d", said.replace(line.number, "") if line else said)
    assert said.startswith(at("outlook.kind")[seed % 2])
    assert "Doctors look at many things." in said
    assert said.count("“") == 1


def test_outlook_without_factors_does_not_announce_them() -> None:
    assert not any(lead in outlook("US") for lead in at("outlook.factors"))


@pytest.mark.parametrize(
    ("country", "number"), [("DE", "0800 420 30 40"), ("IN", "14416"), ("TR", "findahelpline.com"), (None, "findahelp")]
)
def test_distress_is_kind_first_and_names_people_and_one_line(country: str | None, number: str) -> None:
    said = distress("guilt", country).split("\n\n")
    assert said[:2] == [at("distress.kind.guilt")[0], at("distress.people")[0]]
    assert number in said[2]
    assert said[3] == at("distress.go_on")[0]


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_next_time_it_is_said_in_other_words(category: str) -> None:
    assert len({reply(category, seed=seed) for seed in range(2)}) == 2
    assert reply(category, seed=6) == reply(category)


@pytest.mark.parametrize(("category", "country"), product(CATEGORIES, COUNTRIES))
def test_every_reply_is_calm_easy_to_read_and_complete(category: str, country: str | None) -> None:
    said = reply(category, country=country)
    assert not re.search(r"[!{}]|neuroblastoma", said)
    assert textstat.flesch_kincaid_grade(NUMBER.sub("one", said)) <= 6.0


def test_the_reply_follows_rule_and_words() -> None:
    assert reply("emergency", "emergency.fever", "39") == emergency("fever")
    assert reply("emergency", "", "she has trouble breathing", "GB", 1) == emergency("breathing", "GB", 1)
    assert reply("distress", "", "it is my fault", "GB") == distress("guilt", "GB")


def test_another_category_is_told() -> None:
    with pytest.raises(ValueError, match=r"`joy` is no safety category; use one of self_harm, emergency"):
        reply("joy")
