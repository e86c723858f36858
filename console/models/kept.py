"""Kept talk as the console reads it. The tables are those of ``conversations.tables``, which makes them."""

from __future__ import annotations

import datetime

from django.db import models

from console import kept


class Conversation(models.Model):
    """A talk with one family under a pseudonym. Times are unix seconds."""

    id = models.CharField(max_length=64, primary_key=True)
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=35, null=True)
    country = models.CharField(max_length=2, null=True)
    started = models.FloatField()
    last = models.FloatField()
    turns = models.IntegerField(default=0)

    class Meta:
        """Made elsewhere."""

        managed = False
        db_table = "conversations"


class Turn(models.Model):
    """One message of a family with what was answered; ``body`` is sealed, and goes first."""

    id = models.BigAutoField(primary_key=True)
    conversation = models.CharField(max_length=64)
    number = models.IntegerField()
    at = models.FloatField()
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=35, null=True)
    body = models.BinaryField(null=True)
    intent = models.CharField(max_length=80, null=True)
    confidence = models.FloatField(null=True)
    outcome = models.CharField(max_length=20)
    topic = models.CharField(max_length=80, null=True)
    version = models.CharField(max_length=80, null=True)
    safety = models.CharField(max_length=20, null=True)
    rule = models.CharField(max_length=80, null=True)
    seconds = models.FloatField(null=True)
    feedback = models.CharField(max_length=10, null=True)
    urgency = models.IntegerField(default=9)
    update_id = models.BigIntegerField(null=True)

    class Meta:
        """Made elsewhere."""

        managed = False
        db_table = "turns"

    @property
    def when(self) -> datetime.datetime:
        """The time in UTC."""
        return datetime.datetime.fromtimestamp(self.at, datetime.timezone.utc)

    @property
    def opened(self) -> kept.Body | None:
        """What was said; None when its time is over or its key is gone."""
        if not hasattr(self, "_opened"):
            self._opened = kept.open_body(self.body)
        return self._opened


class Word(models.Model):
    """A keyed hash of a word's stem, and a turn that holds the word."""

    pk = models.CompositePrimaryKey("word", "turn_id")
    word = models.CharField(max_length=24)
    turn = models.ForeignKey(Turn, models.DO_NOTHING, db_column="turn", related_name="words")

    class Meta:
        """Made elsewhere."""

        managed = False
        db_table = "words"


class Version(models.Model):
    """What a topic said, as JSON."""

    version = models.CharField(max_length=80, primary_key=True)
    topic = models.CharField(max_length=80)
    content = models.TextField()
    first_said = models.FloatField()

    class Meta:
        """Made elsewhere."""

        managed = False
        db_table = "versions"


class Consent(models.Model):
    """Consent to learn from a conversation; no row, or ``revoked`` set, means no."""

    conversation = models.CharField(max_length=64, primary_key=True)
    given = models.FloatField()
    revoked = models.FloatField(null=True)

    class Meta:
        """Made elsewhere."""

        managed = False
        db_table = "consents"
