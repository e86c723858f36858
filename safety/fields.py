"""YAML read with its shape checked, so that a slip in a rule file is named and not stumbled over."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from safety.finding import RuleError

HERE = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache
def table(path: Path) -> dict[str, Any]:
    """The mapping a file holds."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # nosec B506  # a safe loader, C if there
    except yaml.YAMLError as error:
        raise RuleError(f"{path.name} is not YAML: {error}") from error
    if not isinstance(found, dict):
        raise RuleError(f"{path.name} must be a mapping")
    return found


def texts(raw: Any, what: str) -> list[str]:
    """A list of texts, or one text."""
    found = [raw] if isinstance(raw, str) else raw
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise RuleError(f"{what} must be texts; put quotes round numbers, yes, no, on and off")
    return found


def words(raw: Any, what: str) -> list[str]:
    """The words of a text, split at spaces."""
    return [word for text in texts(raw, what) for word in text.split()]
