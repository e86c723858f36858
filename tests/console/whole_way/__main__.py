"""``python -m tests.console.whole_way``: a family asks, a moderator corrects, the patch is trained, the bot is asked.

Everything runs in a copy of this tree, so nothing here changes. Training takes some minutes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.chat import ROOT
from tests.console.whole_way.house import apply, house
from tests.support.console_process import soon
from tests.support.rasa_process import MODEL, rasa

CHAT, SEEN_WITHIN = 7000009001, 2.0
LINE, MEANT = "does the humming doughnut machine tickle his sleepy marmalade", "tests.mri"


def _copied(target: Path) -> None:
    """The tree as it is, with the model and what training can use again."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target / name)
    for folder in ("models", ".rasa"):
        shutil.copytree(ROOT / folder, target / folder)


def _corrected(data: Path) -> str:
    """The patch a moderator exports after a family's question, which is told with the seconds it took."""
    with rasa(data) as url, house(data, url) as home:
        home.ask(CHAT, "hello")
        home.consent(CHAT)
        began = time.monotonic()
        home.ask(CHAT, LINE)
        _, turn = soon(lambda: home.moderator.turn(LINE), SEEN_WITHIN)
        print(f"in the console {time.monotonic() - began:.2f} s after it was asked", flush=True)
        return home.corrected(turn, LINE, MEANT)


def _topic(tree: Path) -> str:
    """The topic, or else the outcome, of what the model in ``tree`` answers to the line."""
    questions, answers = tree / "line.jsonl", tree / "answer.jsonl"
    questions.write_text(json.dumps({"id": "line", "turns": [LINE]}) + "\n", encoding="utf-8")
    command = ["-W", "ignore", "-m", "evaluation", "--processes", "1", "ask", str(questions), str(answers)]
    subprocess.run([sys.executable, *command], cwd=tree, check=True, capture_output=True)
    (reply,) = json.loads(answers.read_text(encoding="utf-8"))["replies"]
    return str(reply["topic"] or reply["outcome"])


def main() -> int:
    """Go the whole way; the exit status is 1 when the bot does not answer right in the end."""
    if not MODEL.exists():
        print("there is no model; run `make train`", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        tree, data = Path(folder) / "tree", Path(folder) / "data"
        data.mkdir()
        _copied(tree)
        print(f"before: {_topic(tree)}", flush=True)
        apply(_corrected(data), tree)
        print("the patch applies; training on it ...", flush=True)
        subprocess.run([sys.executable, "-W", "ignore", "-m", "nlu.train"], cwd=tree, check=True)
        after = _topic(tree)
    print(f"after: {after}; {MEANT} was meant")
    return 0 if after == MEANT else 1


if __name__ == "__main__":
    sys.exit(main())
