"""What a topic said at a version, so that a moderator sees it though the topic has changed since."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Any

from knowledge.finding import ContentError
from knowledge.library import Library


def content_of(topic: str, version: str) -> str:
    """JSON: the topic as its file has it, where that is this version; else its id alone.

    Never what was said in a conversation, for this stands in the database in plain.
    """
    for again in (False, True):
        if again:
            _topics.cache_clear()  # a file may have changed since it was read
        known = _topics().get(topic)
        if known is not None and known.version == version:
            return json.dumps(asdict(known), default=str, ensure_ascii=False)
    return json.dumps({"id": topic})


@cache
def _topics() -> dict[str, Any]:
    try:
        return dict(Library.load().topics)
    except (ContentError, OSError):  # talk is kept though a file of the content is being edited
        return {}
