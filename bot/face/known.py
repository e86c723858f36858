"""What the gateway knows besides the update itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """``country`` is the family's ISO code; ``username`` the assistant's own, without the at sign.

    ``retention_days`` is how long conversations are kept, in days; None leaves the number out of what is said.
    ``consent``: the family said that we may learn from its words.
    """

    country: str | None = None
    username: str | None = None
    retention_days: int | None = None
    consent: bool = False
