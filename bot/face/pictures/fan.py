"""Panels that lead together to a row of groups: what is weighed, and what comes of it."""

from __future__ import annotations

from bot.face.pictures import svg
from bot.face.pictures.plan import Panel, PictureError, Plan, joined
from bot.face.pictures.svg import DARK, MARGIN, PALE, ROOM, WIDTH

_GAP, _LEAST, _PILL = 20, 130, 92


def draw(plan: Plan) -> str:
    """The picture. Raises PictureError when a panel is not part of the lead sentence."""
    inside, y = svg.head(plan.title, plan.lead.text)
    for panel in plan.panels:
        if panel.head not in plan.lead.text:
            raise PictureError(
                f"{plan.id}.yml: “{panel.head}” is not in “{plan.lead.text}”; write it as it stands there"
            )
        drawn, high = _panel(panel, y)
        inside += drawn
        y += high + _GAP
    groups, y = _groups(plan, y)
    return svg.page(inside + groups, y + 16, joined(plan.foot), plan.source)


def _panel(panel: Panel, y: float) -> tuple[str, float]:
    dark, pale, left = DARK[panel.color], PALE[panel.color], MARGIN + 146
    body, below = svg.paragraph(joined(panel.say), left, y + 72, ROOM - 156, 33)
    high = max(_LEAST, below - y + 20 if panel.say else 0)
    drawn = (
        svg.card(MARGIN, y, ROOM, high)
        + svg.card(MARGIN + 20, y + 15, 100, 100, fill=pale, line=pale, round_=24)
        + svg.icon(panel.icon, MARGIN + 34, y + 29, 72, dark)
        + svg.text(
            panel.head[0].upper() + panel.head[1:], left, y + (58 if panel.say else 80), 43, bold=True, color=dark
        )
        + body
    )
    return drawn, high


def _groups(plan: Plan, y: float) -> tuple[str, float]:
    first, *others = plan.ending
    wide, middle = (ROOM - 2 * _GAP) / len(plan.groups), WIDTH / 2
    drawn = f'<path d="M{middle - 26} {y + 4}h52v22h30l-56 40-56-40h30z" fill="{DARK["blue"]}"/>'
    body, y = svg.paragraph(first.text, MARGIN, y + 76, ROOM, 35, bold=True, middle=True)
    for at, (name, color) in enumerate(plan.groups):
        x = MARGIN + at * (wide + _GAP)
        drawn += svg.card(x, y + 14, wide, _PILL, fill=PALE[color], line=DARK[color], round_=46)
        drawn += svg.text(name, x + wide / 2, y + 74, 43, bold=True, color=DARK[color], middle=True)
    after, y = svg.paragraph(joined(others), MARGIN, y + _PILL + 34, ROOM, 35, middle=True)
    return drawn + body + after, y
