"""The source documents as the checks see them: whole, and cut into passages."""

from __future__ import annotations

from pathlib import Path

from knowledge.finding import Finding
from knowledge.library import Content
from knowledge.lines import line_of
from knowledge.model import Source
from knowledge.passages import PassageMissing, plain_lines, split


class Documents:
    """``texts`` maps a source id to its document, ``passages`` a passage id to its words."""

    def __init__(self, content: Content, seeds: Path) -> None:
        """Read every document ``sources.yml`` names; what is missing goes to ``findings``."""
        self.texts: dict[str, str] = {}
        self.passages: dict[str, str] = {}
        self.findings: list[Finding] = []
        self._file = content.file("sources")
        for source in content.sources:
            self._read(source, seeds)

    def _read(self, source: Source, seeds: Path) -> None:
        try:
            document = (seeds / source.file).read_text(encoding="utf-8")
            self.texts[source.id] = " ".join(plain_lines(document))
            found = split(document, {name: p.begins for name, p in source.passages.items()})
            self.passages |= {f"{source.id}#{name}": words for name, words in found.items()}
        except OSError:
            fault = f"the document {source.file} is not among the source documents"
            self._note(line_of(source.file), fault, "add it there or mend `file`")
        except UnicodeDecodeError:
            self._note(line_of(source.file), f"the document {source.file} is not text in UTF-8", "save it as UTF-8")
        except PassageMissing as missing:
            passage = source.passages[str(missing)]
            fault = f"no line of {source.file}, after the passage before it, begins with `{passage.begins}`"
            self._note(passage.line, fault, "mend `begins` or the order of passages")

    def _note(self, line: int, fault: str, mend: str) -> None:
        self.findings.append(Finding(self._file, line, fault, mend))
