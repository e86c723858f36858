"""The kind of a safety reply: from the rule, else from plain words, never milder than what is told."""

from __future__ import annotations

import pytest

from safety.reply_kinds import kind_of


@pytest.mark.parametrize(
    ("category", "rule", "kind"),
    [
        ("emergency", "emergency.fever", "fever"),
        ("emergency", "emergency.fever.celsius", "fever"),
        ("emergency", "emergency.fever_number", "fever"),
        ("emergency", "emergency.line.broken", "line"),
        ("emergency", "emergency.hot", "fever"),
        ("emergency", "emergency.air_effort", "breathing"),
        ("emergency", "emergency.blood_site", "bleeding"),
        ("emergency", "emergency.tube_broke", "line"),
        ("emergency", "emergency.given_wrong", "overdose"),
        ("ask_doctor", "ask_doctor.start_stop", "start_stop"),
        ("ask_doctor", "ask_doctor.daily_life.school", "daily_life"),
        ("distress", "distress.guilt", "guilt"),
        ("outlook", "outlook.live", "other"),
        ("self_harm", "self_harm.goodbye", "other"),
        ("emergency", "emergency.unheard_of", "other"),
        ("emergency", "distress.guilt", "other"),
        ("joy", "joy.fever", "other"),
        ("emergency", "...", "other"),
    ],
)
def test_a_rule_names_its_kind(category: str, rule: str, kind: str) -> None:
    assert kind_of(category, rule, "") == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("temp is 38.9 what now", "fever"),
        ("she feels hot, 101 F", "fever"),
        ("he can’t breathe", "breathing"),
        ("struggling to get her breath", "breathing"),
        ("her lips are blue", "breathing"),
        ("fever but her breathing is fine", "fever"),
        ("fever of 39 and now he is jerking", "seizure"),
        ("he swallowed my tablets", "overdose"),
        ("hives everywhere after the antibody", "allergy"),
        ("blood around the hickman", "line"),
        ("nosebleed will not stop", "bleeding"),
        ("his cousin has chicken pox", "contact"),
        ("I can't wake her", "other"),
        ("please hurry", "other"),
        ("", "other"),
    ],
)
def test_words_tell_the_kind_of_an_emergency_no_rule_found(said: str, kind: str) -> None:
    assert kind_of("emergency", "", said) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("how many ml should I give", "dose"),
        ("can he have calpol", "otc"),
        ("is his scan bad", "result"),
        ("can we stop the isotretinoin", "start_stop"),
        ("should she get her flu shot", "vaccine"),
        ("may I give paracetamol together with it", "mix"),
        ("we would like to try herbs", "alternative"),
        ("can she go swimming", "daily_life"),
        ("is this the right plan", "plan"),
        ("could it be cancer", "diagnosis"),
        ("what should we do", "other"),
    ],
)
def test_words_tell_what_the_doctor_should_decide(said: str, kind: str) -> None:
    assert kind_of("ask_doctor", "", said) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I blame myself", "guilt"),
        ("so scared of tomorrow", "fear"),
        ("I am worn out", "exhaustion"),
        ("he died in may", "grief"),
        ("it is not fair, why us", "anger"),
        ("everything is grey", "other"),
    ],
)
def test_words_tell_what_weighs_on_a_parent(said: str, kind: str) -> None:
    assert kind_of("distress", "", said) == kind


@pytest.mark.parametrize(
    ("rule", "said", "kind"),
    [
        ("emergency.fever", "39.4 and she can't breathe well", "breathing"),
        ("emergency.line", "the line is open and he is having a seizure", "seizure"),
        ("emergency.fever", "fever and we cannot wake him", "other"),
        ("emergency.fever", "39 but no trouble breathing", "fever"),
        ("emergency.fever", "39 and very tired", "fever"),
        ("emergency.two_signs", "fever and something else", "other"),
        ("emergency.fits", "he has a fit", "seizure"),
    ],
)
def test_the_team_is_called_first_only_when_nothing_worse_is_told(rule: str, said: str, kind: str) -> None:
    assert kind_of("emergency", rule, said) == kind


def test_a_long_message_does_no_harm() -> None:
    assert kind_of("emergency", "", "not " * 100_000) == "other"
    assert kind_of("emergency", "", "a" * 100_000) == "other"
