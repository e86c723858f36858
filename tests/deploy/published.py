"""The schemas Kubernetes publishes, from the package kubernetes-validate, whose own reader takes seconds a manifest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator

VERSION = "v1.27.0"
_REFERENCE = re.compile(r'"\$ref": "#/definitions/([^"]+)"')


@cache
def _definitions() -> dict[str, Any]:
    folder = files("kubernetes_validate") / "kubernetes-json-schema" / f"{VERSION}-local-strict"
    found: dict[str, Any] = json.loads((folder / "_definitions.json").read_text(encoding="utf-8"))["definitions"]
    return found


def faults(manifest: Mapping[str, Any]) -> list[str]:
    """What is wrong with a manifest, each with its place; unknown fields are wrong. KeyError for an unknown kind."""
    group, _, version = str(manifest["apiVersion"]).rpartition("/")
    kind = _kinds()[group, version, str(manifest["kind"])]
    schema = {"$ref": f"#/definitions/{kind}", "definitions": _reached(kind)}
    found = Draft7Validator(schema).iter_errors(manifest)
    return [f"{'.'.join(str(step) for step in fault.path)}: {fault.message}" for fault in found]


@cache
def _kinds() -> dict[tuple[str, str, str], str]:
    """The names of definitions by group, version and kind."""
    marked = ((name, each) for name, each in _definitions().items() if "x-kubernetes-group-version-kind" in each)
    return {
        (mark["group"], mark["version"], mark["kind"]): name
        for name, each in marked
        for mark in each["x-kubernetes-group-version-kind"]
    }


def _reached(kind: str) -> dict[str, Any]:
    """The definitions a kind leads to: with all of them each look-up takes a second."""
    reached: dict[str, Any] = {}
    waiting = [kind]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = _definitions()[name]
            waiting += _REFERENCE.findall(json.dumps(reached[name]))
    return reached
