"""What the gateway is told by its environment: a wrong setting is one line that names it and its mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.metrics import Metrics
from bot.settings import SETTINGS, Settings
from console.environment import SETTINGS as CONSOLE_SETTINGS
from conversations.settings import SETTINGS as CONVERSATIONS
from environment.setting import SettingError
from rasa_channel.settings import REDIS_URL

ROOT = Path(__file__).parent.parent.parent
# How talk is kept has settings of its own; those both need are the gateway's.
KEEPING = [each for each in CONVERSATIONS if each.name not in {setting.name for setting in SETTINGS}]
# So has the console.
CONSOLE = [setting for setting in CONSOLE_SETTINGS if setting.name.startswith("CONSOLE_")]
GIVEN = {"TELEGRAM_TOKEN": "123456:ABC-def", "CHANNEL_SECRET": "c" * 32, "PSEUDONYM_KEY": "p" * 32}


def test_three_secrets_are_enough_to_run_on_this_machine() -> None:
    settings = Settings.from_environment(GIVEN)
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///data/gateway.db"
    assert settings.listen_host == "127.0.0.1"
    assert (settings.rasa_deadline, settings.watchdog_seconds) == (5, 90)
    assert settings.telegram_webhook_url == ""
    assert settings.retention_days is None
    assert settings.retention_text_days == 30


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_a_missing_secret_is_named(name: str) -> None:
    with pytest.raises(SettingError, match=rf"^{name} is not set\. "):
        Settings.from_environment({**GIVEN, name: " "})


def test_without_a_token_it_says_where_to_get_one() -> None:
    with pytest.raises(SettingError, match="@BotFather"):
        Settings.from_environment({})


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("TELEGRAM_TOKEN", "hello", "copy it whole"),
        ("CHANNEL_SECRET", "short", "openssl rand -hex 32"),
        ("TELEGRAM_API_URL", "api.telegram.org", "http://host:port"),
        ("TELEGRAM_WEBHOOK_URL", "https://host", "https://your.host/telegram"),
        ("DATABASE_URL", "mysql://x", "postgresql://user:password@host/name"),
        ("RASA_DEADLINE", "five", "a number from 0.1 to 60"),
        ("HEALTH_PORT", "70000", "a whole number from 1 to 65535"),
        ("LOG_LEVEL", "DEBUG", "INFO, WARNING or ERROR"),
        ("RETENTION_DAYS", "0", "a whole number from 1 to 3650"),
    ],
)
def test_a_malformed_setting_is_one_line_with_its_mend(name: str, value: str, mend: str) -> None:
    with pytest.raises(SettingError, match=rf"^{name} .*{mend}") as caught:
        Settings.from_environment({**GIVEN, name: value})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("written", ["postgresql://u:p@h/n", "postgres://u:p@h/n", "postgresql+psycopg2://u:p@h/n"])
def test_every_way_to_write_a_postgresql_address_is_read(written: str) -> None:
    assert Settings.from_environment({**GIVEN, "DATABASE_URL": written}).database_url == "postgresql+pg8000://u:p@h/n"


def test_the_documents_list_every_setting_with_its_default() -> None:
    written = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8")
    for setting in (*SETTINGS, *KEEPING, REDIS_URL, *CONSOLE):
        default = {None: "must be set", "": "empty"}.get(setting.default, f"`{setting.default}`")
        assert f"| `{setting.name}` | {default} | {setting.meaning} |" in written


def test_the_documents_list_no_other_setting() -> None:
    lines = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8").splitlines()
    table = [line.split("`")[1] for line in lines if line.startswith("| `") and line.count(" | ") == 2]
    assert table == [setting.name for setting in (*SETTINGS, *KEEPING, REDIS_URL, *CONSOLE)]


def test_the_example_names_every_setting_and_can_be_read() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = [line.lstrip("# ").partition("=")[0] for line in lines if "=" in line]
    assert named == [setting.name for setting in (*SETTINGS, *KEEPING, REDIS_URL, *CONSOLE)]


def test_every_metric_in_the_documents_is_kept_and_the_other_way_round() -> None:
    written = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8").partition("| metric | |")[2]
    named = set(re.findall(r"`gateway_(\w+?)(?:_total)?(?:\{\w+\})?`", written.partition("Alarm")[0]))
    kept = {metric.name for metric in Metrics().registry.collect() if not metric.name.startswith("process_")}
    assert {f"gateway_{name}" for name in named} == kept
