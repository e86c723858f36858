"""Every promise the content makes, checked: one module a promise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from knowledge.checks import copied, ids, lengths, links, numbers, passages, reading, review, sourced, wording
from knowledge.checks.documents import Documents
from knowledge.finding import Finding
from knowledge.library import HERE, Content, read

Check = Callable[[Content], Iterable[Finding]]
DocumentCheck = Callable[[Content, Documents], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    ids.check,
    sourced.check,
    links.check,
    lengths.check,
    review.check,
    wording.check,
    reading.check,
)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (passages.check, numbers.check, copied.check)


def check(root: Path = HERE, seeds: Path | None = None) -> list[Finding]:
    """Check the content under ``root``, and against the documents in ``seeds`` when given.

    While a file that all topics rest on (glossary, menu, sources ...) has faults of form,
    only faults of form are named: every other one might be their consequence.
    """
    content = read(root)
    findings = list(content.findings)
    if not content.partial:
        findings += [finding for one in CHECKS for finding in one(content)]
    if not content.partial and seeds is not None:
        documents = Documents(content, seeds)
        findings += documents.findings
        findings += [finding for compare in DOCUMENT_CHECKS for finding in compare(content, documents)]
    return sorted(set(findings))
