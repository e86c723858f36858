"""``python -m benchmarks.console [TURNS]``: a database of many turns, and how long the console's pages take on it.

PostgreSQL where it is installed (tests.support.postgres starts one), so that what is measured is what is run.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from typing import Any

_TALK, _ROUNDS = 6, 5
_PAGES = {
    "queue": "/",
    "queue, page 2": "/?after=9_{half}_1",
    "conversation": "/conversations/{talk}/",
    "filter: outcome": "/?outcome=not_covered",
    "filter: all but an outcome": "/?outcome=answered&not=outcome",
    "filter: topic, thumb": "/?topic=staging.ms&feedback=down",
    "filter: low confidence, a day": "/?most=0.4&since={day}&until={day}",
    "filter: a common word": "/?words=treatment",
    "filter: a rare word": "/?words=zebrafish",
    "filter: a tag": "/?tag=good",
    "filter: assigned to me": "/?assigned=me",
    "newest first": "/?order=newest&state=all",
    "figures, 7 days": "/figures/?days=7",
    "figures, 30 days": "/figures/?days=30",
}


def _fill(turns: int) -> None:
    """Turns made by the database itself; one body serves all, for each is opened only when shown."""
    from django.db import connection

    from console import kept

    body = kept.close_body(kept.Body("a question about treatment", [{"text": "An answer.", "buttons": []}]))
    common, rare = (next(iter(kept.words_of(word))) for word in ("treatment", "zebrafish"))
    names: dict[str, Any] = {
        "turns": turns,
        "talk": _TALK,
        "body": body,
        "now": time.time(),
        "common": common,
        "rare": rare,
    }
    with connection.cursor() as cursor:
        for statement in _STATEMENTS:
            cursor.execute(statement, names)


_STATEMENTS = (
    """INSERT INTO turns (conversation, number, at, channel, language, body, intent, confidence, outcome, topic,
        version, seconds, feedback, urgency)
    SELECT md5((n / %(talk)s)::text), n %% %(talk)s + 1, %(now)s - (%(turns)s - n) * 2.5, 'telegram',
        (ARRAY['en','es','de'])[1 + n %% 3], %(body)s, 'staging.ms', random(),
        (ARRAY['answered','answered','answered','not_covered','clarify','emergency','small_talk'])[1 + n %% 7],
        CASE WHEN n %% 7 < 3 THEN (ARRAY['staging.ms','treatment.ms','tests.urine'])[1 + n %% 3] END, 'v1',
        random() / 10, CASE WHEN n %% 50 = 0 THEN 'down' WHEN n %% 50 = 1 THEN 'up' END,
        CASE WHEN n %% 7 = 5 AND n %% 40 = 5 THEN 0 WHEN n %% 50 = 0 THEN 1 WHEN n %% 7 IN (3, 4) THEN 3
             WHEN n %% 9 = 0 THEN 4 ELSE 9 END
    FROM generate_series(0, %(turns)s - 1) n""",
    """INSERT INTO conversations (id, channel, language, started, last, turns)
    SELECT conversation, 'telegram', 'en', min(at), max(at), count(*) FROM turns GROUP BY conversation""",
    "INSERT INTO words (word, turn) SELECT %(common)s, id FROM turns WHERE id %% 3 = 0",
    "INSERT INTO words (word, turn) SELECT %(rare)s, id FROM turns WHERE id %% 50000 = 7",
    """INSERT INTO console_states (turn, conversation, flagged, reviewed, second)
    SELECT id, conversation, false, to_timestamp(at) + interval '1 day', '' FROM turns WHERE id %% 4 = 0""",
    """INSERT INTO console_tags (turn, conversation, name)
    SELECT id, conversation, 'good' FROM turns WHERE id %% 1000 = 1""",
    "VACUUM ANALYZE",  # as autovacuum leaves a database that has been running
)


def _measure(client: Any, address: str) -> tuple[float, float, float]:
    """The first, the median and the longest of five after it, in milliseconds."""
    took = []
    for _ in range(_ROUNDS + 1):
        began = time.perf_counter()
        response = client.get(address)
        took.append((time.perf_counter() - began) * 1000)
        assert response.status_code == 200, address
    return took[0], statistics.median(took[1:]), max(took[1:])


def _run(turns: int) -> None:
    import django

    django.setup()
    from django.test import Client

    from console import people, schema
    from console.models import Turn

    schema.migrate()
    began = time.perf_counter()
    _fill(turns)
    print(f"{turns:,} turns made in {time.perf_counter() - began:.0f} s")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(people.create("lead@example.org", "Lead", "lead"), "django.contrib.auth.backends.ModelBackend")
    middle = Turn.objects.order_by("pk")[turns // 2]
    places = {"half": f"{middle.at:.3f}", "talk": middle.conversation, "day": middle.when.date().isoformat()}
    for name, address in _PAGES.items():
        first, median, longest = _measure(client, address.format(**places))
        print(f"{name:32} {median:7.0f} ms, longest {longest:.0f}, the first time {first:.0f}", flush=True)


def main() -> int:
    """Make the turns, measure the pages."""
    from tests.support.postgres import postgres

    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder, postgres() as url:
        if url is None:
            print("PostgreSQL is not installed (apt-get install postgresql)", file=sys.stderr)
            return 2
        os.environ.update(DATA_FOLDER=folder, DATABASE_URL=url, DJANGO_SETTINGS_MODULE="console.django_settings")
        _run(turns)
    return 0


if __name__ == "__main__":
    sys.exit(main())
