"""``python -m rasa_channel run|shell|train ...``: the same commands of ``rasa``, without TensorFlow.

The options are Rasa's own. Where messages are answered each is understood on one thread: two at once are then
understood on two cores, instead of each in turns on both.
"""

from __future__ import annotations

import os
import sys

from rasa_channel import absent

# Read by the libraries of linear algebra when numpy is imported: so before anything else.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_ANSWERING, _TRAINING = ("run", "shell"), "train"
_USAGE = "usage: python -m rasa_channel run|shell|train [options of the same command of `rasa`]"


def main(arguments: list[str]) -> int:
    """Serve or train; the exit status. Any other command needs the whole of Rasa: ``python -m rasa``."""
    if arguments[:1] not in [[command] for command in (*_ANSWERING, _TRAINING)]:
        print(_USAGE, file=sys.stderr)
        return 2
    prepare(threads=arguments[0] == _TRAINING)
    sys.argv = ["rasa", *arguments]
    from rasa.__main__ import main as rasa

    rasa()
    return 0


def prepare(*, threads: bool = False) -> None:
    """None of TensorFlow, and one thread for linear algebra unless ``threads``: before Rasa is imported."""
    if not threads:
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
    absent.leave_out()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
