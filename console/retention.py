"""What moderators wrote about a text goes when the text goes; verdicts and counts stay."""

from __future__ import annotations

import datetime
import threading
import time

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from console.models.corrections import Correction, Export
from console.models.reviews import Comment, Verdict

_HOUR = 3600.0


def purge() -> int:
    """Remove notes, comments and exported lines of turns whose text is gone, and exports as old; how many."""
    notes = Verdict.objects.filter(turn__body=None).exclude(note=None).update(note=None)
    comments, _ = Comment.objects.filter(turn__body=None).delete()
    lines, _ = Correction.objects.filter(turn__body=None).exclude(exported=None).delete()
    return notes + comments + lines + _old_exports()


def _old_exports() -> int:
    before = timezone.now() - datetime.timedelta(days=settings.ENVIRONMENT.retention_text_days)
    old = Export.objects.filter(at__lt=before)
    for path in set(old.values_list("path", flat=True)):
        (settings.ENVIRONMENT.exports / path).unlink(missing_ok=True)
    return old.delete()[0]


class Purging(threading.Thread):
    """Purges at once and then every hour, as long as the console is served."""

    def __init__(self) -> None:
        """Not started yet."""
        super().__init__(name="purging", daemon=True)

    def run(self) -> None:
        """Go on though the database is busy: the next hour will do."""
        while True:
            try:
                purge()
            except DatabaseError:
                pass
            finally:
                connection.close()
            time.sleep(_HOUR)
