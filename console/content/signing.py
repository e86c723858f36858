"""Read and agreed: by whom, when, of which words; and as a patch to the topic's ``review``."""

from __future__ import annotations

import datetime
import json
import re

from console.better.patch import patch
from console.better.repository import text
from console.content.topics import last_sign_offs, snapshot
from console.models.content import SignOff
from console.models.people import Person
from console.talks.said import library
from knowledge.model import Topic

MOST = datetime.timedelta(days=731)
_REVIEW = re.compile(
    r"^review: \{written: (?P<written>[\d-]+), clinician: (?P<clinician>.+), due: (?P<due>[\d-]+)\}$", re.M
)


class CannotSign(ValueError):
    """A sign-off that is none; the message is one line."""


def sign(topic: Topic, person: Person, version: str, due: str, note: str, today: datetime.date) -> SignOff:
    """Keep that ``person`` read ``topic`` as it stands and agrees. Raises CannotSign."""
    if version != topic.version:
        raise CannotSign("The text changed while you read it. Read it once more.")
    return SignOff.objects.create(
        topic=topic.id,
        version=topic.version,
        content=snapshot(topic),
        person=person,
        clinician=person.name,
        on=today,
        due=_due(due, today),
        note=note,
    )


def _due(given: str, today: datetime.date) -> datetime.date:
    try:
        due = datetime.date.fromisoformat(given)
    except ValueError:
        raise CannotSign("When to look again is a date such as 2027-05-20.") from None
    if not today < due <= today + MOST:
        raise CannotSign("When to look again lies between tomorrow and two years from now.")
    return due


def reviewed(content: str, sign_off: SignOff) -> str:
    """A topic's file with the sign-off in its ``review``; as it was where that line is not found."""
    clinician = json.dumps(f"{sign_off.clinician}, {sign_off.on.isoformat()}", ensure_ascii=False)

    def line(found: re.Match[str]) -> str:
        return f"review: {{written: {found['written']}, clinician: {clinician}, due: {sign_off.due.isoformat()}}}"

    return _REVIEW.sub(line, content, count=1)


def sign_off_patch() -> tuple[str, int]:
    """Every sign-off that the files do not hold yet, and how many; only of words that are still the same."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for id_, one in last_sign_offs().items():
        topic = library().topics.get(id_)
        if topic is None or topic.version != one.version:
            continue
        content = text(topic.file)
        if (changed := reviewed(content, one)) != content:
            before[topic.file], after[topic.file] = content, changed
    return patch(before, after), len(after)
