"""What editors have done about questions that got no answer."""

from __future__ import annotations

from django.db import models

from console.models.kept import Turn


class How(models.TextChoices):
    """How an unanswered question was settled."""

    DONE = "done", "Done"
    NOT_OURS = "not_ours", "Not for us"


class Settled(models.Model):
    """An unanswered turn that somebody has ticked off; a like one that comes later is not."""

    turn = models.OneToOneField(
        Turn, models.DO_NOTHING, primary_key=True, db_column="turn", db_constraint=False, related_name="settled"
    )
    conversation = models.CharField(max_length=64, db_index=True)
    how = models.CharField(max_length=10, choices=How.choices)
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """The table."""

        db_table = "console_settled"
