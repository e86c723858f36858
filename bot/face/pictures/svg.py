"""The few shapes pictures are made of. Lengths are pixels of a picture 1,080 wide."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import yaml

from bot.face.pictures.widths import wrap

WIDTH, MARGIN = 1080, 48
ROOM = WIDTH - 2 * MARGIN
FAMILY = "Source Sans Pro"
INK, QUIET, PAPER, CARD, LINE = "#1d2b3a", "#526173", "#f3f6f9", "#ffffff", "#dce3ea"
DARK = {"blue": "#1f6fb2", "violet": "#7a4fb5", "green": "#1c7450", "amber": "#945800"}
PALE = {"blue": "#e4f0fa", "violet": "#f0e9fa", "green": "#e2f4ec", "amber": "#fdf1dc"}
_LEADING = 1.22


def text(
    words: str, x: float, y: float, size: int, *, bold: bool = False, color: str = INK, middle: bool = False
) -> str:
    """One line, its baseline at ``y``."""
    anchor = ' text-anchor="middle"' if middle else ""
    weight = 700 if bold else 400
    place = f'x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" fill="{color}"{anchor}'
    return f"<text {place}>{escape(words)}</text>"


def paragraph(
    words: str,
    x: float,
    top: float,
    width: float,
    size: int,
    *,
    color: str = INK,
    bold: bool = False,
    middle: bool = False,
) -> tuple[str, float]:
    """Words in lines of at most ``width``, and where the next thing may begin."""
    drawn, y = "", top
    for line in wrap(words, width, size):
        drawn += text(line, x + (width / 2 if middle else 0), y + size, size, color=color, bold=bold, middle=middle)
        y += size * _LEADING
    return drawn, y


def card(
    x: float, y: float, width: float, height: float, *, fill: str = CARD, line: str = LINE, round_: int = 28
) -> str:
    """A rounded box."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{round_}" '
        f'fill="{fill}" stroke="{line}" stroke-width="2"/>'
    )


def icon(name: str, x: float, y: float, size: float, color: str) -> str:
    """A drawing of ``icons.yml`` whose box of 100 becomes ``size`` wide. KeyError for an unknown one."""
    return f'<g transform="translate({x:g} {y:g}) scale({size / 100:g})" color="{color}">{_icons()[name]}</g>'


def head(title: str, lead: str) -> tuple[str, float]:
    """Title and lead of a picture, and where the rest begins."""
    below, y = paragraph(lead, MARGIN, 124, ROOM, 36, color=QUIET)
    return text(title, MARGIN, 98, 58, bold=True) + below, y + 26


def page(inside: str, y: float, foot: str, source: str) -> str:
    """The whole picture: what is drawn down to ``y``, then the foot and the source."""
    below, y = paragraph(foot, MARGIN, y + 14, ROOM, 32)
    last, y = paragraph(f"Source: {source}", MARGIN, y + 12, ROOM, 28, color=QUIET)
    closing, y = paragraph("It does not replace your child’s doctor.", MARGIN, y, ROOM, 28, color=QUIET)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y + 34:g}" font-family="{FAMILY}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{inside}{below}{last}{closing}</svg>'
    )


@cache
def _icons() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load((Path(__file__).parent / "icons.yml").read_text(encoding="utf-8"))
    return found
