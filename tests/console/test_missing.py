"""Unanswered questions stand in groups of like ones, the largest first."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
from django.test import Client

from console.better import missing, vectors
from console.models import Person
from console.reviews.verdicts import judge
from tests.console.making import turn

SUSHI = ["can he eat sushi during chemo", "is sushi allowed during chemo", "sushi while on chemo"]
SWIM = ["can she go swimming with a hickman line", "swimming with a hickman line"]


@pytest.fixture
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "encoder", lambda: None)
    missing._grouped.cache_clear()


def _asked() -> None:
    for number, text in enumerate([*SWIM, *SUSHI, "who pays for the taxi"]):
        turn(text, conversation=f"talk-{number}", outcome="not_covered", urgency=3)
    turn("what is stage MS", outcome="answered")
    turn("sushi long ago chemo", outcome="not_covered", at=time.time() - 86_400 * 40)
    turn("/not_covered.diet", outcome="not_covered")


def test_like_questions_stand_together_the_largest_group_first(
    sign_in: Callable[[str], Client], by_words: None
) -> None:
    _asked()
    context = sign_in("moderator").get("/missing/").context
    assert [{turn_.opened.said for turn_ in group.turns} for group in context["groups"]] == [set(SUSHI), set(SWIM)]
    assert [group.conversations for group in context["groups"]] == [3, 2]
    assert [group.name for group in context["alone"]] == ["who pays for the taxi"]
    assert "encoder is not here" in context["hint"]


def test_a_turn_found_to_lack_knowledge_is_among_them(
    sign_in: Callable[[str], Client], moderator: Person, by_words: None
) -> None:
    judge(turn("what about zinc supplements", outcome="answered"), moderator, "missing_knowledge")
    assert [group.name for group in sign_in("lead").get("/missing/").context["alone"]] == [
        "what about zinc supplements"
    ]


def test_nothing_asked_is_nothing_missing(sign_in: Callable[[str], Client]) -> None:
    response = sign_in("moderator").get("/missing/?days=x")
    assert response.status_code == 200
    assert response.context["number"] == 0


def test_every_text_is_in_one_group_and_like_its_centre() -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(200, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    groups = missing.cluster(rows)
    assert sorted(row for group in groups for row in group) == list(range(200))
    assert all(rows[group[0]] @ rows[other] >= missing.LIKE for group in groups for other in group[1:])
    assert [len(group) for group in groups] == sorted((len(group) for group in groups), reverse=True)


def test_texts_without_words_are_no_fault() -> None:
    assert np.isfinite(vectors.of_words(["", "!!!", "🙂"])).all()


def _page(client: Client, query: str = "") -> dict[str, int]:
    context = client.get(f"/missing/?{query}").context
    return {group.name: group.open for group in [*context["groups"], *context["alone"]]}


@pytest.mark.parametrize(("how", "told"), [("done", "Done, "), ("not_ours", "Not for us, ")])
def test_a_group_is_ticked_off_by_whom_and_comes_back_when_it_is_asked_again(
    client_of: Callable[[Person], Client], moderator: Person, by_words: None, how: str, told: str
) -> None:
    _asked()
    client = client_of(moderator)
    swim = next(group for group in client.get("/missing/").context["groups"] if "swimming" in group.name)
    client.post("/missing/settle/", {"turns": swim.ids, "how": how})
    assert not [name for name in _page(client) if "swimming" in name]
    assert list(_page(client, "state=settled").values()) == [0]
    assert f"{told}{moderator.name}" in client.get("/missing/?state=settled").content.decode()
    turn("is swimming fine with a hickman line", conversation="later", outcome="not_covered")
    assert [number for name, number in _page(client).items() if "swimming" in name] == [1]
    assert "asked 1 time since" in client.get("/missing/").content.decode()
    assert _page(client, "state=settled") == {}


def test_what_was_ticked_off_is_put_back(sign_in: Callable[[str], Client], by_words: None) -> None:
    one = turn("who pays for the taxi", outcome="not_covered")
    client = sign_in("lead")
    client.post("/missing/settle/", {"turns": str(one.pk), "how": "done"})
    assert _page(client) == {}
    client.post("/missing/settle/", {"turns": str(one.pk), "how": ""})
    assert _page(client) == {"who pays for the taxi": 1}


@pytest.mark.parametrize("given", [{"turns": "x,,99999999999999999999,7", "how": "done"}, {"turns": "1", "how": "no"}])
def test_what_is_no_group_is_no_fault(sign_in: Callable[[str], Client], given: dict[str, str]) -> None:
    assert sign_in("moderator").post("/missing/settle/", given, follow=True).status_code == 200
