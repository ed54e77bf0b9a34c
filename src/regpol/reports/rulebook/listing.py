"""The list of what the rulebook holds, as a table, CSV or JSON."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from regpol.law.listing import VALUE, Line
from regpol.law.model import Rulebook
from regpol.reports.rule_words import categories_words
from regpol.reports.rulebook.layout import page, section, table, titled
from regpol.terms.dates import EARLIEST, LATEST, Span, Validity

_HEADER = ("jenis", "id", "nama", "soal", "kategori", "bukti", "belum_terbaca", "berlaku", "tanda_tangan")
_WIDTHS = (41, 11, 4, 18, 60)
_HEAD, _SIGNED, _YES, _FALLEN = ("ttd",), 5, "ya", "gugur"


def list_text(lines: tuple[Line, ...], signed: Mapping[str, str] | None) -> str:
    """A block for each kind; with ``signed``, the sign-offs of a project, a column says how each stands."""
    blocks = []
    for kind in dict.fromkeys(line.kind for line in lines):
        own = [line for line in lines if line.kind == kind]
        blocks.append(section(f"{kind.capitalize()} ({len(own)})", _block(own, signed)))
    legend = "kat.: banyaknya kategori yang tersentuh. Tanda ? : naskah, letak, atau jumlahnya belum terbaca.\n"
    legend += "Tahun dengan ? : harinya belum diketahui."
    if signed is not None:
        legend += f"\nttd: {_YES} = ditandatangani ahli hukum, {_FALLEN} = tanda tangannya gugur."
    return page((titled(f"Isi buku aturan: {len(lines)} butir"), *blocks, legend if lines else "Tidak ada yang cocok."))


def _block(own: list[Line], signed: Mapping[str, str] | None) -> str:
    """Values have a meaning where the others have a time; only rules have a question, and values no categories."""
    marked = () if signed is None else (_SIGNED,)
    if own[0].kind == VALUE:
        return table(
            [("", "bukti", *_HEAD[: len(marked)], "arti"), *(_value(line, signed) for line in own)],
            (41, 18, *marked, 60),
        )
    head = ("", "soal", "kat.", "bukti", *_HEAD[: len(marked)], "berlaku")
    return table([head, *(_row(line, signed) for line in own)], (*_WIDTHS[:-1], *marked, _WIDTHS[-1]), numbers=[2])


def _value(line: Line, signed: Mapping[str, str] | None) -> tuple[str, ...]:
    return line.id, _known(line), *_mark(line, signed), line.name


def _row(line: Line, signed: Mapping[str, str] | None) -> tuple[str, ...]:
    question = str(line.question) if line.question else ""
    time = _short(line.validity) if line.validity else ""
    return line.id, question, str(len(line.categories)), _known(line), *_mark(line, signed), time


def _known(line: Line) -> str:
    return f"{line.evidence.label}{' ?' if line.unread else ''}"


def _short(validity: Validity) -> str:
    """A validity that fits a narrow column; the whole of it stands in CSV and on the page of the entry."""
    words = []
    if validity.since.earliest > EARLIEST:
        words.append(f"sejak {_day(validity.since)}")
    if validity.until.latest < LATEST:
        words.append(f"s.d. {_day(validity.until)}")
    if validity.years:
        first, last = validity.years
        words.append(f"TA {first}" + (f" s.d. {last}" if last != first else ""))
    return " ".join(words) or "tanpa batas"


def _day(span: Span) -> str:
    if span.known:
        return f"{span.earliest:%d-%m-%Y}"
    years = dict.fromkeys((span.earliest.year, span.latest.year))
    return f"{'/'.join(map(str, years))}?"


def _mark(line: Line, signed: Mapping[str, str] | None) -> tuple[str, ...]:
    """How the sign-off stands; no column at all where no project was named."""
    if signed is None:
        return ()
    words = signed.get(line.signable, "")
    return ("" if not words else _FALLEN if words.startswith(_FALLEN) else _YES,)


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
                signed.get(line.signable, ""),
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
                "signature": signed.get(line.signable),
            }
            for line in lines
        ]
    }
