"""How far two people agree beyond what chance would give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from console.models.reviews import Verdict
from console.reviews.verdicts import FIRST, SECOND

Pair = tuple[str, str]
# Landis and Koch (1977), the usual words for it.
_WORDS = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"), (0.0, "slight"))


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa, from -1 to 1; None without pairs, or when both always said the same one thing."""
    if not pairs:
        return None
    total = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / total
    chance = sum(first[word] * second[word] for word in first) / total**2
    return None if chance == 1 else (seen - chance) / (1 - chance)


def in_words(value: float | None) -> str:
    """What a kappa is usually called."""
    if value is None:
        return "too few to tell"
    return next((word for least, word in _WORDS if value >= least), "worse than chance")


def pairs() -> list[Pair]:
    """First and second verdict of every turn that has both."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    rows = Verdict.objects.filter(
        round__in=(FIRST, SECOND), turn__in=Verdict.objects.filter(round=SECOND).values("turn")
    )
    for turn, round_, judgement in rows.values_list("turn_id", "round", "judgement"):
        found[turn][round_] = judgement
    return [(both[FIRST], both[SECOND]) for both in found.values() if len(both) == 2]
