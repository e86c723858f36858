"""Filters worth a name."""

from __future__ import annotations

from django.db import models


class SavedFilter(models.Model):
    """A queue as one person likes to see it: the query of its address."""

    person = models.ForeignKey("console.Person", models.CASCADE)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        """The table."""

        db_table = "console_filters"
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("person", "name"), name="console_filter_once"),)
