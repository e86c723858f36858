"""``python -m rasa_channel run ...``: ``rasa run ...`` without TensorFlow, and on one thread a question.

The options are Rasa's own. Two messages at once are then understood on two cores, instead of each in turns on both.
"""

from __future__ import annotations

import os
import sys

from rasa_channel import absent

# Read by the libraries of linear algebra when numpy is imported: so before anything else.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_USAGE = "usage: python -m rasa_channel run [options of `rasa run`]"


def main(arguments: list[str]) -> int:
    """Serve until told to stop; the exit status. Anything but ``run`` needs the whole of Rasa: ``python -m rasa``."""
    if arguments[:1] != ["run"]:
        print(_USAGE, file=sys.stderr)
        return 2
    prepare()
    sys.argv = ["rasa", *arguments]
    from rasa.__main__ import main as rasa

    rasa()
    return 0


def prepare() -> None:
    """One thread for the libraries of linear algebra, none of TensorFlow: before Rasa is imported."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    absent.leave_out()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
