"""The words on the page of questions, from ``wording.yml``."""

from __future__ import annotations

from safety.reply_texts import at

TITLE, LEAD, DATE, MORE, FOOT = (str(at(f"sheet.{name}")) for name in ("title", "lead", "date", "more", "foot"))
