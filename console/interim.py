"""Stands in for ``conversations`` until it is here."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

import snowballstemmer
from cryptography.fernet import Fernet, InvalidToken

from console.secret_key import kept_secret


@dataclass(frozen=True)
class Body:
    said: str
    replies: list[dict[str, Any]] = field(default_factory=list)
    ranking: list[tuple[str, float]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    phrase: str = ""


@cache
def _fernet() -> Fernet:
    import base64
    from pathlib import Path

    secret = kept_secret(Path(os.environ.get("DATA_FOLDER", "data")) / "interim.key")
    return Fernet(base64.urlsafe_b64encode(bytes.fromhex(secret)))


def seal(text: str) -> bytes:
    return _fernet().encrypt(text.encode())


def unseal(token: bytes) -> str | None:
    try:
        return _fernet().decrypt(bytes(token)).decode()
    except InvalidToken:
        return None


def close_body(body: Body) -> bytes:
    return seal(json.dumps(asdict(body)))


def open_body(token: bytes | None) -> Body | None:
    text = unseal(token) if token else None
    return Body(**json.loads(text)) if text else None


def words_of(text: str) -> set[str]:
    stemmer = snowballstemmer.stemmer("english")
    stems = stemmer.stemWords(re.findall(r"\w+", text.lower()))
    return {hmac.new(b"interim", stem.encode(), hashlib.sha256).hexdigest()[:24] for stem in stems}


def scrub(text: str) -> str:
    return re.sub(r"[\w.+-]+@[\w-]+\.\w+", "<EMAIL>", text)


def erase(conversation: str) -> str:
    import secrets

    from django.apps import apps
    from django.db import connection

    from console.models import Conversation, Turn, Word

    Word.objects.filter(turn__in=Turn.objects.filter(conversation=conversation)).delete()
    for model in apps.get_app_config("console").get_models():
        if any(field.name == "conversation" for field in model._meta.fields):
            model.objects.filter(conversation=conversation).delete()
    Conversation.objects.filter(pk=conversation).delete()
    receipt = secrets.token_hex(8)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO erasure_receipts VALUES (%s, 0, '{}')", [receipt])
    return receipt
