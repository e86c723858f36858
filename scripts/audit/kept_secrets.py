"""Secrets that were committed: detect-secrets over the tree, less what ``.secrets.baseline`` knows to be none."""

from __future__ import annotations

import subprocess
from pathlib import Path

from detect_secrets.core import baseline
from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import transient_settings

BASELINE = ".secrets.baseline"


def faults(root: Path) -> list[str]:
    """One line for each thing that looks like a secret and is not in the baseline. Raises RuntimeError, in one line."""
    known = baseline.load_from_file(str(root / BASELINE))
    with transient_settings({name: known[name] for name in ("plugins_used", "filters_used")}):
        found = list(_scanned(root))
    none = {_mark(*one) for one in SecretsCollection.load_from_baseline(known)}
    return sorted(
        f"{file}:{secret.line_number}: looks like a secret ({secret.type}). Take it out and change it where it is used;"
        f" one that is none is kept by `make audit-accept`"
        for file, secret in found
        if _mark(file, secret) not in none
    )


def _mark(file: str, secret: PotentialSecret) -> tuple[str, str, str]:
    return file, secret.type, secret.secret_hash


def _scanned(root: Path) -> SecretsCollection:
    found = SecretsCollection(str(root))
    try:
        found.scan_files(*_tracked(root))
    except ValueError as error:
        raise RuntimeError(
            f"detect-secrets cannot read a file ({error}); name it in the filters of {BASELINE}"
        ) from None
    return found


def _tracked(root: Path) -> list[str]:
    """The files git knows; what it does not know is never pushed."""
    try:
        command = ["git", "-C", str(root), "ls-files", "-z"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise RuntimeError("the secrets scan needs git and a checkout; install git") from None
    return [name for name in listed.split("\0") if name and name != BASELINE and (root / name).is_file()]
