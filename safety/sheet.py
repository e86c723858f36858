"""The questions for the doctor on one page to print, with room to write the answers.

``python -m safety.sheet OUT.pdf QUESTION...`` writes one. It is always one page: with more questions everything gets
smaller, and what still does not fit is counted at the foot. No name stands on it, so that it may lie about.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, LETTER  # type: ignore[import-untyped]
from reportlab.lib.utils import simpleSplit  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from safety.sheet_layout import Layout, fitted
from safety.sheet_words import DATE, FOOT, LEAD, MORE, TITLE

PAGES = {"A4": A4, "Letter": LETTER}
# All lengths are in points, 72 to the inch.
MARGIN, HEAD, FOOT_HEIGHT, INDENT = 54.0, 92.0, 44.0, 26.0
BOX = 9.0
GREY = 0.6
_FACES = {"Sheet": "Vera.ttf", "Sheet-Bold": "VeraBd.ttf"}


def pdf(questions: Sequence[str], page: str = "A4") -> bytes:
    """One page with ``questions``. Raises ValueError without questions, or for a page other than A4 and Letter."""
    asked = [" ".join(question.split()) for question in questions if question.strip()]
    if not asked:
        raise ValueError("there are no questions to print; give at least one")
    if page not in PAGES:
        raise ValueError(f"there is no page `{page}`; use one of {', '.join(PAGES)}")
    _register()
    width, height = PAGES[page]
    layout = fitted(asked, _split, width - 2 * MARGIN - INDENT, height - 2 * MARGIN - HEAD - FOOT_HEIGHT)
    kept = BytesIO()
    canvas = Canvas(kept, pagesize=PAGES[page], invariant=True)
    canvas.setTitle(TITLE)
    _head(canvas, width, height)
    _questions(canvas, layout, width, height - MARGIN - HEAD)
    _foot(canvas, len(asked) - len(layout.blocks), width)
    canvas.save()
    return kept.getvalue()


@cache
def _register() -> None:
    spec = find_spec("reportlab")
    folder = Path(str(spec.origin if spec else "")).parent / "fonts"
    for name, file in _FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


def _split(text: str, size: float, width: float) -> list[str]:
    lines: list[str] = simpleSplit(text, "Sheet", size, width)
    return lines


def _head(canvas: Canvas, width: float, height: float) -> None:
    top = height - MARGIN
    canvas.setFont("Sheet-Bold", 18)
    canvas.drawString(MARGIN, top - 18, TITLE)
    canvas.setFont("Sheet", 9.5)
    for number, line in enumerate(_split(LEAD, 9.5, width - 2 * MARGIN)):
        canvas.drawString(MARGIN, top - 38 - 13 * number, line)
    canvas.drawString(MARGIN, top - 72, DATE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN + 34, top - 74, MARGIN + 190, top - 74)


def _questions(canvas: Canvas, layout: Layout, width: float, top: float) -> None:
    for number, block in enumerate(layout.blocks, start=1):
        first = top - layout.size
        canvas.setStrokeGray(0)
        canvas.rect(MARGIN, first - 1, BOX, BOX)
        canvas.setFont("Sheet", layout.size)
        for row, line in enumerate(block):
            label = f"{number}. {line}" if row == 0 else line
            canvas.drawString(MARGIN + INDENT, first - row * layout.leading, label)
        _rules(canvas, layout, width, first - (len(block) - 1) * layout.leading)
        top -= layout.height(block)


def _rules(canvas: Canvas, layout: Layout, width: float, below: float) -> None:
    canvas.setStrokeGray(GREY)
    canvas.setLineWidth(0.5)
    for number in range(1, layout.rules + 1):
        at = below - number * layout.room
        canvas.line(MARGIN + INDENT, at, width - MARGIN, at)


def _foot(canvas: Canvas, left_out: int, width: float) -> None:
    canvas.setFont("Sheet-Bold", 9.5)
    if left_out:
        canvas.drawString(MARGIN, MARGIN + 30, f"{left_out} {MORE}")
    canvas.setFont("Sheet", 8.5)
    for number, line in enumerate(reversed(_split(FOOT, 8.5, width - 2 * MARGIN))):
        canvas.drawString(MARGIN, MARGIN + 12 * number, line)


def main(args: Sequence[str]) -> int:
    """Write the page; the exit status is 2, with one line of help, when something is missing."""
    if len(args) < 2:
        print("usage: python -m safety.sheet OUT.pdf QUESTION...", file=sys.stderr)
        return 2
    try:
        Path(args[0]).write_bytes(pdf(args[1:]))
    except (OSError, ValueError) as error:
        print(f"safety.sheet: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
