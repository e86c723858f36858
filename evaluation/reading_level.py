"""How easily the short answers read: raw Flesch-Kincaid and SMOG, median and worst."""

from __future__ import annotations

from statistics import median

from evaluation.tables import table
from knowledge.checks.reading import grade, hard_words, smog
from knowledge.library import Library


def reading_table(library: Library) -> str:
    """Grades (US school years) over all topics' ``say``."""
    hard = hard_words(name for term in library.terms.values() for name in term.names)
    texts = {t.id: " ".join(s.text for s in t.say) for t in library.topics.values()}
    measures = {
        "Flesch-Kincaid, glossary words eased": {id_: grade(text, hard) for id_, text in texts.items()},
        "Flesch-Kincaid, raw": {id_: grade(text) for id_, text in texts.items()},
        "SMOG, raw": {id_: smog(text) for id_, text in texts.items()},
    }
    rows = []
    for name, found in measures.items():
        worst = max(found, key=lambda id_: found[id_])
        rows.append([name, f"{median(found.values()):.1f}", f"{found[worst]:.1f}", worst])
    return table(["measure", "median", "worst", "worst topic"], rows)
