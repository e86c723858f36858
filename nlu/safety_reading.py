"""The learned reading of what must not be missed: how likely each category is, piece by piece of a message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from nlu.neighbours import Neighbours
from nlu.regression import SingleRegression
from nlu.stored import load_regression, save_regression

Matrix = npt.NDArray[np.float32]
HARMLESS = "harmless"
DANGER = SELF_HARM, EMERGENCY = ("self_harm", "emergency")
MILDER = ASK_DOCTOR, OUTLOOK, DISTRESS = ("ask_doctor", "outlook", "distress")
_FILE = "safety.npz"
_ROUNDS, _SENTENCE_VECTOR = 60, 384
_NEAREST, _SHARPNESS = 10, 20.0
_HARD, _EASY = 12_000, 4_000  # harmless lines among the nearest: those hardest to tell from an alarm, and some others
_FAR, _BY_ITSELF = 1.5, 0.6
_LIKE = {EMERGENCY: (ASK_DOCTOR,), SELF_HARM: (DISTRESS, OUTLOOK)}
_SENTENCE = re.compile(r"(?<=[.?!;…])\s+|\n+")
_FEWEST, _LONG, _STRIDE, _MOST_PIECES = 3, 18, 9, 8


def pieces(text: str) -> list[str]:
    """The sentences of a message, and stretches of a long one: a flag in the middle must not drown.

    None when the message is but one short piece; at most eight, those at the end kept.
    """
    found: list[str] = []
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        starts = range(0, max(len(words) - _LONG, 0) + 1, _STRIDE) if len(words) > _LONG + _FEWEST else range(1)
        found += [" ".join(words[at : at + _LONG + _STRIDE]) for at in starts if len(words) - at >= _FEWEST]
    return found[-_MOST_PIECES:] if len(found) > 1 else []


class SafetyReading:
    """A regression and the nearest lines, half and half, over the features of a text; ``kinds`` names the columns.

    The regression knows what alarms on the whole, the nearest lines how it was put before:
    together they catch more, and cry wolf less, than either (docs/decisions/safety.md).
    """

    def __init__(self, regression: LogisticRegression, nearest: Neighbours) -> None:
        """Use :meth:`fit` or :meth:`load`."""
        self._regression, self._nearest = regression, nearest
        self.kinds: list[str] = [str(kind) for kind in regression.classes_]

    @classmethod
    def fit(cls, vectors: Matrix, kinds: Sequence[str]) -> SafetyReading:
        """Learn from ``vectors``, shape (lines, features), and what each line is."""
        regression = SingleRegression(max_iter=_ROUNDS).fit(vectors, list(kinds))
        places = {kind: at for at, kind in enumerate(regression.classes_)}
        kept = _telling(regression, vectors, kinds)
        classes = [places[kinds[at]] for at in kept]
        return cls(regression, Neighbours(_leading(vectors[kept]), classes, count=_NEAREST, sharpness=_SHARPNESS))

    def likely(self, vectors: Matrix) -> list[dict[str, float]]:
        """The probability of each kind for each text, ``vectors`` of shape (texts, features)."""
        learned = self._regression.predict_proba(vectors)
        shares = (learned + self._nearest.vote(_leading(vectors), len(self.kinds))) / 2
        return [dict(zip(self.kinds, map(float, row), strict=True)) for row in shares]

    def save(self, folder: Path) -> None:
        """Store what was learned."""
        save_regression(self._regression, folder / _FILE)
        self._nearest.save(folder)

    @classmethod
    def load(cls, folder: Path) -> SafetyReading | None:
        """What ``save`` stored; None when there was nothing to learn from."""
        file = folder / _FILE
        if not file.exists():
            return None
        return cls(load_regression(file), Neighbours.load(folder))


def _telling(regression: LogisticRegression, vectors: Matrix, kinds: Sequence[str]) -> npt.NDArray[np.intp]:
    """The places of the alarms, and of the harmless lines worth comparing with."""
    harmless = np.array([at for at, kind in enumerate(kinds) if kind == HARMLESS], np.intp)
    alarms = np.array([at for at, kind in enumerate(kinds) if kind != HARMLESS], np.intp)
    if len(harmless) <= _HARD + _EASY:
        return np.concatenate([alarms, harmless])
    likely = regression.predict_proba(vectors[harmless])[:, list(regression.classes_).index(HARMLESS)]
    ordered = harmless[np.argsort(likely, kind="stable")]
    easy = np.random.default_rng(0).choice(ordered[_HARD:], _EASY, replace=False)
    return np.concatenate([alarms, ordered[:_HARD], easy])


def _leading(vectors: Matrix) -> Matrix:
    return vectors[:, :_SENTENCE_VECTOR]


@dataclass(frozen=True)
class Enough:
    """From which probability a reading counts.

    ``danger``: self-harm and emergency together; ``chat``: the same for plain small talk;
    ``piece``: either, in a piece of a longer message; ``milder``: one of the others;
    ``together``: all of these; ``uncovered``: a question for the doctor when the message is a
    medical question that we have no source for; ``beside``: one of the others then; ``rule``:
    all categories together, for a rule of the milder ones to stand; ``other``: self-harm, to
    overrule a rule that says emergency.
    """

    danger: float = 0.2
    chat: float = 0.6
    piece: float = 0.97
    milder: float = 0.25
    together: float = 0.35
    uncovered: float = 0.25
    beside: float = 0.5
    rule: float = 0.1
    other: float = 0.8


@dataclass(frozen=True)
class Readings:
    """What is known of one message: its whole, its pieces, the rules' category, and what it otherwise is.

    ``uncovered``: a medical question without a source; ``chat``: small talk beyond doubt;
    ``follows``: plainly a follow-up of the last answer, where "the end" and "the last one"
    mean something else, and self-harm has to be as likely as in small talk.
    """

    whole: Mapping[str, float]
    pieces: Sequence[Mapping[str, float]] = ()
    ruled: str | None = None
    uncovered: bool = False
    chat: bool = False
    follows: bool = False


def decide(found: Readings, enough: Enough) -> str | None:
    """The category a message belongs to; None for an ordinary one.

    A rule for self-harm or an emergency is never taken back: a learned reading can only put
    self-harm in place of an emergency.
    """
    whole = found.whole
    if found.ruled in DANGER:
        return SELF_HARM if whole.get(SELF_HARM, 0.0) >= enough.other else found.ruled
    if _in_danger(found, enough):
        return max(DANGER, key=lambda kind: whole.get(kind, 0.0))
    loudest = max(((piece.get(kind, 0.0), kind) for piece in found.pieces for kind in DANGER), default=(0.0, ""))
    if loudest[0] >= enough.piece:
        return loudest[1]
    return _milder(found, enough)


def _in_danger(found: Readings, enough: Enough) -> bool:
    """Whether self-harm or an emergency is likely enough, and nothing calmer that is like it far likelier."""
    likely = {kind: found.whole.get(kind, 0.0) for kind in DANGER}
    danger, louder = sum(likely.values()), max(DANGER, key=lambda kind: likely[kind])
    calmer = any(found.whole.get(kind, 0.0) >= _FAR * danger for kind in _LIKE[louder])
    harder = found.chat or (found.follows and louder == SELF_HARM)
    return danger >= (enough.chat if harder else enough.danger) and not calmer


def _milder(found: Readings, enough: Enough) -> str | None:
    whole = found.whole
    likely = [whole.get(kind, 0.0) for kind in MILDER]
    sure = max(likely) >= enough.milder or sum(likely) >= enough.together
    if found.uncovered:
        sure = max(likely) >= enough.beside
    learned = [kind for kind in MILDER if sure and whole.get(kind, 0.0) >= enough.danger]
    asks = found.uncovered and whole.get(ASK_DOCTOR, 0.0) >= enough.uncovered
    stands = found.ruled is not None and (
        not whole or sum(whole.get(k, 0.0) for k in (*DANGER, *MILDER)) >= enough.rule
    )
    known = {*learned, *([ASK_DOCTOR] if asks else []), *([found.ruled] if stands else [])}
    if known and any(piece.get(ASK_DOCTOR, 0.0) >= _BY_ITSELF for piece in found.pieces):
        return ASK_DOCTOR  # one of its sentences asks what to do
    return next((kind for kind in MILDER if kind in known), None)
