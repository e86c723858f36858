"""What moderators wrote goes with the text it is about; verdicts stay."""

from __future__ import annotations

import datetime

import pytest
from django.conf import settings
from django.utils import timezone

from console.models import Comment, Correction, Export, Person, Turn, Verdict
from console.retention import purge
from console.reviews.verdicts import judge
from tests.console.making import turn

pytestmark = pytest.mark.django_db


def _worked_on(who: Person, said: str) -> Turn:
    one = turn(said, conversation=said)
    judge(one, who, "wording", "a note")
    Comment.objects.create(turn=one, conversation=said, person=who, text="a word")
    for kind, exported in (("example", timezone.now()), ("dialogue", None)):
        Correction.objects.create(
            turn=one, conversation=said, kind=kind, text="x", meant="staging.ms", exported=exported
        )
    return one


def test_notes_comments_and_lines_gone_out_go_with_the_text(moderator: Person) -> None:
    old, new = _worked_on(moderator, "old"), _worked_on(moderator, "new")
    Turn.objects.filter(pk=old.pk).update(body=None)
    assert purge() == 3
    assert {verdict.turn_id: verdict.note for verdict in Verdict.objects.all()} == {old.pk: None, new.pk: "a note"}
    assert [comment.turn_id for comment in Comment.objects.all()] == [new.pk]
    assert Correction.objects.filter(turn=old).get().kind == "dialogue"  # it waits to be exported, as was agreed
    assert purge() == 0


def test_files_of_exports_go_when_they_are_as_old() -> None:
    folder = settings.ENVIRONMENT.exports
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("old.patch", "new.patch"):
        (folder / name).write_text("x")
        Export.objects.create(conversation="talk", path=name)
    Export.objects.filter(path="old.patch").update(at=timezone.now() - datetime.timedelta(days=31))
    assert purge() == 1
    assert (folder / "new.patch").exists()
    assert not (folder / "old.patch").exists()
