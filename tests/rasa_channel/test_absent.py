"""Rasa without TensorFlow: its modules can be imported, and what needs it after all says so."""

import importlib
import subprocess
import sys

import pytest

from rasa_channel import absent
from rasa_channel.absent import Absent, TensorFlowNeeded

NAME = "a_library_left_out"


@pytest.fixture
def left_out(monkeypatch):
    monkeypatch.setattr(absent, "NAMES", (NAME,))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(Absent, "used_up", False)
    absent.leave_out()
    yield importlib.import_module(NAME)
    for module in [name for name in sys.modules if name.startswith(NAME)]:
        del sys.modules[module]


def test_modules_that_use_it_can_be_imported(left_out):
    layers = importlib.import_module(f"{NAME}.keras.layers")

    class Layer(layers.Layer):
        @left_out.function()
        def call(self, given: left_out.Tensor | None) -> int:
            return 7

    assert Layer().call(None) == 7
    assert isinstance(left_out.__version__, str)


def test_what_needs_it_while_rasa_serves_says_how_to_start(left_out, monkeypatch):
    monkeypatch.setattr(Absent, "used_up", True)
    with pytest.raises(TensorFlowNeeded, match="start `python -m rasa` instead"):
        left_out.keras.Model()


def test_what_needs_the_whole_of_rasa_is_not_offered():
    asked = subprocess.run(
        [sys.executable, "-m", "rasa_channel", "test"], capture_output=True, text=True, check=False, timeout=60
    )
    assert asked.returncode == 2
    assert asked.stderr.splitlines() == [
        "usage: python -m rasa_channel run|shell|train [options of the same command of `rasa`]"
    ]
