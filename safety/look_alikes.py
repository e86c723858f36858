"""``python -m safety.look_alikes``: writes anew the common words that are not misspellings of a pattern's word.

To be run when words were added to the patterns: a word such as "breath" lies one
slip from "breathe" and must not be read as it unless some pattern says so.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from importlib import resources
from itertools import islice
from pathlib import Path

from safety.book import book
from safety.fields import HERE
from safety.spelling import Spelling

_COMMONEST = 30_000
_SHORTEST = 3
_WIDTH = 900
_HEAD = "# Common words one slip away from a word some pattern knows: they are themselves, not misspellings.\n"
# Common here, though not in the list of words.
_OURS = (
    "buried",
    "scare",
    "whet",
    "colour",
    "colours",
    "grey",
    "mum",
    "mums",
    "ward",
    "wards",
    "telly",
    "nappy",
    "thrush",
    "chilli",
    "sliver",
    "slivers",
    "wasps",
    "cokes",
    "goalie",
    "childs",
)


def common_words() -> list[str]:
    """The commonest English words, from the list that comes with symspellpy."""
    name = "frequency_dictionary_en_82_765.txt"
    text = resources.files("symspellpy").joinpath(name).read_text(encoding="utf-8-sig")
    return [line.split()[0] for line in islice(text.splitlines(), _COMMONEST)]


def look_alikes(common: Iterable[str]) -> list[str]:
    """Those of the common words that would be read as a misspelling."""
    known = book().lexicon.words
    spelling = Spelling(known, ())
    words = {word for word in (*common, *_OURS) if word.isalpha() and len(word) >= _SHORTEST}
    return sorted(word for word in words - known if spelling.meant(word))


def write(words: list[str], path: Path) -> None:
    """Put the words into ``path``, many on a line."""
    lines = textwrap.wrap(" ".join(words), width=_WIDTH)
    path.write_text(_HEAD + "words:\n" + "".join(f'  - "{line}"\n' for line in lines), encoding="utf-8")


def main() -> int:
    """Run the command; the exit status is 0, or 2 when the list of words is not installed."""
    try:
        found = look_alikes(common_words())
    except ModuleNotFoundError:
        print("look_alikes: symspellpy is not installed", file=sys.stderr)
        return 2
    write(found, HERE / "look_alikes.yml")
    print(f"{len(found)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
