"""Which conversations are a tester's own."""

from __future__ import annotations

from django.db import models


class TestChat(models.Model):
    """A conversation a tester held, and so may see."""

    __test__ = False  # no test class, whatever its name says to pytest
    conversation = models.CharField(max_length=64)
    person = models.ForeignKey("console.Person", models.CASCADE)

    class Meta:
        """The table."""

        db_table = "console_test_chats"
        constraints = (models.UniqueConstraint(fields=("conversation", "person"), name="console_test_chat_once"),)
