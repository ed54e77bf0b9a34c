"""The list of what the rulebook holds, as a table, CSV or JSON."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from regpol.law.listing import Line
from regpol.law.model import Rulebook
from regpol.reports.law_layout import page, section, table, titled
from regpol.reports.rule_words import categories_words

_HEADER = ("jenis", "id", "nama", "soal", "kategori", "bukti", "belum_terbaca", "berlaku", "tanda_tangan")
_WIDTHS = (41, 11, 4, 18, 60)


def list_text(lines: tuple[Line, ...]) -> str:
    """A block for each kind."""
    blocks = []
    for kind in dict.fromkeys(line.kind for line in lines):
        own = [line for line in lines if line.kind == kind]
        rows = [("", "soal", "kat.", "bukti", "berlaku"), *(_row(line) for line in own)]
        blocks.append(section(f"{kind.capitalize()} ({len(own)})", table(rows, _WIDTHS, numbers=[2])))
    legend = "kat.: banyaknya kategori yang tersentuh. Tanda ? : naskah, letak, atau jumlahnya belum terbaca."
    return page((titled(f"Isi buku aturan: {len(lines)} butir"), *blocks, legend if lines else "Tidak ada yang cocok."))


def _row(line: Line) -> tuple[str, ...]:
    question = str(line.question) if line.question else ""
    known = f"{line.evidence.label}{' ?' if line.unread else ''}"
    about = line.validity.label if line.validity else line.name
    return line.id, question, str(len(line.categories)), known, about


def list_csv(book: Rulebook, lines: Iterable[Line], signed: Mapping[str, str]) -> str:
    """The list with a semicolon between columns, as Indonesian spreadsheets open it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(_HEADER)
    for line in lines:
        writer.writerow(
            (
                line.kind,
                line.id,
                line.name,
                line.question or "",
                categories_words(book, line.categories) if line.categories else "",
                line.evidence.label,
                "ya" if line.unread else "tidak",
                line.validity.label if line.validity else "",
                signed.get(line.id, ""),
            )
        )
    return out.getvalue()


def list_json(lines: Iterable[Line], signed: Mapping[str, str]) -> dict[str, Any]:
    """The list as one document."""
    return {
        "entries": [
            {
                "kind": line.kind,
                "id": line.id,
                "name": line.name,
                "question": str(line.question) if line.question else None,
                "categories": list(line.categories),
                "evidence": line.evidence.code,
                "unread": line.unread,
                "validity": line.validity.label if line.validity else None,
                "signature": signed.get(line.id),
            }
            for line in lines
        ]
    }
