"""Panels below one another, joined by a line: what comes after what."""

from __future__ import annotations

from bot.face.pictures import svg
from bot.face.pictures.plan import Panel, Plan, joined
from bot.face.pictures.svg import DARK, LINE, MARGIN, PALE, WIDTH

_GAP, _LEAST, _BADGE = 30, 200, MARGIN + 50
_LEFT = MARGIN + 124
_WIDE = WIDTH - MARGIN - _LEFT


def draw(plan: Plan) -> str:
    """The picture."""
    inside, top = svg.head(plan.title, plan.lead.text)
    badges, y = [], top
    for panel in plan.panels:
        drawn, high = _panel(panel, y)
        inside += drawn
        badges.append((panel, y + high / 2))
        y += high + _GAP
    spine = f'<path d="M{_BADGE} {badges[0][1]}V{badges[-1][1]}" stroke="{LINE}" stroke-width="8"/>'
    inside += spine + "".join(_badge(panel, middle) for panel, middle in badges)
    return svg.page(inside, y - _GAP + 20, joined(plan.foot), plan.source)


def _panel(panel: Panel, y: float) -> tuple[str, float]:
    dark, pale = DARK[panel.color], PALE[panel.color]
    body, below = svg.paragraph(joined(panel.say), _LEFT + 34, y + 84, _WIDE - 232, 37)
    high = max(_LEAST, below - y + 26)
    at = (_LEFT + _WIDE - 176, y + (high - 150) / 2)
    drawn = (
        svg.card(_LEFT, y, _WIDE, high)
        + svg.text(panel.head, _LEFT + 34, y + 66, 46, bold=True, color=dark)
        + body
        + svg.card(*at, 150, 150, fill=pale, line=pale)
        + svg.icon(panel.icon, at[0] + 22, at[1] + 22, 106, dark)
    )
    return drawn, high


def _badge(panel: Panel, middle: float) -> str:
    circle = f'<circle cx="{_BADGE}" cy="{middle}" r="44" fill="{DARK[panel.color]}"/>'
    return circle + svg.text(panel.mark, _BADGE, middle + 18, 54, bold=True, color="#fff", middle=True)
