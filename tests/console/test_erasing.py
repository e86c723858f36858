"""Erasing a conversation leaves nothing of it: no row, no file, no word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client

from console import kept
from console.models import AuditEntry, Conversation, Export, Person, TestChat
from console.reviews import work
from console.reviews.verdicts import judge
from tests.console.making import consent, turn

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "zebrafish"


@pytest.fixture
def client(client_of: Callable[[Person], Client]) -> Client:
    from tests.console.making import person

    return client_of(person("lead"))


def _fill(client: Client, moderator: Person, name: str) -> None:
    one = turn(f"{WORD} wonders whether purple giraffes visit {name}", conversation=name, outcome="emergency")
    consent(name)
    judge(one, moderator, "good", WORD)
    work.add_tag(one, "tagged")
    work.assign(one, moderator)
    TestChat.objects.create(conversation=name, person=moderator)
    client.get(f"/conversations/{name}/")
    client.post(f"/turns/{one.pk}/comment/", {"text": WORD})
    text = f"{WORD} of {name} wonders about {name} {name}s"
    client.post(f"/turns/{one.pk}/correct/", {"kind": "example", "text": text, "meant": "staging.ms"})
    assert client.post("/corrections/export/").status_code == 200


def _rows(name: str) -> int:
    tables = list(apps.get_app_config("console").get_models())
    named = [model for model in tables if any(field.column == "conversation" for field in model._meta.fields)]
    return sum(model._base_manager.filter(conversation=name).count() for model in named)


def test_every_row_and_file_of_one_goes_and_another_stays(client: Client, moderator: Person) -> None:
    _fill(client, moderator, "lemur")
    _fill(client, moderator, "otter")
    others = _rows("otter")
    page = client.post("/conversations/lemur/erase/", follow=True).content.decode()
    assert "Receipt: " in page
    assert _rows("lemur") == 0
    assert not Conversation.objects.filter(pk="lemur").exists()
    assert _rows("otter") == others
    assert not [path for path in settings.ENVIRONMENT.exports.iterdir() if "lemur" in path.read_text()]
    assert AuditEntry.objects.get(act="erased a conversation").conversation is None


def test_who_erases_is_told_which_exports_held_lines_of_it_and_so_is_the_log(client: Client, moderator: Person) -> None:
    _fill(client, moderator, "lemur")
    assert client.get("/export/csv/?state=all").status_code == 200
    _fill(client, moderator, "otter")
    gone_out = sorted(Export.objects.filter(conversation="lemur").values_list("path", flat=True))
    assert [name.rpartition(".")[2] for name in gone_out] == ["patch", "csv"]
    page = client.post("/conversations/lemur/erase/", follow=True).content.decode()
    told = AuditEntry.objects.filter(act="erased lines that had gone out")
    assert sorted(entry.about.partition(":")[0] for entry in told) == gone_out
    assert all(f"{name} had gone out with lines of it" in page for name in gone_out)
    assert page.count("had gone out") == 2


def test_its_words_cannot_be_found_any_more(client: Client, moderator: Person) -> None:
    _fill(client, moderator, "lemur")
    client.post("/conversations/lemur/erase/")
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM words WHERE word = %s", sorted(kept.words_of(WORD)))
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT receipt, counts FROM erasure_receipts")
        receipts = cursor.fetchall()
    assert len(receipts) >= 1
    assert not [row for row in receipts if "lemur" in str(row)]


def test_nothing_goes_without_the_second_click(client: Client, moderator: Person) -> None:
    _fill(client, moderator, "lemur")
    assert "Nothing of it can be brought back" in client.get("/conversations/lemur/erase/").content.decode()
    assert Conversation.objects.filter(pk="lemur").exists()
