"""The doctor names each fault and its mend, and is at ease when there is none."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import doctor
from bot.settings import Settings
from tests.bot.test_settings import GIVEN
from tests.support.fake_rasa import SECRET, FakeRasa
from tests.support.telegram_server import TelegramServer

NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def well(telegram: TelegramServer, rasa: FakeRasa, tmp_path: Path) -> dict[str, str]:
    """Settings with which all is well."""
    return {
        **GIVEN,
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "RASA_URL": rasa.url,
        "ACTIONS_URL": rasa.url,
        "CHANNEL_SECRET": SECRET,
        "DATABASE_URL": f"sqlite:///{tmp_path}/gateway.db",
    }


def _examine(capsys: pytest.CaptureFixture[str], settings: dict[str, str], **changes: str) -> tuple[int, list[str]]:
    status = doctor.main(Settings.from_environment({**settings, **changes}))
    return status, [line for line in capsys.readouterr().out.splitlines() if line.startswith("fault")]


def test_when_all_is_well_it_says_so(capsys: pytest.CaptureFixture[str], well: dict[str, str]) -> None:
    assert doctor.main(Settings.from_environment(well)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        f"well   {name}" for name in ("token", "clock", "webhook", "Rasa", "action server", "database")
    ]
    assert "@companion_bot" in lines[0]


@pytest.mark.parametrize(
    ("changes", "name", "mend"),
    [
        ({"TELEGRAM_API_URL": NOBODY}, "Bot API", "check TELEGRAM_API_URL"),
        ({"TELEGRAM_TOKEN": "123456:wrong-token"}, "token", "copy TELEGRAM_TOKEN again from @BotFather"),
        ({"TELEGRAM_WEBHOOK_URL": "https://a.example/hook"}, "webhook", "start the gateway with this setting"),
        ({"RASA_URL": NOBODY}, "Rasa", "mend RASA_URL"),
        ({"CHANNEL_SECRET": "another-secret-than-rasas"}, "Rasa", "the same CHANNEL_SECRET"),
        ({"ACTIONS_URL": NOBODY}, "action server", "mend ACTIONS_URL"),
        ({"DATABASE_URL": "postgresql://x@127.0.0.1:9/y"}, "database", "mend DATABASE_URL"),
    ],
)
def test_each_fault_is_one_line_with_its_mend(
    capsys: pytest.CaptureFixture[str], well: dict[str, str], changes: dict[str, str], name: str, mend: str
) -> None:
    status, faults = _examine(capsys, well, **changes)
    assert status == 1
    assert len(faults) == 1
    assert faults[0].startswith(f"fault  {name}: ")
    assert mend in faults[0]


def test_the_token_is_never_shown(capsys: pytest.CaptureFixture[str], well: dict[str, str]) -> None:
    doctor.main(Settings.from_environment({**well, "TELEGRAM_API_URL": NOBODY}))
    assert well["TELEGRAM_TOKEN"].partition(":")[2] not in capsys.readouterr().out


@pytest.mark.parametrize(("apart", "fault"), [(0, False), (59, False), (-3600, True), (3600, True)])
def test_a_clock_that_is_wrong_is_a_fault(apart: float, fault: bool) -> None:
    answer = httpx.Response(200, headers={"Date": "Sat, 21 Nov 2026 12:00:00 GMT"})
    right = 1795262400.0
    assert bool(doctor._clock(answer, lambda: right + apart).mend) is fault


@pytest.mark.parametrize(
    ("info", "fault"),
    [
        ({"url": "https://a.example/hook"}, False),
        ({"url": "https://a.example/hook", "last_error_message": "timed out", "pending_update_count": 0}, False),
        ({"url": "https://a.example/hook", "last_error_message": "timed out", "pending_update_count": 3}, True),
        ({"url": "https://a.example/hook", "pending_update_count": 101}, True),
        ({"url": ""}, True),
    ],
)
def test_a_webhook_telegram_cannot_use_is_a_fault(well: dict[str, str], info: dict[str, Any], fault: bool) -> None:
    settings = Settings.from_environment({**well, "TELEGRAM_WEBHOOK_URL": "https://a.example/hook"})
    assert bool(doctor._webhook(info, settings).mend) is fault


def test_it_gives_up_on_a_server_that_never_answers(
    capsys: pytest.CaptureFixture[str], well: dict[str, str], telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_SECONDS", 0.2)
    telegram.fail("getMe", delay=5)
    began = time.monotonic()
    _, faults = _examine(capsys, well)
    assert "does not answer (ReadTimeout)" in faults[0]
    assert time.monotonic() - began < 5
