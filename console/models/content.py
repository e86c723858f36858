"""Content that a clinician has read."""

from __future__ import annotations

from django.db import models


class SignOff(models.Model):
    """One reading of a topic, word for word as it then was. ``due`` is when to look again."""

    topic = models.CharField(max_length=80, db_index=True)
    version = models.CharField(max_length=80)
    content = models.JSONField()
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True)
    clinician = models.CharField(max_length=80)
    on = models.DateField()
    due = models.DateField()
    note = models.TextField(default="")

    class Meta:
        """The table."""

        db_table = "console_sign_offs"
        ordering = ("-on", "-id")
