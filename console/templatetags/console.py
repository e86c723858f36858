"""Words of the console's templates."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from console.icons import ICONS
from console.models.reviews import Judgement
from console.queue.choices import OUTCOMES, topics
from console.queue.levels import LEVELS

register = template.Library()
_TONES = {
    "emergency": "danger",
    "self_harm": "danger",
    "distress": "care",
    "outlook": "care",
    "ask_doctor": "care",
    "answered": "good",
    "unavailable": "warn",
    "not_covered": "warn",
    "clarify": "warn",
}
_STEPS = ((86_400 * 2, 86_400, "d"), (3600, 3600, "h"), (60, 60, "min"))
_VERDICT_TONES = {"good": "good", "missed_red_flag": "danger", "false_alarm": "danger"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture beside words that say the same, so nothing is read out for it."""
    return mark_safe(  # nosec B308 B703  # our own, never what was typed
        f'<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">{ICONS[name]}</svg>'
    )


@register.filter
def outcome(name: str) -> str:
    """An outcome in words."""
    return OUTCOMES.get(name, name)


@register.filter
def tone(name: str) -> str:
    """The colour of an outcome."""
    return _TONES.get(name, "calm")


@register.filter
def verdict_tone(name: str) -> str:
    """The colour of a verdict."""
    return _VERDICT_TONES.get(name, "warn")


@register.filter
def verdict(name: str | None) -> str:
    """A verdict in words."""
    return str(Judgement(name).label) if name in Judgement.values else ""


@register.filter
def level(number: int) -> str:
    """A level of the queue in words."""
    return LEVELS.get(number, "")


@register.filter
def topic(name: str | None) -> str:
    """A topic's title."""
    return topics().get(name or "", name or "")


@register.filter
def ago(when: datetime.datetime) -> str:
    """How long ago, short: ``3 h``."""
    seconds = max(0.0, (timezone.now() - when).total_seconds())
    return next((f"{int(seconds // unit)} {word}" for least, unit, word in _STEPS if seconds >= least), "now")


@register.filter
def percent(share: float | None) -> str:
    """A share as a whole percentage."""
    return "" if share is None else f"{100 * share:.0f} %"


@register.filter
def width(share: float | None, whole: float = 100) -> str:
    """A share as a length in a picture, with a point whatever the language."""
    return f"{min(1.0, max(0.0, share or 0.0)) * whole:.1f}"


@register.filter
def start(text: str, length: int) -> str:
    """The beginning of a text."""
    return text[:length]


@register.filter
def rest(text: str, length: int) -> str:
    """What ``start`` leaves out."""
    return text[length:]


@register.filter
def among(value: Any, container: Any) -> bool:
    """Whether a value is one of several."""
    return value in (container or ())


@register.filter
def at(container: dict[Any, Any], key: Any) -> Any:
    """What stands under a key."""
    return container.get(key, "")


@register.filter
def words(text: str) -> list[str]:
    """A text split at its spaces."""
    return text.split()


@register.filter
def total(numbers: Any) -> int:
    """A sum."""
    return sum(numbers)


@register.filter
def states(text: str) -> list[list[str]]:
    """``state:Name:level`` for each, names with spaces."""
    found = re.findall(r"(\w+):([\w ]+):(\d)", text)
    return [[state, name, number] for state, name, number in found]


@register.filter
def share(number: int, whole: int) -> float:
    """A part of a whole, 0 to 1."""
    return number / whole if whole else 0.0
