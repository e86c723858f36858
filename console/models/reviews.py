"""What moderators make of a turn."""

from __future__ import annotations

from django.db import models

from console.models.kept import Turn
from console.models.sealed import SealedTextField


class Judgement(models.TextChoices):
    """The verdicts a turn can get."""

    GOOD = "good", "Good"
    WRONG_TOPIC = "wrong_topic", "Wrong topic"
    MISSED_RED_FLAG = "missed_red_flag", "Missed red flag"
    FALSE_ALARM = "false_alarm", "False alarm"
    MISSING_KNOWLEDGE = "missing_knowledge", "Missing knowledge"
    WORDING = "wording", "Wording"


class Second(models.TextChoices):
    """Where the second look at a verdict on safety stands."""

    NONE = "", "not needed"
    WANTED = "wanted", "wanted"
    AGREED = "agreed", "agreed"
    DISAGREED = "disagreed", "disagreed"
    RESOLVED = "resolved", "resolved by a lead"


class State(models.Model):
    """Where the work on a turn stands; no row means nobody touched it. ``verdict`` is what counts in the end."""

    turn = models.OneToOneField(
        Turn, models.DO_NOTHING, primary_key=True, db_column="turn", db_constraint=False, related_name="state"
    )
    conversation = models.CharField(max_length=64, db_index=True)
    assigned = models.ForeignKey("console.Person", models.SET_NULL, null=True, related_name="+")
    flagged = models.BooleanField(default=False)
    reviewed = models.DateTimeField(null=True, db_index=True)
    reviewer = models.ForeignKey("console.Person", models.SET_NULL, null=True, related_name="+")
    verdict = models.CharField(max_length=20, choices=Judgement.choices, null=True, db_index=True)
    second = models.CharField(max_length=10, choices=Second.choices, default="", db_index=True)

    class Meta:
        """The table."""

        db_table = "console_states"


class Verdict(models.Model):
    """What one person found. ``round`` is 1, 2 for the second look, 3 for the lead's word."""

    turn = models.ForeignKey(Turn, models.DO_NOTHING, db_column="turn", db_constraint=False, related_name="verdicts")
    conversation = models.CharField(max_length=64, db_index=True)
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True)
    judgement = models.CharField(max_length=20, choices=Judgement.choices)
    round = models.SmallIntegerField(default=1)
    note = SealedTextField(null=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """The table."""

        db_table = "console_verdicts"
        constraints = (models.UniqueConstraint(fields=("turn", "round"), name="console_verdict_once"),)


class Tag(models.Model):
    """A word of the moderators' own on a turn."""

    turn = models.ForeignKey(Turn, models.DO_NOTHING, db_column="turn", db_constraint=False, related_name="tags")
    conversation = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=40)

    class Meta:
        """The table."""

        db_table = "console_tags"
        constraints = (models.UniqueConstraint(fields=("name", "turn"), name="console_tag_once"),)


class Comment(models.Model):
    """A word to colleagues; ``to`` is whom it is for, if anybody in particular."""

    turn = models.ForeignKey(Turn, models.DO_NOTHING, db_column="turn", db_constraint=False, related_name="comments")
    conversation = models.CharField(max_length=64, db_index=True)
    person = models.ForeignKey("console.Person", models.SET_NULL, null=True, related_name="+")
    to = models.ForeignKey("console.Person", models.SET_NULL, null=True, related_name="comments_for")
    text = SealedTextField()
    at = models.DateTimeField(auto_now_add=True)
    seen = models.DateTimeField(null=True)

    class Meta:
        """The table."""

        db_table = "console_comments"
        ordering = ("at",)
