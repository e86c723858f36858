"""Who did what, and who opened which conversation."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """One act. ``who`` is the name as it was, for people leave; no text of a family's stands here."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True)
    who = models.CharField(max_length=80)
    act = models.CharField(max_length=40)
    about = models.CharField(max_length=200, default="")
    conversation = models.CharField(max_length=64, null=True, db_index=True)

    class Meta:
        """The table."""

        db_table = "console_audit"
