"""What a gateway imports and reads at start, done once in the process the gateways of the tests are forked from."""

from __future__ import annotations

import warnings

from bot.__main__ import screen, warm

warnings.simplefilter("ignore")  # as PYTHONWARNINGS=ignore does for a process of its own
warm()
screen("", None)
