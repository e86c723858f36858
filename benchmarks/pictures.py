"""The report's pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import pyplot as plt

_COLOURS = ("#2a7f62", "#8fc1a9", "#b3412e", "#c9a227", "#555555")
Points = Sequence[tuple[float, float]]


def lines(of: Mapping[str, Points], names: tuple[str, str], target: Path) -> Path:
    """A line for each name, along a logarithmic axis; the file."""
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    for (name, points), colour in zip(of.items(), _COLOURS * len(of), strict=False):
        axes.plot(*zip(*points, strict=True), marker="o", color=colour, label=name.replace("`", ""))
    at = sorted({x for points in of.values() for x, _ in points})
    axes.set_xscale("log")
    axes.set_xticks(at, [f"{x:,.0f}" for x in at])
    axes.minorticks_off()
    axes.set(xlabel=names[0], ylabel=names[1])
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False, fontsize="small")
    return _saved(figure, target)


def bars(of: Mapping[str, float], name: str, target: Path) -> Path:
    """A bar for each name, the longest on top; the file."""
    ordered = sorted(of.items(), key=lambda one: one[1])
    figure, axes = plt.subplots(figsize=(7, 0.35 * len(ordered) + 1), layout="constrained")
    drawn = axes.barh([label for label, _ in ordered], [value for _, value in ordered], color=_COLOURS[0])
    axes.bar_label(drawn, fmt="%.0f", padding=3)
    axes.set(xlabel=name)
    return _saved(figure, target)


def _saved(figure: plt.Figure, target: Path) -> Path:
    figure.savefig(target, dpi=120)
    plt.close(figure)
    return target
