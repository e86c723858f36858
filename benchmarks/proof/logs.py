"""What went wrong, by what the processes say of themselves."""

from __future__ import annotations

import re

from tests.support.services import Topology

_BAD = re.compile(r" (ERROR|CRITICAL) |^Traceback", re.MULTILINE)
# What is delivered; whether a part is up is asked by GET, from before it has started.
_REFUSED = re.compile(r" POST (5\d\d) \d+\.\d+ to ")


def faults(house: Topology) -> dict[str, int]:
    """Lines of errors by part, and deliveries nginx answered with a status from 500; only parts that have some."""
    counts = {service.name: len(_BAD.findall(service.said())) for service in house}
    access = house.house.folder / "nginx" / "access.log"
    counts["nginx"] += len(_REFUSED.findall(access.read_text(encoding="utf-8")))
    return {name: count for name, count in counts.items() if count}
