"""The columns of the decisions and how wide they are; the workbook and the text file share them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from regpol.register.people import Roster
from regpol.reports.decided.register import DecidedRegister, DecidedRow, RowNote, SituationLine
from regpol.reports.masking import mask_name, mask_nik

UNKNOWN_AMOUNT = "belum diketahui"


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A heading, the width in characters, the kind (text, long, answer, number or rupiah) and the value."""

    heading: str
    width: float
    kind: str
    value: Callable[[T], str | int | None]


def decision_columns(report: DecidedRegister, *, show_personal: bool) -> tuple[Column[DecidedRow], ...]:
    """One row a person."""
    person = _personal(report.roster, show_personal=show_personal) if report.roster else ()
    return (
        Column("Baris", 7, "number", lambda r: r.row),
        *person,
        Column("Kecamatan", 13, "text", lambda r: r.district),
        Column("Kelurahan/Desa", 19, "text", lambda r: r.village),
        Column("Kategori", 18, "text", lambda r: r.category),
        Column("Segmen", 9, "text", lambda r: r.segment),
        *(column for name in report.programmes for column in _programme(name)),
        Column("Jumlah per bulan (Rp)", 13, "rupiah", _total),
        Column("Sumber dana", 19, "text", lambda r: r.fund),
        Column("Jawaban dana", 13, "answer", lambda r: r.fund_answer),
        Column("Situasi", 8, "number", lambda r: r.situation),
        # on one line, and off the printed page: the sheet of situations has the reasons to read
        Column("Alasan", 90, "text", lambda r: r.reasons),
    )


def situation_columns(report: DecidedRegister) -> tuple[Column[SituationLine], ...]:
    """One row a situation."""
    return (
        Column("Situasi", 8, "number", lambda s: s.number),
        Column("Orang", 9, "number", lambda s: s.people),
        Column("Perlu perhatian", 11, "answer", lambda s: "perlu dilihat" if s.attention else ""),
        Column("Kategori", 19, "text", lambda s: s.category),
        Column("Keadaan", 44, "long", lambda s: s.facts),
        Column("Segmen", 9, "text", lambda s: s.segment),
        *(Column(name, 13, "answer", _situation_answer(name)) for name in report.programmes),
        Column("Sumber dana", 20, "text", lambda s: s.fund),
        Column("Jawaban dana", 15, "answer", lambda s: s.fund_answer),
        Column("Alasan", 62, "long", lambda s: s.reasons),
    )


def note_columns() -> tuple[Column[RowNote], ...]:
    """One row a reject or a warning."""
    return (
        Column("Baris", 7, "number", lambda n: n.row),
        Column("Kode", 8, "text", lambda n: n.code),
        Column("Masalah", 28, "text", lambda n: n.title),
        Column("Yang ditemukan", 62, "long", lambda n: n.found),
        Column("Yang perlu dilakukan", 62, "long", lambda n: n.action),
    )


def _personal(roster: Roster, *, show_personal: bool) -> tuple[Column[DecidedRow], ...]:
    def nik(row: DecidedRow) -> str:
        entry = roster.entries.get(row.row)
        return "" if entry is None else entry.nik if show_personal else mask_nik(entry.nik)

    def name(row: DecidedRow) -> str:
        entry = roster.entries.get(row.row)
        return "" if entry is None else entry.name if show_personal else mask_name(entry.name)

    return Column("NIK", 18, "text", nik), Column("Nama", 20, "text", name)


def _programme(name: str) -> tuple[Column[DecidedRow], Column[DecidedRow]]:
    def amount(row: DecidedRow) -> str | int | None:
        if name not in row.monthly:
            return None
        known = row.monthly[name]
        return UNKNOWN_AMOUNT if known is None else known

    return (
        Column(name, 12, "answer", lambda r: r.answers.get(name, "")),
        Column(f"{name} per bulan (Rp)", 11, "rupiah", amount),
    )


def _total(row: DecidedRow) -> str | int | None:
    if not row.monthly:
        return None
    total = row.total
    return UNKNOWN_AMOUNT if total is None else total


def _situation_answer(name: str) -> Callable[[SituationLine], str]:
    return lambda situation: situation.answers.get(name, "")
