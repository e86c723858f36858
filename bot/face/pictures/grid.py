"""Panels two by two, each with a body: what is alike and what is not."""

from __future__ import annotations

from bot.face.pictures import svg
from bot.face.pictures.plan import Panel, Plan, joined
from bot.face.pictures.svg import DARK, MARGIN, PALE, QUIET, ROOM
from bot.face.pictures.widths import width

_GAP, _SHOWN = 26, 270
_WIDE = (ROOM - _GAP) / 2
_BODY = 190


def draw(plan: Plan) -> str:
    """The picture."""
    inside, y = svg.head(plan.title, plan.lead.text)
    for at in range(0, len(plan.panels), 2):
        pair = plan.panels[at : at + 2]
        high = max(_high(panel) for panel in pair)
        inside += "".join(_panel(panel, MARGIN + n * (_WIDE + _GAP), y, high) for n, panel in enumerate(pair))
        y += high + _GAP
    legend, y = _legend(plan, y)
    return svg.page(inside + legend, y, joined(plan.foot), plan.source)


def _legend(plan: Plan, y: float) -> tuple[str, float]:
    drawn, x = "", float(MARGIN)
    for icon, words in plan.legend:
        drawn += svg.icon(icon, x, y, 44, QUIET) + svg.text(words, x + 56, y + 33, 32, color=QUIET)
        x += 96 + width(words, 32)
    return drawn, y + (56 if plan.legend else 0)


def _body(panel: Panel, x: float, y: float) -> tuple[str, float]:
    return svg.paragraph(joined(panel.say), x + 28, y + _SHOWN + 16, _WIDE - 48, 35)


def _high(panel: Panel) -> float:
    return _body(panel, 0, 0)[1] + 24


def _panel(panel: Panel, x: float, y: float, high: float) -> str:
    dark, kind = DARK[panel.color], panel.icon.partition("-")[0]
    place = (x + _WIDE - _BODY - 14, y + 14.0, float(_BODY))
    top = f"M{x + 1} {y + _SHOWN}V{y + 28}a27 27 0 0 1 27-27h{_WIDE - 56}a27 27 0 0 1 27 27V{y + _SHOWN}z"
    return (
        svg.card(x, y, _WIDE, high)
        + f'<path d="{top}" fill="{PALE[panel.color]}"/>'
        + svg.icon(kind, *place, dark)
        + svg.icon(panel.icon, *place, dark)
        + svg.text(panel.head, x + 28, y + 68, 46, bold=True, color=dark)
        + _body(panel, x, y)[0]
    )
