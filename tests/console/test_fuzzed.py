"""Whatever is sent or kept: no error page, nothing unescaped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.queue.fields import FIELDS
from tests.console.making import consent, turn

SignIn = Callable[[str], Client]
ODD = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7|add:7 }} {% url 'queue' %}",
    "x" * 100_000,
    "\u202e\u0000\ud7ff\U0001f469\u200d\U0001f467 Z\u0351\u036b\u0343\u036a\u0302\u036b",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u4f60\u597d",
    "' OR 1=1; DROP TABLE turns; --",
    " \n\t\r ",
    "",
    '/staging.ms{"a": 1}',
]
PAGES = ["/?state=all", "/conversations/talk-1/", "/missing/", "/corrections/", "/second/", "/for-me/"]


@pytest.mark.django_db
@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_talk_is_shown_as_text_everywhere(sign_in: SignIn, odd: str) -> None:
    consent()
    client = sign_in("lead")
    one = turn(
        odd, reply=odd, phrase=odd[:200], outcome="not_covered", intent=odd[:80], safety="emergency", rule=odd[:80]
    )
    given_ = {"judgement": "false_alarm", "note": odd[:4000], "text": odd[:5000], "name": odd, "to": odd[:50]}
    for act in ("judge", "comment", "tag", "untag", "assign", "resolve"):
        assert client.post(f"/turns/{one.pk}/{act}/", given_).status_code == 302
    answer = client.post(f"/turns/{one.pk}/correct/", {"kind": "example", "text": odd, "meant": "staging.ms"})
    assert answer.status_code in (200, 302)
    for page in [*PAGES, f"/turns/{one.pk}/correct/"]:
        response = client.get(page)
        assert response.status_code == 200
        text = response.content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "onerror=alert(1)>" not in text.replace("&gt;", "")


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.dictionaries(
        st.sampled_from([*FIELDS, "not", "after"]),
        st.one_of(
            st.text(max_size=40), st.floats().map(str), st.integers().map(str), st.sampled_from(["me", "all", "0"])
        ),
    )
)
def test_no_filter_breaks_the_queue(query: dict[str, str], sign_in: SignIn) -> None:
    client = sign_in("moderator")
    assert client.get("/", query).status_code == 200
    assert client.get("/export/json/", query).status_code == 200
    assert client.post("/filters/", {**query, "name": "x"}).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("pk", [0, 2**31, 2**63 - 1, 2**63, 10**30])
@pytest.mark.parametrize("act", ["judge", "correct"])
def test_a_turn_that_is_none_is_calmly_nowhere(sign_in: SignIn, pk: int, act: str) -> None:
    assert sign_in("moderator").post(f"/turns/{pk}/{act}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/filters/{}/delete/", "/corrections/{}/drop/"])
def test_a_huge_number_is_nowhere_too(sign_in: SignIn, address: str) -> None:
    assert sign_in("moderator").post(address.format(10**30)).status_code == 404
    assert sign_in("administrator").post(f"/people/{10**30}/").status_code == 404
