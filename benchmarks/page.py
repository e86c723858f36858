"""What a measurement comes to: a part of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Table:
    """Rows of text, or of numbers, below a row of names."""

    names: Sequence[str]
    rows: Sequence[Sequence[object]]

    def markdown(self) -> str:
        """The table, numbers to two digits at least."""
        lines = [self.names, ["---"] * len(self.names), *([shown(one) for one in row] for row in self.rows)]
        return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


@dataclass
class Section:
    """A heading, what it says, and the pictures that belong to it (paths below the report's folder)."""

    title: str
    parts: list[str | Table] = field(default_factory=list)
    pictures: dict[str, Path] = field(default_factory=dict)

    def markdown(self) -> str:
        """The whole part."""
        said = [part if isinstance(part, str) else part.markdown() for part in self.parts]
        shown_ = [f"![{title}]({path.name})" for title, path in self.pictures.items()]
        return "\n\n".join([f"## {self.title}", *said, *shown_])


def shown(value: object) -> str:
    """A cell: floats with as many digits as they are worth."""
    if not isinstance(value, float):
        return "-" if value is None else str(value)
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def met(value: float, most: float) -> str:
    """Whether an aim is met, in words."""
    return f"{shown(value)}, aim {shown(most)} or less: {'met' if value <= most else 'missed'}"
