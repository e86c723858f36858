"""What a check has to say about a content file: where, what is wrong, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One fault (or, when ``warning``, one thing to look at) in a content file."""

    file: str
    line: int
    fault: str
    mend: str
    warning: bool = False

    def __str__(self) -> str:
        """The finding as one line an editor can click on and act on."""
        kind = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}: {kind}{self.fault}; {self.mend}"


class ContentError(ValueError):
    """The content cannot be read; ``findings`` says what stands in the way."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings, and show the first of them as the message."""
        super().__init__(str(findings[0]) + (f" (and {len(findings) - 1} more)" if findings[1:] else ""))
        self.findings = findings
