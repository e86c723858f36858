"""Who runs the servers that are not ours: each its own user, as in its image, for PostgreSQL will not run as root."""

from __future__ import annotations

import os
import pwd
import shutil
from pathlib import Path


def own_user(name: str) -> str | None:
    """``name`` where we are root and there is one; None where we stay who we are."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(name).pw_name
    except KeyError:
        return None


def hand_over(path: Path, user: str | None) -> Path:
    """Let ``user`` write to ``path``, a folder that is made, or a file."""
    if not path.exists():
        path.mkdir(mode=0o755)
    if user:
        shutil.chown(path, user, pwd.getpwnam(user).pw_gid)
    return path
