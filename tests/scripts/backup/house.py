"""A house with talk, a message that waits, an export and a console; and a look at what of it is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.face.outgoing import Outgoing
from bot.store import inbox, outbox
from bot.store.database import Database
from bot.store.sealing import seal_with
from conversations.body import Body
from conversations.keeping import Keeper
from conversations.keys import open_keys
from conversations.reading import conversation
from conversations.settings import Settings
from scripts.chat import ROOT
from tests.conversations.conftest import a_turn

SAID = "is a ganglioneuroma the same"
UPDATE = {"update_id": 7, "message": {"text": "and what comes after surgery"}}


@dataclass(frozen=True)
class House:
    """Where it keeps its things. ``database`` is empty for SQLite's files in ``folder``."""

    folder: Path
    database: str

    @property
    def environment(self) -> Mapping[str, str]:
        """What its processes are told."""
        return {"DATA_FOLDER": str(self.folder), "DATABASE_URL": self.database, "CONVERSATIONS_KEY": ""}

    @property
    def settings(self) -> Settings:
        """Its settings."""
        return Settings.from_environment(self.environment)

    def gateway(self) -> Database:
        """The gateway's tables."""
        return Database(self.database or f"sqlite:///{self.folder}/gateway.db")

    def furnish(self) -> None:
        """Let a family have talked, another wait, and a moderator have come in."""
        self.furnish_talk()
        self.settings.exports.mkdir()
        (self.settings.exports / "some.patch").write_text("+ a line")
        for name in ("pseudonym_key", "channel_secret"):
            (self.folder / name).write_text(f"{name} of sixteen letters")
        gateway, message = self.gateway(), Outgoing("sendMessage", {"chat_id": 5, "text": "an answer on its way"})
        seal_with(open_keys(self.settings).box)
        gateway.now(lambda c: (inbox.keep(c, UPDATE, 5, 1.0), outbox.add(c, 5, [message])))
        gateway.close()
        self.console("furnish")

    def furnish_talk(self) -> None:
        """Let a family have talked."""
        keeper = Keeper(self.settings)
        keeper.record(a_turn(conversation="family1", body=Body(SAID, [{"text": "No.", "buttons": []}])))
        keeper.engine.dispose()

    def found(self) -> dict[str, Any]:
        """What is there of it, read as the processes read it."""
        gateway, keeper = self.gateway(), Keeper(self.settings)
        seal_with(open_keys(self.settings).box)
        with keeper.engine.connect() as connection:
            [turn] = conversation(connection, "family1", keeper.keys.box)
        found = {
            "said": turn["body"]["said"],
            "waits": [update.body for update in gateway.now(lambda c: inbox.waiting(c, 5))],
            "leaves": [pending.outgoing.params["text"] for pending in gateway.now(lambda c: outbox.pending(c, 5))],
            "exports": [path.name for path in self.settings.exports.iterdir()],
            "console": self.console("look"),
        }
        gateway.close()
        keeper.engine.dispose()
        return found

    def console(self, task: str) -> Any:
        """Do it in a console of this house, a process of its own, as Django wants."""
        command = [sys.executable, "-W", "ignore", "-m", "tests.scripts.backup.moderator", task]
        environment = {**os.environ, **self.environment}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
