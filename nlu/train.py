"""Train the model when none fits the present data: ``python -m nlu.train [--force]``."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from tqdm import tqdm

from nlu import domain

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "models" / "companion.tar.gz"
LOG = ROOT / "models" / "training.log"
_MARK = MODEL.with_suffix(".sha256")
_STEPS = {
    "PlainWords": "reading the questions",
    "SentenceVectorFeaturizer": "preparing the sentence encoder",
    "NgramFeaturizer": "learning the words",
    "QuestionClassifier": "learning questions and follow-ups",
    "SubjectExtractor": "learning the names",
    "SafetyReader": "learning what must not be missed",
    "RulePolicy": "learning the rules",
}
_COMMAND = (
    *("-m", "rasa_channel", "train", "--config", "config.yml", "--domain", "domain.yml"),
    *(
        "--data",
        "nlu/questions",
        "nlu/follow_ups",
        "safety/must_hit",
        "safety/must_not_hit",
        "nlu/rules.yml",
        "--out",
        "models",
        "--fixed-model-name",
        "companion",
        "--skip-validation",
    ),
)
# What a follow-up leads to is part of what the model learns from.
DIALOGUE = ("dialogue/followup.py", "dialogue/understand.py", "dialogue/cues.py")
# Another version of these may learn something else, or not read what was learned.
LIBRARIES = ("rasa", "numpy", "scikit-learn", "onnxruntime", "tokenizers", "symspellpy")
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}


class TrainingFailed(RuntimeError):
    """Rasa could not train; the message says where its log is."""


def _sources() -> Iterable[Path]:
    yield from (ROOT / name for name in ("config.yml", "domain.yml", *DIALOGUE))
    for folder, ending in (
        ("nlu", "*.py"),
        ("nlu", "*.yml"),
        ("nlu", "*.txt"),
        ("knowledge", "*.yml"),
        ("knowledge/topics", "*.yml"),
        ("safety", "*.txt"),
        ("nlu", "*.npz"),
    ):
        yield from sorted((ROOT / folder).rglob(ending) if folder != "knowledge" else (ROOT / folder).glob(ending))


def data_hash() -> str:
    """SHA-256, as hexadecimal digits, of everything the model is made from."""
    digest = hashlib.sha256(repr([(name, version(name)) for name in LIBRARIES]).encode())
    for path in _sources():
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def fits() -> bool:
    """Whether the model on disk was made from the present data."""
    return MODEL.exists() and _MARK.exists() and _MARK.read_text(encoding="utf-8") == data_hash()


def _follow(lines: Iterable[str], log: Path) -> Iterator[str]:
    """Write Rasa's output to ``log``, and give the steps it begins or skips."""
    with log.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(line)
            step = next((name for name in _STEPS if f"'{name}'" in line), None)
            if step and ("Starting to train" in line or "Restored" in line):
                yield step


def train() -> None:
    """Train and mark the model, with a progress bar. Raises TrainingFailed when Rasa stops with an error."""
    domain.main()
    MODEL.parent.mkdir(exist_ok=True)
    wanted = data_hash()
    process = subprocess.Popen(
        [sys.executable, *_COMMAND],
        cwd=ROOT,
        env={**os.environ, **QUIET},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with tqdm(total=len(_STEPS) + 1, desc="training: starting Rasa", bar_format="{desc:<45} {bar} {elapsed}") as bar:
        for step in _follow(process.stdout or [], LOG):
            bar.update()
            bar.set_description(f"training: {_STEPS[step]}")
        if process.wait() == 0:
            bar.update(len(_STEPS) + 1 - bar.n)
    if process.returncode:
        raise TrainingFailed(f"training failed; the reason stands in {LOG.relative_to(ROOT)}")
    _MARK.write_text(wanted, encoding="utf-8")


def _forced() -> bool:
    parser = argparse.ArgumentParser(prog="python -m nlu.train", description="train the model unless one fits")
    parser.add_argument("--force", action="store_true", help="train though the model fits")
    return bool(parser.parse_args().force)


def main() -> int:
    """Train unless the model fits (``--force`` trains anyway); the exit status is 1 when training failed."""
    if not _forced() and fits():
        print("The model fits the present data.")
        return 0
    started = time.monotonic()
    try:
        train()
    except TrainingFailed as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The model is trained ({time.monotonic() - started:.0f} s).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
