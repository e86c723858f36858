"""Text that is encrypted wherever it lies: what moderators note may repeat what families wrote."""

from __future__ import annotations

from typing import Any

from django.db import models

from console import kept


class SealedTextField(models.BinaryField):  # type: ignore[type-arg]
    """A text in the program, a token in the database; None where the key to it is gone."""

    def get_prep_value(self, value: Any) -> Any:
        """The token of a text."""
        return kept.seal(value) if isinstance(value, str) else value

    def from_db_value(self, value: Any, *_: Any) -> str | None:
        """The text of a token."""
        return None if value is None else kept.unseal(bytes(value))

    def to_python(self, value: Any) -> Any:
        """Texts stay texts."""
        return value
