"""Changes as a patch that `git apply` takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff


def patch(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """A unified diff of files by path; a file that was empty before is new."""
    return "".join(line for path in sorted(after) for line in _of_file(path, before[path], after[path]))


def _of_file(path: str, old: str, new: str) -> Iterator[str]:
    if old == new:
        return
    yield f"diff --git a/{path} b/{path}\n"
    if not old:
        yield "new file mode 100644\n"
    start = f"a/{path}" if old else "/dev/null"
    # only \n parts lines here: splitlines() would also part at characters that stand inside one
    for line in unified_diff(_lines(old), _lines(new), start, f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
