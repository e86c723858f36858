"""The learned reading looks at a message whole and in pieces, and the stronger category goes first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlu.safety_reading import Enough, Readings, SafetyReading, decide, pieces

VECTORS = np.array([[1, 0], [0.9, 0.1], [0, 1], [0.1, 0.9]] * 10, np.float32) * 8
ENOUGH = Enough()
KINDS = ["emergency", "emergency", "harmless", "harmless"] * 10


@pytest.mark.parametrize("text", ["", "he is blue", "a b", "is it loud?", "word " * 12])
def test_a_short_message_is_one_piece(text: str) -> None:
    assert pieces(text) == []


def test_sentences_and_lines_are_pieces() -> None:
    found = pieces("we had a good day. then he stopped breathing!\nwhat now please")
    assert found == ["we had a good day.", "then he stopped breathing!", "what now please"]


def test_a_long_message_without_an_end_is_read_in_stretches_that_overlap() -> None:
    words = [f"w{number}" for number in range(60)]
    found = pieces(" ".join(words))
    assert 3 <= len(found) <= 8
    assert {word for piece in found for word in piece.split()} == set(words)
    assert set(found[0].split()) & set(found[1].split())


def test_of_many_pieces_the_last_are_read() -> None:
    found = pieces(" ".join(f"this is sentence {number}." for number in range(30)))
    assert len(found) == 8
    assert found[-1] == "this is sentence 29."


def test_each_text_has_its_shares() -> None:
    calm, alarm = SafetyReading.fit(VECTORS, KINDS).likely(np.vstack([VECTORS[2], VECTORS[0]]))
    assert sum(calm.values()) == pytest.approx(1, abs=1e-4)
    assert calm["emergency"] < 0.2
    assert alarm["emergency"] > 0.8


def test_what_was_stored_reads_the_same(tmp_path: Path) -> None:
    reading = SafetyReading.fit(VECTORS, KINDS)
    reading.save(tmp_path)
    loaded = SafetyReading.load(tmp_path)
    assert loaded is not None
    for was, now in zip(reading.likely(VECTORS[:3]), loaded.likely(VECTORS[:3]), strict=True):
        assert now == pytest.approx(was, abs=1e-2)


def test_nothing_stored_is_no_reading(tmp_path: Path) -> None:
    assert SafetyReading.load(tmp_path) is None


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        ({"self_harm": 0.15, "emergency": 0.1}, "self_harm"),
        ({"self_harm": 0.1, "emergency": 0.3, "distress": 0.6}, "emergency"),
        ({"self_harm": 0.1, "emergency": 0.05, "distress": 0.5}, "distress"),
        ({"outlook": 0.2, "distress": 0.14}, None),
        ({"outlook": 0.22, "distress": 0.2}, "outlook"),
        ({"distress": 0.26}, "distress"),
        ({"harmless": 1.0}, None),
        ({}, None),
    ],
)
def test_danger_counts_sooner_than_the_rest(whole: dict[str, float], found: str | None) -> None:
    assert decide(Readings(whole), ENOUGH) == found


@pytest.mark.parametrize("ruled", ["self_harm", "emergency"])
@pytest.mark.parametrize("whole", [{}, {"harmless": 1.0}, {"distress": 0.9}, {"emergency": 0.9}])
def test_a_rule_for_danger_is_never_taken_back(ruled: str, whole: dict[str, float]) -> None:
    assert decide(Readings(whole, ruled=ruled), ENOUGH) == ruled


def test_self_harm_may_take_the_place_of_an_emergency() -> None:
    assert decide(Readings({"self_harm": 0.9}, ruled="emergency"), ENOUGH) == "self_harm"


def test_a_piece_must_be_surer_than_the_whole() -> None:
    assert decide(Readings({"harmless": 1.0}, [{"emergency": 0.9}]), ENOUGH) is None
    assert decide(Readings({"harmless": 1.0}, [{"harmless": 1.0}, {"emergency": 0.98}]), ENOUGH) == "emergency"


def test_a_rule_of_the_milder_kinds_stands_unless_the_reading_is_sure_it_is_harmless() -> None:
    assert decide(Readings({"harmless": 0.99}, ruled="outlook"), ENOUGH) is None
    assert decide(Readings({"harmless": 0.8, "distress": 0.2}, ruled="outlook"), ENOUGH) == "outlook"
    assert decide(Readings({}, ruled="outlook"), ENOUGH) == "outlook"


def test_of_the_milder_kinds_the_stronger_wins() -> None:
    assert decide(Readings({"distress": 0.9}, ruled="outlook"), ENOUGH) == "outlook"
    assert decide(Readings({"ask_doctor": 0.5, "distress": 0.4}, ruled="distress"), ENOUGH) == "ask_doctor"


def test_a_question_without_a_source_goes_to_the_doctor() -> None:
    whole = {"ask_doctor": 0.26, "distress": 0.24, "harmless": 0.5}
    assert decide(Readings(whole, uncovered=True), ENOUGH) == "ask_doctor"
    assert decide(Readings({"ask_doctor": 0.24}, uncovered=True), ENOUGH) is None


def test_a_question_without_a_source_that_speaks_of_feelings_is_a_question() -> None:
    whole = {"distress": 0.4, "harmless": 0.6}
    assert decide(Readings(whole), ENOUGH) == "distress"
    assert decide(Readings(whole, uncovered=True), ENOUGH) is None
    assert decide(Readings({"distress": 0.6, "harmless": 0.4}, uncovered=True), ENOUGH) == "distress"


def test_a_goodbye_that_is_small_talk_beyond_doubt_must_alarm_more() -> None:
    whole = {"self_harm": 0.3, "harmless": 0.7}
    assert decide(Readings(whole), ENOUGH) == "self_harm"
    assert decide(Readings(whole, chat=True), ENOUGH) is None
    assert decide(Readings({"self_harm": 0.6}, chat=True), ENOUGH) == "self_harm"
    assert decide(Readings(whole, ruled="self_harm", chat=True), ENOUGH) == "self_harm"


def test_where_two_of_the_milder_kinds_are_likely_the_stronger_counts() -> None:
    assert decide(Readings({"ask_doctor": 0.3, "outlook": 0.6}), ENOUGH) == "ask_doctor"
    assert decide(Readings({"ask_doctor": 0.1, "outlook": 0.6}), ENOUGH) == "outlook"


def test_what_is_far_likelier_a_question_for_the_doctor_is_no_emergency() -> None:
    assert decide(Readings({"emergency": 0.25, "ask_doctor": 0.6}), ENOUGH) == "ask_doctor"
    assert decide(Readings({"emergency": 0.25, "ask_doctor": 0.3}), ENOUGH) == "emergency"
    assert decide(Readings({"self_harm": 0.25, "ask_doctor": 0.6}), ENOUGH) == "self_harm"


def test_what_is_far_likelier_grief_or_fear_of_death_is_no_self_harm() -> None:
    assert decide(Readings({"self_harm": 0.25, "distress": 0.6}), ENOUGH) == "distress"
    assert decide(Readings({"self_harm": 0.25, "outlook": 0.6}), ENOUGH) == "outlook"
    assert decide(Readings({"self_harm": 0.25, "distress": 0.3}), ENOUGH) == "self_harm"
    assert decide(Readings({"emergency": 0.25, "distress": 0.6}), ENOUGH) == "emergency"


def test_one_sentence_that_asks_what_to_do_is_enough_beside_the_outlook() -> None:
    asks = [{"ask_doctor": 0.7}, {"outlook": 0.9}]
    assert decide(Readings({"outlook": 0.9}, asks), ENOUGH) == "ask_doctor"
    assert decide(Readings({"harmless": 0.9}, asks), ENOUGH) is None


def test_harmless_lines_far_from_any_alarm_need_not_all_be_compared_with(tmp_path: Path) -> None:
    harmless = np.random.default_rng(0).normal([0, 6], 1, size=(20_000, 2)).astype(np.float32)
    alarms = np.random.default_rng(1).normal([6, 0], 1, size=(50, 2)).astype(np.float32)
    reading = SafetyReading.fit(np.vstack([harmless, alarms]), ["harmless"] * 20_000 + ["emergency"] * 50)
    reading.save(tmp_path)
    assert (tmp_path / "neighbours.npz").stat().st_size < 20_000 * (2 * 2 + 8)
    calm, alarm = reading.likely(np.array([[0, 6], [6, 0]], np.float32))
    assert calm["emergency"] < 0.05
    assert alarm["emergency"] > 0.95


def test_a_plain_follow_up_needs_more_to_be_self_harm_and_no_more_to_be_an_emergency() -> None:
    assert decide(Readings({"self_harm": 0.3}, follows=True), ENOUGH) is None
    assert decide(Readings({"self_harm": 0.6}, follows=True), ENOUGH) == "self_harm"
    assert decide(Readings({"emergency": 0.3}, follows=True), ENOUGH) == "emergency"
