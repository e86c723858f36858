"""The files of the deployment, read once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scripts.chat import ROOT

DEPLOY = ROOT / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
OURS = ("gateway", "rasa", "actions", "console")


@cache
def compose() -> dict[str, Any]:
    """``docker-compose.yml``, its variables as they stand."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return found


@cache
def manifests() -> tuple[dict[str, Any], ...]:
    """Every Kubernetes manifest that the kustomization names."""
    paths = [KUBERNETES / name for name in kustomization(KUBERNETES)["resources"] if name.endswith(".yml")]
    return tuple(each for path in paths for each in yaml.safe_load_all(path.read_text(encoding="utf-8")))


def kustomization(folder: Path) -> dict[str, Any]:
    """The kustomization of a folder."""
    found: dict[str, Any] = yaml.safe_load((folder / "kustomization.yml").read_text(encoding="utf-8"))
    return found


def of_kind(*kinds: str) -> list[dict[str, Any]]:
    """The manifests of these kinds."""
    return [each for each in manifests() if each["kind"] in kinds]


def asked_by_nginx() -> set[str]:
    """Every name the templates of nginx want filled in."""
    texts = [path.read_text(encoding="utf-8") for path in (DEPLOY / "nginx").glob("*.template")]
    return {name for text in texts for name in re.findall(r"\$\{(COMPANION_[A-Z_]+)\}", text)}
