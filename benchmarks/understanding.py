"""Our understanding beside Rasa's default pipeline on the same questions.

``python -m benchmarks.understanding`` trains the default pipeline, for many minutes; ``make bench`` then asks it.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from sklearn.metrics import roc_auc_score

from benchmarks.page import Section, Table
from benchmarks.size import Size
from benchmarks.template import KEPT
from evaluation import heldout
from evaluation.assistant import MODEL, Assistant
from evaluation.score import per_turn
from nlu.train import QUIET, ROOT

DEFAULT = KEPT / "default.tar.gz"
_NOTE = DEFAULT.with_suffix(".json")
# What Rasa takes when a project names no pipeline; read by our importer, so that the data are the same.
_CONFIG = """recipe: default.v1
assistant_id: default
language: en
importers:
  - name: nlu.importer.QuestionsImporter
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
  - name: DIETClassifier
    epochs: 100
    constrain_similarities: true
  - name: EntitySynonymMapper
  - name: ResponseSelector
    epochs: 100
    constrain_similarities: true
  - name: FallbackClassifier
    threshold: 0.3
    ambiguity_threshold: 0.1
"""
_UNTRAINED = "The default pipeline is not trained: `.venv/bin/python -m benchmarks.understanding`."
_DATA = ("nlu/questions", "safety/must_hit")


@dataclass(frozen=True)
class Understood:
    """Shares from 0 to 1 of single questions with a topic; ``apart`` is how well confidence tells them from others."""

    first: float
    in_three: float
    apart: float
    ms: float


def train() -> int:
    """Train the default pipeline; the exit status. The log is beside the model."""
    KEPT.mkdir(parents=True, exist_ok=True)
    config, log = KEPT / "default.yml", KEPT / "default.log"
    config.write_text(_CONFIG, encoding="utf-8")
    out = ["--out", str(KEPT), "--fixed-model-name", DEFAULT.name.removesuffix(".tar.gz")]
    rasa = ["-m", "rasa", "train", "--config", str(config), "--domain", "domain.yml", "--skip-validation"]
    command = [sys.executable, "-W", "ignore", *rasa, "--data", *_DATA, *out]
    print(f"Training Rasa's default pipeline (many minutes; the log is {log}) ...", flush=True)
    began = time.monotonic()
    with log.open("wb") as said:
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, **QUIET}, stdout=said, stderr=said, check=False)
    if done.returncode:
        print(f"it could not be trained; the reason stands in {log}", file=sys.stderr)
        return 1
    _NOTE.write_text(json.dumps({"seconds": time.monotonic() - began}), encoding="utf-8")
    return 0


def measure(size: Size) -> Section:
    """Both pipelines on the held-out questions; ours alone when the other was not trained."""
    part = Section("Understanding beside Rasa's default pipeline")
    found = {"ours": asyncio.run(_understood(MODEL, size.heldout))}
    if DEFAULT.exists():
        found["Rasa's default pipeline"] = asyncio.run(_understood(DEFAULT, size.heldout))
    rows = [[name, 100 * one.first, 100 * one.in_three, one.apart, one.ms] for name, one in found.items()]
    part.parts = [
        "The model's intent for held-out questions of one message, by itself: nothing that the dialogue makes of it "
        "([evaluation.md](evaluation.md) has that). Apart: area under the curve of confidence, questions with a topic "
        "against those without.",
        Table(("pipeline", "right, %", "among three, %", "apart", "ms a question"), rows),
        _trained() if DEFAULT.exists() else _UNTRAINED,
    ]
    return part


def _trained() -> str:
    seconds = json.loads(_NOTE.read_text(encoding="utf-8"))["seconds"] if _NOTE.exists() else None
    took = f"took {seconds:.0f} s" if seconds else "was not timed"
    return f"Training the default pipeline, on the questions and the lines on safety without the follow-ups, {took}."


_loaded: dict[Path, Assistant] = {}


async def loaded(model: Path = MODEL) -> Assistant:
    """The assistant in this process, loaded once a run."""
    if model not in _loaded:
        _loaded[model] = await Assistant.load(model)
    return _loaded[model]


async def _understood(model: Path, most: int) -> Understood:
    assistant = await loaded(model)
    judged: list[tuple[bool, bool]] = []
    sure: list[tuple[float, bool]] = []
    times: list[float] = []
    for text, expected in _asked(most):
        began = time.perf_counter()
        parsed = await assistant.parse(text)
        times.append((time.perf_counter() - began) * 1000)
        ranking = [one for one in parsed.get("intent_ranking") or () if one["name"] != "nlu_fallback"]
        names = [str(one["name"]) for one in ranking]
        sure.append((float(ranking[0]["confidence"]) if ranking else 0.0, bool(expected)))
        if expected:
            judged.append((bool(names) and names[0] in expected, bool(set(names[:3]) & set(expected))))
    first, in_three = (sum(one[at] for one in judged) / max(len(judged), 1) for at in (0, 1))
    return Understood(first, in_three, _apart(sure), median(times))


def _asked(most: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Held-out questions of one message, with and without a topic, as many of each."""
    for name in ("topics", "others"):
        rows: list[dict[str, Any]] = [row for row in heldout.rows(name) if len(row["turns"]) == 1]
        for row in rows[: max(1, most // 2)]:
            yield row["turns"][0], per_turn(row["expected"], 1)[0]


def _apart(sure: Sequence[tuple[float, bool]]) -> float:
    kinds = [known for _, known in sure]
    return float(roc_auc_score(kinds, [confidence for confidence, _ in sure])) if len(set(kinds)) == 2 else 0.0


if __name__ == "__main__":
    sys.exit(train())
