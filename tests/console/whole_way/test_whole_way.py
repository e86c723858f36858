"""A question in Telegram is seen, corrected, learned from, and erased without a trace."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from nlu.components.question_classifier import QuestionClassifier
from nlu.domain import ROOT
from nlu.importer import QuestionsImporter, questions
from tests.console.whole_way import traces
from tests.console.whole_way.house import House, apply, conversation
from tests.nlu.bench import FEATURES, Bench, parse, training_data
from tests.nlu.shared import few_rounds
from tests.support.console_process import soon

ANNA, BEN, CARA = 7000009001, 7000009002, 7000009003
SEEN_WITHIN = 2.0
LINE, MEANT = "may he have soup and a sandwich on the bus to his cousins", "not_covered.travel"
FILES = [f"nlu/questions/not_covered/{name}.yml" for name in ("travel", "diet", "school")]


def test_a_question_is_in_the_console_two_seconds_after_its_answer_and_names_nobody(home: House) -> None:
    home.ask(ANNA, "my son Quillon Vandersteen hears zyxgargle, call 07700 900123 or quillon@example.com")
    name, turn = soon(lambda: home.moderator.turn("zyxgargle"), SEEN_WITHIN)
    assert name == conversation(ANNA)
    page = home.moderator.see(f"/conversations/{name}/?turn={turn}")
    assert "my son <NAME> hears zyxgargle, call <PHONE> or <EMAIL>" in page
    for secret in ("Quillon", "Vandersteen", "900123", "example.com", str(ANNA)):
        assert secret not in page


def _read(folder: Path) -> str:
    """What the real components, trained on the questions of three files in ``folder``, take the line for."""
    asked: dict[str, list[str]] = {}
    for text, intent in (line for name in FILES for line in questions(folder / name)):
        asked.setdefault(intent, []).append(text)
    components, data = [], training_data(asked)
    with TemporaryDirectory() as place:
        for component in (*FEATURES, QuestionClassifier):
            components.append(Bench(Path(place)).create(component))
            with few_rounds():
                components[-1].train(data)
            data = components[-1].process_training_data(data) if component in FEATURES else data
        return str(parse(components, LINE)["intent"]["name"])


def test_a_correction_is_a_patch_that_applies_and_what_is_learned_from_it_is_right(home: House, tmp_path: Path) -> None:
    home.ask(BEN, LINE)
    home.consent(BEN)
    _, turn = soon(lambda: home.moderator.turn(LINE), SEEN_WITHIN)
    patch = home.corrected(turn, LINE, MEANT)
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    assert _read(tmp_path) != MEANT
    apply(patch, tmp_path)
    learned = QuestionsImporter(training_data_paths=[str(tmp_path / "nlu")]).get_nlu_data()
    assert [one.get("intent") for one in learned.intent_examples if one.get("text") == LINE] == [MEANT]
    assert _read(tmp_path) == MEANT


def test_after_delete_no_row_and_no_word_of_it_is_anywhere(home: House) -> None:
    name, words = conversation(CARA), ("zyxmarble", "Wilhelmina", "zyxnote")
    home.ask(CARA, "my daughter Wilhelmina asks of zyxmarble")
    home.consent(CARA)
    _, turn = soon(lambda: home.moderator.turn("zyxmarble"), SEEN_WITHIN)
    home.moderator.send(f"/turns/{turn}/judge/", judgement="wording", note="zyxnote")
    home.moderator.send(f"/turns/{turn}/comment/", text="zyxnote")
    assert "zyxmarble" in home.corrected(turn, "who polishes a zyxmarble on purple stairs", MEANT)
    assert traces.in_tables(home.folder, [*words, name, str(CARA)])
    assert "It is erased" in home.press(CARA, "x|yes")
    assert traces.in_tables(home.folder, [*words, name, str(CARA)]) == []
    assert traces.in_files(home.folder, words) == []
    assert traces.of_names(traces.in_files(home.folder, [name, str(CARA)])) == []
    assert home.moderator.turn("zyxmarble") is None
    assert "erased lines that had gone out" in home.moderator.see("/audit/")
