"""The report's pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import pyplot as plt

from evaluation.curve import Point
from evaluation.measure import TOPIC, Measured
from evaluation.score import Verdict, shares

_COLOURS = {
    Verdict.RIGHT: "#2a7f62",
    Verdict.OFFERED: "#8fc1a9",
    Verdict.WRONG: "#b3412e",
    Verdict.DECLINED: "#c9c5ba",
}


def confidence(points: Sequence[Point], chosen: float, target: Path) -> None:
    """Right and wrong answers against the threshold, with the one chosen marked."""
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    x = [p.threshold for p in points]
    axes.plot(x, [100 * p.right for p in points], color=_COLOURS[Verdict.RIGHT], label="answered right")
    axes.plot(x, [100 * p.wrong for p in points], color=_COLOURS[Verdict.WRONG], label="answered wrong")
    others = [100 * p.others for p in points]
    axes.plot(x, others, color="#555555", linestyle=":", label="other questions answered")
    axes.axvline(chosen, color="#999999", linewidth=1)
    axes.annotate(f"chosen: {chosen:.2f}", (chosen, 50), xytext=(5, 0), textcoords="offset points")
    axes.set(xlabel="answer from this confidence", ylabel="% of questions", xlim=(0, 0.95), ylim=(0, 100))
    axes.legend(loc="center left", bbox_to_anchor=(0.02, 0.3), frameon=False)
    figure.savefig(target, dpi=120)
    plt.close(figure)


def groups(measured: Measured, target: Path) -> None:
    """Verdicts by group of topics, as stacked bars."""
    names = sorted({j.expected[0].partition(".")[0] for j in measured.kind(TOPIC)}, reverse=True)
    figure, axes = plt.subplots(figsize=(7, 0.32 * len(names) + 1.2), layout="constrained")
    for at, name in enumerate(names):
        found, left = shares([j for j in measured.kind(TOPIC) if j.expected[0].partition(".")[0] == name]), 0.0
        for verdict in Verdict:
            width = 100 * found[verdict]
            axes.barh(at, width, left=left, color=_COLOURS[verdict], label=verdict.value if at == 0 else None)
            left += width
    axes.set(yticks=range(len(names)), yticklabels=names, xlabel="% of held-out questions", xlim=(0, 100))
    axes.legend(ncol=4, loc="lower center", bbox_to_anchor=(0.5, 1.0), frameon=False)
    figure.savefig(target, dpi=120)
    plt.close(figure)
