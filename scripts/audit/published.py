"""What is published of the locked packages today: ``uv audit`` asks osv.dev, where the network lets it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from scripts.audit import advisories

UV = Path(".tools/bin/uv")
_AWAY = ("dns error", "error sending request", "Connect", "timed out", "timeout")


class NotAsked(RuntimeError):
    """Nobody could be asked; the message is one line."""


def faults(root: Path) -> list[str]:
    """The advisories our list does not judge, as uv tells them. Raises NotAsked."""
    ignored = [word for one in advisories.read(root) for word in ("--ignore", one.advisory)]
    command = [str(root / UV), "audit", "--frozen", "--preview-features", "audit", *ignored]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=180)
    except (OSError, subprocess.TimeoutExpired):
        raise NotAsked("uv could not be asked for published advisories; run `make setup` and try again") from None
    if done.returncode == 0:
        return []
    if any(sign in done.stderr for sign in _AWAY):
        raise NotAsked("published advisories were not asked for: osv.dev cannot be reached from here")
    if "unrecognized subcommand" in done.stderr or not done.stdout.strip():
        raise NotAsked("published advisories were not asked for: this uv has no `audit`; update it with pip in .tools")
    return [*done.stdout.strip().splitlines(), f"judge what is new in {advisories.LIST}, or upgrade"]
