"""Content review: what was read, what changed since, and the sign-off in the topic's file."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from console.content import signing
from console.models import AuditEntry, SignOff, Version
from console.talks.said import library
from knowledge.library import Library

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.django_db
TOPIC = "staging.ms"
ROOT = Path(__file__).parents[2]


def _in(days: int) -> str:
    return (timezone.now().date() + datetime.timedelta(days=days)).isoformat()


def sign(client: Client, **given: str) -> str:
    values = {"agreed": "yes", "version": library().topics[TOPIC].version, "due": _in(180), **given}
    return client.post(f"/content/{TOPIC}/sign/", values, follow=True).content.decode()


def test_every_topic_is_listed_once_with_its_state(sign_in: SignIn) -> None:
    context = sign_in("clinician").get("/content/").context
    ids = [one.topic.id for _, rows in context["groups"] for one in rows]
    assert sorted(ids) == sorted(library().topics)
    assert sum(context["states"].values()) == len(ids)


def test_a_topic_shows_each_sentence_with_its_source(sign_in: SignIn) -> None:
    page = sign_in("moderator").get(f"/content/{TOPIC}/").content.decode()
    for told in (
        "younger than 18 months",
        "National Cancer Institute (2025): ",
        "what does stage MS mean",
        "not yet read",
    ):
        assert told in page
    assert "Read and agreed" not in page


def test_a_clinician_signs_and_the_patch_puts_it_into_the_file(
    sign_in: SignIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(signing, "text", lambda path: (tmp_path / path).read_text(encoding="utf-8"))
    client = sign_in("clinician")
    assert "read and agreed" in sign(client, note="fine")
    signed = SignOff.objects.get()
    patch = sign_in("lead").post("/content/export/").content
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True)
    review = Library.load(tmp_path / "knowledge").topics[TOPIC].review
    assert review.clinician == f"{signed.clinician}, {signed.on.isoformat()}"
    assert review.due.isoformat() == _in(180)
    assert "No sign-off waits" in sign_in("lead").post("/content/export/", follow=True).content.decode()
    assert AuditEntry.objects.filter(act="signed a topic off").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"agreed": ""}, "Tick that you have read it"),
        ({"version": "old"}, "changed while you read it"),
        ({"due": "soon"}, "is a date such as"),
        ({"due": "2020-01-01"}, "between tomorrow and two years"),
        ({"due": "9999-12-31"}, "between tomorrow and two years"),
    ],
)
def test_what_is_no_sign_off_is_refused_in_one_line(sign_in: SignIn, given: dict[str, str], told: str) -> None:
    assert told in sign(sign_in("clinician"), **given)
    assert not SignOff.objects.exists()


def test_a_change_since_the_reading_is_shown_word_for_word_and_not_exported(sign_in: SignIn) -> None:
    client = sign_in("clinician")
    sign(client)
    one = SignOff.objects.get()
    one.content["say"][0][0] = "Stage MS is for children younger than 12 months."
    one.version = "older"
    one.save()
    page = client.get(f"/content/{TOPIC}/").content.decode()
    assert "<del>− Stage MS is for children younger than 12 months." in page
    assert "<ins>+ Stage MS is for children younger than 18 months." in page
    assert client.get("/content/?state=changed").context["states"]["changed"] == 1
    assert signing.sign_off_patch() == ("", 0)


@pytest.mark.parametrize(("days", "state"), [(-1, "due"), (10, "soon"), (100, "agreed")])
def test_a_reading_grows_old(sign_in: SignIn, days: int, state: str) -> None:
    client = sign_in("clinician")
    sign(client)
    SignOff.objects.update(due=_in(days))
    assert client.get(f"/content/{TOPIC}/").context["reading"].state == state


def test_what_was_said_then_is_shown_beside_what_is_said_now(sign_in: SignIn) -> None:
    content = '{"title": "Old", "say": [{"text": "It once said this.", "sources": ["nci-pdq#stage-ms"]}]}'
    Version.objects.create(version="v0", topic=TOPIC, content=content, first_said=0)
    Version.objects.create(version="v1", topic=TOPIC, content="not JSON", first_said=0)
    client = sign_in("moderator")
    assert "It once said this." in client.get(f"/content/{TOPIC}/?version=v0").content.decode()
    for odd in ("v1", "nothing", "%00", "x" * 500):
        assert client.get(f"/content/{TOPIC}/?version={odd}").status_code == 200
    assert client.get("/content/no.such/").status_code == 404
