"""Stands in for TensorFlow, which Rasa imports and our pipeline never uses: 370 MB and seconds of every start."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

NAMES = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")
_VERSION = "2.12.0"  # some look at it on import


class TensorFlowNeeded(RuntimeError):
    """Something of the pipeline uses TensorFlow after all; the message says how to start Rasa with it."""


def _refuse(name: str) -> AttributeError | None:
    """What Python itself asks for by names such as ``__path__`` is not there."""
    return AttributeError(name) if name.startswith("__") else None


class _Kind(type):
    """The kind of ``Absent``: every name in it is ``Absent`` again, and so is every union with it."""

    def __getattr__(cls, name: str) -> type[Absent]:
        if fault := _refuse(name):
            raise fault
        return Absent

    def __or__(cls, other: object) -> Any:
        return cls

    def __ror__(cls, other: object) -> Any:
        return cls


class Absent(metaclass=_Kind):
    """May be subclassed, called and asked for anything while modules are imported; afterwards it may not be called."""

    used_up = False

    def __init__(self, *_: Any, **__: Any) -> None:
        """Raises TensorFlowNeeded once Rasa serves."""
        if Absent.used_up:
            raise TensorFlowNeeded(
                "this pipeline needs TensorFlow, which `python -m rasa_channel` leaves out; "
                "start `python -m rasa` instead"
            )

    def __class_getitem__(cls, _item: object) -> type[Absent]:
        return cls

    def __call__(self, *given: Any, **_: Any) -> Any:
        """As a decorator it gives back what it decorates."""
        return given[0] if given else Absent()

    def __getattr__(self, name: str) -> Absent:
        if fault := _refuse(name):
            raise fault
        return Absent()


class _Module(ModuleType):
    __version__ = _VERSION

    def __getattr__(self, name: str) -> type[Absent]:
        if fault := _refuse(name):
            raise fault
        return Absent


class _Finder(MetaPathFinder, Loader):
    """Finds the absent packages, and every module below them."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in NAMES else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run; below the package there is more of the same."""
        module.__path__ = []


def leave_out() -> None:
    """Let every later import of TensorFlow find nothing but names. It must not have been imported yet."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
