"""Read YAML so that every text knows the line it stands on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from knowledge.finding import ContentError, Finding


class Text(str):
    """A string from a YAML file; ``line`` counts from 1."""

    line: int = 1


class _Loader(yaml.SafeLoader):
    """SafeLoader that marks strings with their line and refuses a key given twice."""


def _text(loader: _Loader, node: yaml.ScalarNode) -> Text:
    text = Text(loader.construct_scalar(node))
    text.line = node.start_mark.line + 1
    return text


def _date(loader: _Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        problem = f"`{node.value}` is no date of the calendar"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from None


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
        if key.value in seen:
            raise yaml.MarkedYAMLError(problem=f"`{key.value}` is given twice", problem_mark=key.start_mark)
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:str", _text)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _date)


def load(path: Path, name: str) -> Any:
    """Parse the file at ``path``; ``name`` is how findings call it.

    Raises ContentError, naming the line, when it is missing or not YAML.
    """
    try:
        return _Loader(path.read_text(encoding="utf-8")).get_single_data()
    except FileNotFoundError:
        raise ContentError([Finding(name, 1, "the file is missing", "restore it from the repository")]) from None
    except UnicodeDecodeError:
        raise ContentError([Finding(name, 1, "the file is not text in UTF-8", "save it as UTF-8")]) from None
    except OSError as error:
        fault = f"the file cannot be read: {error.strerror}"
        raise ContentError([Finding(name, 1, fault, "make it a file you may read")]) from None
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        fault = f"not readable as YAML: {getattr(error, 'problem', None) or str(error).splitlines()[0]}"
        raise ContentError([Finding(name, mark.line + 1 if mark else 1, fault, "mend the line")]) from None


def line_of(value: Any, otherwise: int = 1) -> int:
    """The line ``value`` stands on: its own, or that of the first text inside it."""
    if isinstance(value, Text):
        return value.line
    inside = [*value.keys(), *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return next((line for line in (line_of(item, 0) for item in inside) if line), otherwise)
