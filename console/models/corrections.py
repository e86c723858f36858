"""From a verdict to a better assistant."""

from __future__ import annotations

from django.db import models

from console.models.kept import Turn
from console.models.sealed import SealedTextField


class Kind(models.TextChoices):
    """What a corrected turn becomes."""

    EXAMPLE = "example", "Training example"
    HELD_OUT = "held_out", "Held-out question"
    DIALOGUE = "dialogue", "Dialogue test"
    SAFETY = "safety", "Safety line"


class Correction(models.Model):
    """How a turn should have been read. ``text`` is scrubbed; ``meant`` is a topic, an intent or a safety category."""

    turn = models.ForeignKey(Turn, models.DO_NOTHING, db_column="turn", db_constraint=False, related_name="corrections")
    conversation = models.CharField(max_length=64, db_index=True)
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = SealedTextField()
    meant = models.CharField(max_length=80)
    at = models.DateTimeField(auto_now_add=True)
    exported = models.DateTimeField(null=True)

    class Meta:
        """The table."""

        db_table = "console_corrections"
        ordering = ("at", "id")


class Export(models.Model):
    """A file that left the database, so that erasing a conversation can reach it; a row for each conversation in it."""

    conversation = models.CharField(max_length=64, db_index=True)
    path = models.CharField(max_length=300)
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The table."""

        db_table = "console_exports"
