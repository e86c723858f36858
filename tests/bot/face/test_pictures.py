"""The pictures say what the answers say, can be read on a phone, and come with their words."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from fontTools.ttLib import TTFont
from telegram.constants import MessageLimit

from bot.face.pictures import png
from bot.face.pictures.build import build, drawn, fonts
from bot.face.pictures.offer import menu, offered, show
from bot.face.pictures.plan import PLANS, PictureError, plans, read
from bot.face.pictures.svg import DARK, MARGIN, PALE, WIDTH, icon
from bot.face.pictures.widths import width, wrap
from bot.face.split import size
from knowledge.library import Library

IDS = list(plans())
SVG = "{http://www.w3.org/2000/svg}"
LEAST_LETTERS = 27  # pixels of 1,080: ten points on a phone


def texts(id_: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawn(plans()[id_])).iter(f"{SVG}text"))


def words(id_: str) -> str:
    return " ".join(str(one.text) for one in texts(id_))


def test_there_are_the_three_that_were_promised() -> None:
    assert IDS == ["phases", "risk", "stages"]


@pytest.mark.parametrize("id_", IDS)
def test_every_sentence_is_one_of_the_answers_and_is_drawn_whole(id_: str, library: Library) -> None:
    plan = plans()[id_]
    ours = {sentence.text for topic in library.topics.values() for sentence in topic.sentences}
    said = [plan.lead, *(s for panel in plan.panels for s in panel.say), *plan.ending, *plan.foot]
    assert [s.text for s in said if s.text not in ours] == []
    assert [s.text for s in said if s.text not in words(id_)] == []


@pytest.mark.parametrize("id_", IDS)
def test_the_source_and_its_year_are_in_the_picture(id_: str) -> None:
    assert "Source: National Cancer Institute (2025)" in words(id_)
    assert "does not replace your child’s doctor" in words(id_)


@pytest.mark.parametrize("id_", IDS)
def test_no_line_leaves_the_picture_and_none_is_too_small(id_: str) -> None:
    for line in texts(id_):
        x, letters = float(line.attrib["x"]), int(line.attrib["font-size"])
        room = WIDTH - x if "text-anchor" not in line.attrib else 2 * min(x, WIDTH - x)
        assert width(str(line.text), letters) <= room - MARGIN / 2
        assert letters >= LEAST_LETTERS


@pytest.mark.parametrize("id_", IDS)
def test_no_two_lines_lie_on_one_another(id_: str) -> None:
    boxes = []
    for line in texts(id_):
        x, y, letters = float(line.attrib["x"]), float(line.attrib["y"]), int(line.attrib["font-size"])
        wide = 0.9 * width(str(line.text), letters)
        left = x - wide / 2 if "text-anchor" in line.attrib else x
        boxes.append((left, y - 0.7 * letters, left + wide, y))
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@pytest.mark.parametrize("id_", IDS)
def test_telegram_takes_it_as_a_photo(id_: str) -> None:
    data = png(id_)
    assert data.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", data[16:24])
    assert wide == WIDTH
    assert 1 <= high / wide <= 1.6  # a phone shows it whole
    assert len(data) < 1_000_000


@pytest.mark.parametrize("id_", IDS)
def test_its_words_are_its_caption(id_: str) -> None:
    decision = show(id_)
    assert decision
    (call,) = decision.messages
    plan = plans()[id_]
    assert call.params["photo"] == {"file": f"{id_}.png", "bytes_key": f"picture:{id_}"}
    assert size(plan.alt) <= MessageLimit.CAPTION_LENGTH
    assert all(sentence.text in plan.alt for panel in plan.panels for sentence in panel.say)
    assert plan.alt.endswith(f"Source: {plan.source}")


def test_the_menu_offers_all() -> None:
    markup: Any = menu().messages[0].params["reply_markup"]
    assert [row[0]["callback_data"] for row in markup["inline_keyboard"]] == [f"p|{id_}" for id_ in IDS]


def test_a_topic_offers_its_picture_and_others_none() -> None:
    assert [each["callback_data"] for row in offered("staging.ms") for each in row] == ["p|stages"]
    assert offered("tests.ct") == []
    assert show("tumors") is None


def _contrast(one: str, other: str) -> float:
    def light(color: str) -> float:
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("color", DARK)
def test_every_head_stands_out_from_its_ground(color: str) -> None:
    assert _contrast(DARK[color], PALE[color]) >= 4.5
    assert _contrast(DARK[color], "#ffffff") >= 4.5


def test_letters_are_never_wider_than_thought() -> None:
    shown = {c for id_ in IDS for c in words(id_)}
    for path in fonts():
        font = TTFont(path)
        names, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        assert [c for c in shown if advances[names[ord(c)]][0] * 1000 / unit > width(c, 1000)] == []


def test_lines_are_broken_between_words() -> None:
    assert wrap("one two three", width("one two", 30), 30) == ["one two", "three"]
    assert wrap("extraordinarily long", 10, 30) == ["extraordinarily", "long"]
    assert wrap("", 10, 30) == []


def _changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    text = (PLANS / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
    return tmp_path / name


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (
            "phases.yml",
            "Induction comes",
            "Surgery comes",
            "no sentence of treatment.high-risk begins with “Surgery comes”",
        ),
        ("stages.yml", "read: staging.overview", "read: staging.all", "there is no topic staging.all"),
    ],
)
def test_a_plan_that_fits_the_content_no_longer_is_named(
    tmp_path: Path, library: Library, name: str, old: str, new: str, fault: str
) -> None:
    with pytest.raises(PictureError, match=re.escape(f"{name}: {fault}")):
        read(_changed(tmp_path, name, old, new), library)


def test_what_is_weighed_stands_in_the_sentence_above(tmp_path: Path, library: Library) -> None:
    path = _changed(tmp_path, "risk.yml", "your child's age,", "the weather,")
    with pytest.raises(PictureError, match="“the weather” is not in"):
        drawn(read(path, library))


def test_building_keeps_one_file_a_picture_and_clears_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.face.pictures.build.BUILT", tmp_path / "built")
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "phases-000000000000.png").write_bytes(b"old")
    made = build()
    assert sorted(path.name.partition("-")[0] for path in made) == IDS
    assert set((tmp_path / "built").iterdir()) == set(made)


def test_every_drawing_of_a_plan_is_there() -> None:
    named = {
        panel["icon"] for path in PLANS.glob("*.yml") for panel in yaml.safe_load(path.read_text("utf-8"))["panels"]
    }
    assert all(icon(name, 0, 0, 100, "#000") for name in named)
    with pytest.raises(KeyError):
        icon("nothing", 0, 0, 100, "#000")
