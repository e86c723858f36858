"""A queue narrowed: read from an address, put into a query, and back into an address."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet

from console import kept
from console.models.kept import Turn, Word
from console.models.people import Person
from console.models.reviews import State, Tag
from console.queue.fields import EXCLUDABLE, FIELDS, NotUnderstood, read

_PLAIN = ("outcome", "topic", "intent", "channel", "language", "feedback", "safety")
_DEFAULTS = {"state": "open", "order": "safety"}  # as good as not chosen
DAY = 86_400
SEARCHED = 5000  # the newest turns with the words: a word of every third turn must not cost a walk of the table


@dataclass(frozen=True)
class Filters:
    """``values`` by field; ``excluded`` names fields turned round; ``faults`` are lines for what was not understood."""

    values: Mapping[str, Any] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()

    @classmethod
    def of(cls, query: Mapping[str, str], excluded: list[str]) -> Filters:
        """From the query of an address; what means nothing is left out, and told."""
        values: dict[str, Any] = {}
        faults: list[str] = []
        for name in FIELDS:
            given = query.get(name, "")
            if not given.strip("\x00 \t\r\n") or _DEFAULTS.get(name) == given:
                continue
            try:
                values[name] = read(name, given)
            except NotUnderstood as fault:
                faults.append(f"The filter “{name}” {fault}, and was left out.")
        return cls(values, frozenset(excluded) & set(EXCLUDABLE) & set(values), tuple(faults))

    @property
    def state(self) -> str:
        """Not yet reviewed, unless said otherwise."""
        return str(self.values.get("state", "open"))

    @property
    def narrowed(self) -> int:
        """How many of the filters behind "More filters" are set."""
        return len(set(self.values) - {"state", "level", "words", "assigned"})

    @property
    def few(self) -> bool:
        """Whether so few turns can fit that they are all looked at, whatever their level."""
        return "words" in self.values and "words" not in self.excluded

    def query(self, **changed: str | None) -> str:
        """The address's query with some fields changed, or dropped by None."""
        values = {name: str(value) for name, value in self.values.items()} | changed
        pairs = [(name, value) for name, value in values.items() if value is not None]
        kept_out = sorted(name for name in self.excluded if values.get(name) is not None)
        return urlencode([*pairs, *(("not", name) for name in kept_out)])

    def apply(self, turns: QuerySet[Turn], person: Person) -> QuerySet[Turn]:
        """Only the turns that fit."""
        for condition in self._conditions(person):
            turns = turns.filter(condition)
        return turns

    def _conditions(self, person: Person) -> list[Q]:
        values = self.values
        found = [self._turned(name, Q(**{name: values[name]})) for name in _PLAIN if name in values]
        found += _of_time(values) + _of_confidence(values) + _of_work(values, person)
        if "level" in values:
            found.append(Q(urgency=int(values["level"])))
        if self.state != "all":
            done = Q(Exists(State.objects.filter(turn=OuterRef("pk"), reviewed__isnull=False)))
            found.append(done if self.state == "reviewed" else ~done)
        if "verdict" in values:
            judged = State.objects.filter(turn=OuterRef("pk"), verdict=values["verdict"])
            found.append(self._turned("verdict", Q(Exists(judged))))
        if "tag" in values:
            found.append(self._turned("tag", Q(Exists(Tag.objects.filter(turn=OuterRef("pk"), name=values["tag"])))))
        return found + self._of_words()

    def _turned(self, name: str, condition: Q) -> Q:
        if name not in self.excluded:
            return condition
        return ~condition | Q(**{f"{name}__isnull": True}) if name in _PLAIN else ~condition

    def _of_words(self) -> list[Q]:
        if "words" not in self.values:
            return []
        hashed = sorted(kept.words_of(self.values["words"]))
        if not hashed:  # only common words: nothing that the index holds
            return [Q(pk__in=[])]
        found = Word.objects.filter(word=hashed[0])
        for word in hashed[1:]:
            found = found.filter(Exists(Word.objects.filter(turn=OuterRef("turn"), word=word)))
        if "words" in self.excluded:
            return [~Q(Exists(found.filter(turn=OuterRef("pk"))))]
        return [Q(pk__in=found.order_by("-turn_id").values("turn_id")[:SEARCHED])]


def _of_time(values: Mapping[str, Any]) -> list[Q]:
    found = []
    if "since" in values:
        found.append(Q(at__gte=_second(values["since"])))
    if "until" in values:
        found.append(Q(at__lt=_second(values["until"]) + DAY))
    return found


def _second(day: datetime.date) -> float:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.timezone.utc).timestamp()


def _of_confidence(values: Mapping[str, Any]) -> list[Q]:
    found = [Q(confidence__gte=values["least"])] if "least" in values else []
    return found + ([Q(confidence__lte=values["most"])] if "most" in values else [])


def _of_work(values: Mapping[str, Any], person: Person) -> list[Q]:
    found = []
    states = State.objects.filter(turn=OuterRef("pk"))
    for name, column in (("assigned", "assigned"), ("reviewer", "reviewer")):
        if (who := values.get(name)) == "nobody":
            found.append(~Q(Exists(states.filter(**{f"{column}__isnull": False}))))
        elif who:
            found.append(Q(Exists(states.filter(**{column: person.pk if who == "me" else int(who)}))))
    if "flagged" in values:
        found.append(Q(Exists(states.filter(flagged=True))))
    if "second" in values:
        found.append(Q(Exists(states.filter(second=values["second"]))))
    return found
