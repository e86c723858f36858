"""The numbers of the report as Markdown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from evaluation.curve import Point
from evaluation.measure import TOPIC, Measured
from evaluation.score import Judged, Verdict, shares

_MOST_CONFUSIONS = 40
_OTHERS = ("not_covered", "other_disease", "out_of_scope", "small_talk")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def percent(share: float) -> str:
    """A share as a percentage with one decimal."""
    return f"{100 * share:.1f} %"


def _verdicts(name: str, judged: Sequence[Judged]) -> list[object]:
    found = shares(judged)
    return [name, len(judged), *(percent(found[v]) for v in Verdict)]


def overall(measured: Measured) -> str:
    """Right, offered, wrong and declined for questions on topics, and for later turns."""
    rows = [_verdicts("questions on our topics", measured.kind(TOPIC))]
    rows.append(_verdicts("later turns of conversations", measured.later_turns()))
    return table(["what was asked", "number", *(v.value for v in Verdict)], rows)


def others(measured: Measured) -> str:
    """How often a question we have no topic for was answered as if we had one."""
    rows = []
    for kind in _OTHERS:
        judged = measured.kind(kind)
        answered = shares(judged)[Verdict.WRONG]
        outcomes = Counter(j.reply["outcome"] for j in judged).most_common()
        rows.append([kind, len(judged), percent(answered), ", ".join(f"{name} {n}" for name, n in outcomes)])
    return table(["kind", "number", "answered as if ours", "outcomes"], rows)


def per_topic(measured: Measured) -> str:
    """The verdicts of each topic, the weakest first."""
    by_topic: dict[str, list[Judged]] = defaultdict(list)
    for judged in measured.kind(TOPIC):
        by_topic[judged.expected[0]].append(judged)
    rows = [_verdicts(topic, judged) for topic, judged in by_topic.items()]
    rows.sort(key=lambda row: (float(str(row[2]).split()[0]), str(row[0])))
    return table(["topic", "number", *(v.value for v in Verdict)], rows)


def confusions(measured: Measured) -> str:
    """Which topic was given for which, most often first. The questions themselves stay in their files."""
    wrong = [j for j in measured.judged if j.verdict is Verdict.WRONG and j.expected and j.kind == TOPIC]
    counts = Counter((j.expected[0], j.reply["topic"]) for j in wrong)
    rows = [(expected, given, number) for (expected, given), number in counts.most_common(_MOST_CONFUSIONS)]
    return table(["expected", "given", "times"], rows)


def thresholds(points: Sequence[Point]) -> str:
    """The confidence curve in numbers."""
    rows = [(f"{p.threshold:.2f}", percent(p.right), percent(p.wrong), percent(p.others)) for p in points]
    return table(["answer from", "right", "wrong", "others answered"], rows)
