"""The findings as Word comments in a copy of the paper, each at the paragraph it speaks of."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.rule import Rule
from regpol.documents.lint.text import LintText
from regpol.documents.word.ooxml import NAMESPACE
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.base import Severity
from regpol.terms.problems.word_files import BrokenWordFile

_AUTHOR = "regpol lint"


def commented(
    path: Path, text: LintText, findings: tuple[Finding, ...], rules: Mapping[str, Rule], moment: str
) -> bytes:
    """A Word file: the paper itself with comments, or, of a text file, its lines with comments.

    ``moment`` is the date the comments carry, as '2026-11-28T00:00:00Z'.
    """
    if path.suffix.lower() == ".docx":
        document = _opened(path)
        places = dict(enumerate(document.element.body.iter(f"{{{NAMESPACE}}}p"), 1))
    else:
        document, places = _retyped(text)
    for finding in findings:
        element = places.get(finding.line)
        if element is not None:
            _comment(document, element, _said(finding, rules[finding.rule].weight(text.form)), moment)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _opened(path: Path) -> Any:
    """The file as a library opens it that writes comments; `read_paper` has refused what may harm before."""
    from docx import Document

    try:
        return Document(str(path))
    except Exception:
        # whatever a broken package makes the library say, the reader needs one sentence
        raise Refused(BrokenWordFile(place=Place(str(path)), trouble="susunannya bukan naskah Word")) from None


def _retyped(text: LintText) -> tuple[Any, dict[int, Any]]:
    from docx import Document

    document = Document()
    places: dict[int, Any] = {}
    for line in text.lines:
        written = document.add_paragraph("".join(sign for sign in line.text if sign.isprintable()))
        places.setdefault(line.number, written._p)
    return document, places


def _comment(document: Any, element: Any, said: str, moment: str) -> None:
    from docx.text.paragraph import Paragraph

    paragraph = Paragraph(element, document._body)
    runs = paragraph.runs or [paragraph.add_run("")]
    made = document.add_comment(runs, text=said, author=_AUTHOR, initials="RL")
    made._comment_elm.set(f"{{{NAMESPACE}}}date", moment)


def _said(finding: Finding, weight: Severity) -> str:
    return f"{finding.rule} ({weight.word}): {finding.found}\nSebaiknya: {finding.better}"
