"""docs/resilience.md: each part of it is written anew by the command that measures it, and the others stay."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent.parent / "docs" / "resilience.md"


def put(name: str, text: str, page: Path = PAGE) -> None:
    """Put ``text`` between the marks of part ``name``. Raises KeyError when the page has no such part."""
    begin, end = f"<!-- {name}: written by python -m benchmarks.{name} -->", f"<!-- end of {name} -->"
    before = page.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(before):
        raise KeyError(f"{page} has no part {name}")
    page.write_text(pattern.sub(lambda _: f"{begin}\n{text.strip()}\n{end}", before), encoding="utf-8")
