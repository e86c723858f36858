"""Figures that were counted before."""

from __future__ import annotations

from django.db import models


class CountedDay(models.Model):
    """A day's figures, as ``console.figures.days`` writes them; counts and labels only.

    ``turns`` and ``thumbs`` tell whether the day has changed since.
    """

    day = models.DateField(primary_key=True)
    turns = models.IntegerField()
    thumbs = models.BigIntegerField()
    total = models.JSONField()
    topics = models.JSONField()

    class Meta:
        """The table."""

        db_table = "console_counted_days"
