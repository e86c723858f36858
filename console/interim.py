"""Stands in until conversations.erase is here."""
from __future__ import annotations


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
