"""Every advisory on the list is judged, for the version that is locked today; an upgrade forces a look."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.audit import advisories
from scripts.chat import ROOT

ENTRY = {
    "package": "old-thing",
    "locked": "1.2.0",
    "advisory": "CVE-2020-0001",
    "affected": "<1.3",
    "mended": "1.3.0",
    "reaches": False,
    "why": "nothing calls it",
    "source": "from memory, unconfirmed",
    "checked": date(2026, 11, 21),
}


def _house(folder: Path, **change: Any) -> Path:
    (folder / "docs" / "security").mkdir(parents=True)
    (folder / "uv.lock").write_text('[[package]]\nname = "old-thing"\nversion = "1.2.0"\n', encoding="utf-8")
    (folder / advisories.LIST).write_text(yaml.safe_dump([{**ENTRY, **change}]), encoding="utf-8")
    return folder


def test_each_entry_of_our_list_fits_the_lock_file_and_reaches_nobody() -> None:
    assert advisories.read(ROOT)
    assert advisories.faults(ROOT) == []


def test_a_list_that_fits_has_no_faults(tmp_path: Path) -> None:
    assert advisories.faults(_house(tmp_path)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"locked": "1.2.9"}, "not locked any more"),
        ({"package": "another"}, "not locked any more"),
        ({"affected": "<1.1"}, "not within"),
        ({"affected": "all of them"}, "no range"),
        ({"reaches": True}, "it reaches us"),
        ({"reaches": "no"}, "reaches: missing or of the wrong kind"),
        ({"why": None}, "why: missing"),
        ({"severity": "high"}, "a field nobody knows"),
    ],
)
def test_what_does_not_fit_is_one_line_that_names_it(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    (fault,) = advisories.faults(_house(tmp_path, **change))
    assert told in fault
    assert "CVE-2020-0001" in fault


def test_a_list_nobody_looked_at_for_long_is_told(tmp_path: Path) -> None:
    house = _house(tmp_path)
    assert advisories.old(house, ENTRY["checked"] + timedelta(days=90)) == []
    assert "91 days" in advisories.old(house, ENTRY["checked"] + timedelta(days=91))[0]
