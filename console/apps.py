"""The console as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    """All of the console is one application."""

    name = "console"
    default_auto_field = "django.db.models.BigAutoField"
