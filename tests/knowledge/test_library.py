"""The assistant gets all of the content or an error that names the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.finding import ContentError
from knowledge.library import Library, read
from knowledge.lines import line_of, load
from tests.knowledge.tree import BROKEN, Tree, lay_over


def test_everything_is_found_by_its_id(tree: Tree) -> None:
    library = Library.load(tree.root)
    assert set(library.topics) == {"plant.what", "plant.where", "growing.water", "repotting"}
    assert library.terms["moonfern"].names == ("moonfern", "moonferns", "silver fern")
    assert library.groups["growing"].topics == ("growing.water", "repotting")
    assert library.subjects["place:pot"].topics == {"meaning": "repotting", "treatment": "growing.water"}
    assert library.aspect_defaults["where"] == "plant.where"
    assert library.group_aspects["growing"]["why"] == "repotting"
    assert library.passages["leaflet#light"].heading == "Light"


def test_a_passage_leads_to_its_source(tree: Tree) -> None:
    library = Library.load(tree.root)
    assert library.source_of("guide#what").publisher == "Westmarch Society"
    with pytest.raises(KeyError, match="almanac"):
        library.source_of("almanac#what")


@pytest.mark.parametrize(
    "piece", ["field-missing", "not-yaml", "file-missing-glossary", "list-expected", "banned-pattern-not-readable"]
)
def test_what_cannot_be_read_is_an_error_that_names_it(piece: str, tree: Tree) -> None:
    lay_over(tree, BROKEN / piece)
    with pytest.raises(ContentError) as error:
        Library.load(tree.root)
    assert f"{error.value}\n" == (BROKEN / piece / "expected.txt").read_text(encoding="utf-8")
    assert len(error.value.findings) == 1


def test_the_error_counts_what_else_is_wrong(tree: Tree) -> None:
    for piece in ("file-missing-glossary", "field-missing"):
        lay_over(tree, BROKEN / piece)
    with pytest.raises(ContentError, match=r"^healthy/glossary\.yml:1: .* \(and 1 more\)$"):
        Library.load(tree.root)


def test_a_list_stands_on_the_line_of_its_first_text(tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_text("# ferns\n- 4\n- [5, {6: fern}]\n- moss\n", encoding="utf-8")
    assert line_of(load(file, "list.yml")) == 3
    assert line_of([4, 5], otherwise=7) == 7


def test_a_text_knows_its_line(tree: Tree) -> None:
    topic = next(topic for topic in read(tree.root).topics if topic.id == "plant.what")
    assert [sentence.line for sentence in topic.sentences] == [5, 7, 10, 13]
