"""What a topic said at a version, so that a moderator sees it though the topic has changed since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from knowledge.finding import ContentError
from knowledge.library import Library


def content_of(topic: str, version: str, replies: Sequence[dict[str, Any]]) -> str:
    """JSON: the topic as its file has it, where that is still this version; else only what was said just now."""
    known = _topics().get(topic)
    if known is not None and known.version == version:
        return json.dumps(asdict(known), default=str, ensure_ascii=False)
    return json.dumps({"id": topic, "said": [str(reply.get("text", "")) for reply in replies]}, ensure_ascii=False)


@cache
def _topics() -> dict[str, Any]:
    try:
        return dict(Library.load().topics)
    except (ContentError, OSError):  # talk is kept though a file of the content is being edited
        return {}
