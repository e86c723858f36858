"""Defaults keep talk in SQLite with a key file beside it; a wrong setting is one line."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken

from conversations.keys import add_key, open_keys
from conversations.settings import Settings
from environment.setting import SettingError


def test_nothing_has_to_be_set() -> None:
    settings = Settings.from_environment({})
    assert settings.database_url == "sqlite:///data/conversations.db"
    assert (settings.retention_text_days, settings.key_file) == (30, Path("data/conversations.key"))


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("DATABASE_URL", "mysql://x", "postgresql://user:password@host/name"),
        ("CONVERSATIONS_KEY", "secret", "generate_key"),
        ("CONVERSATIONS_SEARCH_KEY", "short", "openssl rand -hex 32"),
        ("RETENTION_TEXT_DAYS", "0", "from 1 to 3650"),
        ("RETENTION_TEXT_DAYS", "never", "from 1 to 3650"),
    ],
)
def test_a_malformed_setting_is_one_line_with_its_mend(name: str, value: str, mend: str) -> None:
    with pytest.raises(SettingError, match=rf"^{name} .*{mend}") as caught:
        Settings.from_environment({name: value})
    assert "\n" not in str(caught.value)


def test_a_key_of_ones_own_needs_a_search_key_too() -> None:
    with pytest.raises(SettingError, match=r"^CONVERSATIONS_SEARCH_KEY is not set"):
        Settings.from_environment({"CONVERSATIONS_KEY": Fernet.generate_key().decode()})


def test_the_key_file_is_its_owners_alone_and_stays(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DATA_FOLDER": str(tmp_path / "data")})
    first = open_keys(settings)
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert open_keys(settings).box.decrypt(first.box.encrypt(b"x")) == b"x"


def test_all_who_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DATA_FOLDER": str(tmp_path)})
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: open_keys(settings), range(8)))
    assert {each.search for each in keys} == {keys[0].search}
    assert all(keys[0].box.decrypt(each.box.encrypt(b"x")) == b"x" for each in keys)


def test_a_spoilt_key_file_is_not_overwritten(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DATA_FOLDER": str(tmp_path)})
    settings.key_file.write_text("nonsense")
    with pytest.raises(SettingError, match="put back the file"):
        open_keys(settings)
    assert settings.key_file.read_text() == "nonsense"


def test_a_new_key_encrypts_and_the_old_still_reads(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DATA_FOLDER": str(tmp_path)})
    old = open_keys(settings)
    new = add_key(settings)
    assert new.box.decrypt(old.box.encrypt(b"x")) == b"x"
    assert new.search == old.search
    with pytest.raises(InvalidToken):
        old.box.decrypt(new.box.encrypt(b"x"))
