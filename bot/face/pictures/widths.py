"""How wide words are, so that lines can be broken before they are drawn."""

from __future__ import annotations

# Thousandths of the letter size in Source Sans Pro Bold, rounded up; the regular letters are no wider.
_CLASSES = {
    200: " ",
    270: "|",
    290: "ijl",
    310: "',.:;I’",
    350: "!()-/[\\]f{}",
    390: "t",
    410: "r",
    450: "s",
    470: "*?cz",
    490: "–",
    510: "J_",
    530: "#$+0123456789<=>FLY^aevxy~",
    550: '"EZgk“”',
    570: "STVX`ou",
    590: "ACbdhnpq",
    610: "BP",
    630: "KR",
    650: "DG",
    670: "&NU",
    690: "HOQ",
    770: "M",
    790: "w",
    830: "W",
    870: "%m",
    910: "@",
}
_WIDTHS = {character: width for width, characters in _CLASSES.items() for character in characters}
_WIDEST = 1000


def width(words: str, size: int) -> float:
    """At most how many pixels ``words`` take; a letter not in the table counts as the widest."""
    return sum(_WIDTHS.get(character, _WIDEST) for character in words) * size / 1000


def wrap(words: str, room: float, size: int) -> list[str]:
    """The words in lines that fit; a single word that is too long stands alone."""
    lines: list[str] = []
    for word in words.split():
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
