"""Coming in: invitations, passwords, the second factor, locks, and who may change whom."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from console.invitations import invite
from console.models import AuditEntry, Invitation, Person, TestChat
from tests.console.making import PASSWORD, person, turn

SignIn = Callable[[str], Client]
NEW = "quite another battery 7"


def _code(device: TOTPDevice, wait: int = 0) -> str:
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = timezone.now().timestamp() + wait * device.step
    return f"{totp.token():06d}"


def _enter(client: Client, who: Person, password: str = PASSWORD, **more: str) -> int:
    given = {"username": who.email.upper(), "password": password, **more}
    return client.post("/in/", given, REMOTE_ADDR="127.0.0.1").status_code


@pytest.mark.django_db
class TestSigningIn:
    def test_address_and_password_let_in_however_the_address_is_written(self) -> None:
        client, who = Client(), person("moderator")
        assert _enter(client, who) == 302
        assert client.get("/").status_code == 200
        assert AuditEntry.objects.filter(person=who, act="signed in").exists()

    def test_it_leads_back_to_where_one_was_going_and_never_elsewhere(self) -> None:
        who = person("moderator")
        for wanted, leads in (("/second/", "/second/"), ("https://evil.example/", "/"), ("//evil.example", "/")):
            given = {"username": who.email, "password": PASSWORD, "next": wanted}
            assert Client().post("/in/", given).headers["Location"] == leads

    def test_five_wrong_passwords_close_the_door_for_the_right_one_too(self) -> None:
        client, who = Client(), person("moderator")
        statuses = [_enter(client, who, "wrong") for _ in range(5)]
        assert statuses == [200, 200, 200, 200, 429]
        assert _enter(client, who) == 429
        assert _enter(Client(), person("lead")) == 302

    def test_a_closed_account_is_closed_at_once(self) -> None:
        client, who = Client(), person("moderator")
        _enter(client, who)
        Person.objects.filter(pk=who.pk).update(is_active=False)
        assert client.get("/").status_code == 302
        assert _enter(Client(), who) == 200

    def test_a_session_ends_after_hours_without_a_click(self) -> None:
        client = Client()
        _enter(client, person("moderator"))
        assert client.session.get_expiry_age() <= settings.SESSION_COOKIE_AGE == 8 * 3600
        session = client.session
        session.set_expiry(-1)
        session.save()
        assert client.get("/").status_code == 302

    def test_signing_out_ends_it(self) -> None:
        client = Client()
        _enter(client, person("tester"))
        client.post("/out/")
        assert client.get("/").status_code == 302


@pytest.mark.django_db
class TestInvitations:
    def test_a_link_lets_one_person_choose_a_password_once(self, sign_in: SignIn) -> None:
        given = {"name": "Bo", "email": "Bo@Example.org", "role": "clinician"}
        link = sign_in("administrator").post("/people/", given).context["link"]
        client = Client()
        assert "Bo" in client.get(link).content.decode()
        assert client.post(link, {"new_password1": NEW, "new_password2": NEW}).status_code == 302
        assert client.get("/content/").status_code == 200
        assert Client().get(link).status_code == 410
        assert _enter(Client(), Person.objects.get(email="bo@example.org"), NEW) == 302

    @pytest.mark.parametrize("password", ["short", "123456789012345", "password1234", "Bo Moreau 1"])
    def test_a_weak_password_is_refused_with_its_reason(self, password: str) -> None:
        who = person("moderator", "Bo Moreau")
        response = Client().post(f"/welcome/{invite(who)}/", {"new_password1": password, "new_password2": password})
        assert response.status_code == 200
        assert 'class="fault"' in response.content.decode()

    def test_a_link_is_over_after_three_days_and_when_another_is_made(self) -> None:
        who = person("moderator")
        first, second = invite(who), invite(who)
        assert Client().get(f"/welcome/{first}/").status_code == 410
        assert Client().get(f"/welcome/{second}/").status_code == 200
        Invitation.objects.update(expires=timezone.now() - datetime.timedelta(seconds=1))
        assert Client().get(f"/welcome/{second}/").status_code == 410

    def test_the_link_itself_is_not_kept(self) -> None:
        token = invite(person("moderator"))
        assert token not in str(list(Invitation.objects.values()))

    def test_an_address_is_invited_once(self, sign_in: SignIn) -> None:
        who = person("moderator")
        response = sign_in("administrator").post("/people/", {"name": "X", "email": who.email, "role": "lead"})
        assert "here already" in response.content.decode()


@pytest.mark.django_db
class TestSecondFactor:
    def _set_up(self, client: Client) -> TOTPDevice:
        page = client.get("/me/second-factor/").content.decode()
        assert "<svg" in page
        device = TOTPDevice.objects.get()
        assert client.post("/me/second-factor/", {"code": _code(device)}).status_code == 302
        return device

    def test_once_set_up_a_password_alone_leads_only_to_the_second_step(self) -> None:
        client, who = Client(), person("lead")
        _enter(client, who)
        device = self._set_up(client)
        assert client.get("/").status_code == 200
        other = Client()
        _enter(other, who)
        for address in ("/", "/me/", "/me/second-factor/", "/audit/"):
            assert other.get(address).headers["Location"] == "/second-step/"
        assert other.post("/me/second-factor/remove/").headers["Location"] == "/second-step/"
        assert other.post("/second-step/", {"code": _code(device, 1)}).status_code == 302
        assert other.get("/").status_code == 200

    def test_a_wrong_code_is_told_and_written_down(self) -> None:
        client, who = Client(), person("lead")
        _enter(client, who)
        device = self._set_up(client)
        other = Client()
        _enter(other, who)
        wrong = f"{(int(_code(device, 1)) + 1) % 1_000_000:06d}"
        assert "not right" in other.post("/second-step/", {"code": wrong}).content.decode()
        assert AuditEntry.objects.filter(act="gave a wrong code", person=who).exists()
        assert other.post("/second-step/", {"code": "nonsense"}).status_code == 200

    def test_where_it_is_required_nothing_else_comes_before_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(type(settings.ENVIRONMENT), "second_factor_required", True)
        client = Client()
        _enter(client, person("moderator"))
        assert client.get("/").headers["Location"] == "/me/second-factor/"
        self._set_up(client)
        assert client.get("/").status_code == 200


@pytest.mark.django_db
class TestOffice:
    def test_a_role_is_changed_and_written_down(self, sign_in: SignIn) -> None:
        who = person("moderator")
        sign_in("administrator").post(f"/people/{who.pk}/", {"role": "lead", "active": "on"})
        who.refresh_from_db()
        assert (who.role, who.is_active) == ("lead", True)
        assert AuditEntry.objects.get(act="changed a person").about == f"{who.name}: lead"

    def test_the_last_administrator_stays(self, sign_in: SignIn) -> None:
        client = sign_in("administrator")
        last = Person.objects.get(role="administrator")
        for change in ({"role": "lead", "active": "on"}, {"role": "administrator"}):
            response = client.post(f"/people/{last.pk}/", change, follow=True)
            assert "last administrator" in response.content.decode()
        last.refresh_from_db()
        assert (last.role, last.is_active) == ("administrator", True)

    def test_a_new_link_takes_a_lost_second_factor_away(self, sign_in: SignIn) -> None:
        who = person("moderator")
        TOTPDevice.objects.create(user=who, confirmed=True)
        assert "/welcome/" in sign_in("administrator").post(f"/people/{who.pk}/link/").context["link"]
        assert not TOTPDevice.objects.exists()

    def test_a_testers_word_makes_their_chats_theirs(self, client_of: Callable[[Person], Client]) -> None:
        tester = person("tester")
        turn(f"hello {tester.test_word}", conversation="own")
        turn("hello", conversation="other")
        client_of(tester).post("/me/chats/")
        assert list(TestChat.objects.values_list("conversation", "person")) == [("own", tester.pk)]

    def test_the_log_is_paged_and_searched_by_person(self, sign_in: SignIn) -> None:
        client = sign_in("lead")
        AuditEntry.objects.bulk_create(AuditEntry(who=f"P{n % 2}", act=f"act {n}") for n in range(130))
        first = client.get("/audit/").context
        assert len(first["entries"]) == 100
        assert len(client.get(f"/audit/?before={first['more']}").context["entries"]) == 30
        assert {entry.who for entry in client.get("/audit/?who=p1").context["entries"]} == {"P1"}
        assert client.get("/audit/?before=x&who=%00").status_code == 200

    def test_the_chosen_light_is_remembered(self) -> None:
        client = Client()
        client.post("/theme/", {"theme": "dark"})
        assert 'data-theme="dark"' in client.get("/in/").content.decode()
        client.post("/theme/", {"theme": '"><script>'})
        assert 'data-theme="auto"' in client.get("/in/").content.decode()
