"""The columns of the decisions: how each is called in every form, and the expression that fills it.

Expressions read ``k`` (the row with its key), ``d`` (what its situation answers), ``u`` (the names of its
unit) and, where people are shown, ``r`` (the roster).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from regpol.budget.row_amounts import RowAmounts
from regpol.reports.decided.register import DecidedRegister, RowNote, SituationLine

UNKNOWN_AMOUNT = "belum diketahui"
MONTHLY_TOTAL, YEARLY_TOTAL = "Jumlah per bulan (Rp)", "Jumlah per tahun (Rp)"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A heading, the width in characters, the kind (text, long, answer, number or rupiah) and the value."""

    heading: str
    width: float
    kind: str
    value: Callable[[T], str | int | None]


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column of the rows: its name in Parquet (empty where it is not there), its heading, and its expression.

    ``due`` is an expression that tells whether an amount is due at all, so that unknown differs from none.
    """

    name: str
    heading: str
    width: float
    kind: str
    sql: str
    due: str = ""


def row_columns(programmes: Sequence[tuple[str, str]], amounts: RowAmounts, *, people: bool) -> tuple[RowColumn, ...]:
    """Every column of a row, in order; ``people`` for those that tell who it is."""
    who = (RowColumn("nik", "NIK", 18, "nik", "r.nik"), RowColumn("nama", "Nama", 20, "name", "r.nama"))
    monthly, yearly = total_expressions(programmes, amounts)
    return (
        RowColumn("baris", "Baris", 7, "number", "k.row"),
        *(who if people else ()),
        RowColumn("kode_kecamatan", "", 0, "code", "k.kecamatan"),
        RowColumn("kecamatan", "Kecamatan", 13, "text", "u.kecamatan"),
        RowColumn("kode_kelurahan", "", 0, "code", "k.kelurahan"),
        RowColumn("kelurahan", "Kelurahan/Desa", 19, "text", "u.kelurahan"),
        RowColumn("kategori", "Kategori", 18, "text", "d.kategori"),
        RowColumn("segmen", "Segmen", 9, "text", "d.segmen"),
        *(column for code, short in programmes for column in _programme(code, short, amounts)),
        RowColumn("sebulan", MONTHLY_TOTAL, 13, "rupiah", monthly, "d.ada"),
        RowColumn("setahun", YEARLY_TOTAL, 13, "rupiah", yearly, "d.ada"),
        RowColumn("dana", "Sumber dana", 19, "text", "d.dana"),
        RowColumn("jawaban_dana", "Jawaban dana", 13, "answer", "d.jawaban_dana"),
        RowColumn("situasi", "Situasi", 8, "number", "d.situasi"),
        # on one line, and off the printed page: the sheet of situations has the reasons to read
        RowColumn("", "Alasan", 90, "text", "d.alasan"),
    )


def _programme(code: str, short: str, amounts: RowAmounts) -> tuple[RowColumn, ...]:
    due = f'd."{code}_ada"'
    return (
        RowColumn(code, short, 12, "answer", f'd."{code}"'),
        RowColumn(f"{code}_sebulan", f"{short} per bulan (Rp)", 11, "rupiah", amounts.monthly[code], due),
        RowColumn(f"{code}_setahun", "", 0, "rupiah", amounts.yearly[code], due),
    )


def total_expressions(programmes: Sequence[tuple[str, str]], amounts: RowAmounts) -> tuple[str, str]:
    """A month and a year of a row: NULL as soon as a part that is due is not known, and where nothing is due."""
    if not amounts.personal:
        return "d.sebulan", "d.setahun"
    sums = [
        " + ".join(f'CASE WHEN d."{code}_ada" THEN {each[code]} ELSE 0 END' for code, _ in programmes)
        for each in (amounts.monthly, amounts.yearly)
    ]
    monthly, yearly = (f"CASE WHEN d.ada THEN {each or 'NULL'} END" for each in sums)
    return monthly, yearly


def situation_columns(report: DecidedRegister) -> tuple[Column[SituationLine], ...]:
    """One row a situation, those to look at told apart by a word."""
    return (
        Column("Situasi", 8, "number", lambda s: s.number),
        Column("Orang", 9, "number", lambda s: s.people),
        Column("Perlu perhatian", 11, "answer", lambda s: _look(report, s)),
        Column("Kategori", 17, "text", lambda s: s.category),
        Column("Keadaan", 32, "long", facts_words),
        Column("Segmen", 9, "text", lambda s: s.segment),
        *(Column(short, 12, "answer", _situation_answer(short)) for _, short in report.programmes),
        Column("Iuran sebulan seorang (Rp)", 13, "rupiah", _situation_total),
        Column("Sumber dana", 17, "text", lambda s: s.fund),
        Column("Jawaban dana", 13, "answer", lambda s: s.fund_answer),
        Column("Yang perlu dilihat", 34, "long", lambda s: "\n".join(report.own(s))),
        Column("Yang kurang, dan siapa yang dapat menyelesaikannya", 46, "long", lambda s: _own_points(report, s)),
        Column("Dasar", 62, "long", grounds_words),
    )


def _own_points(report: DecidedRegister, line: SituationLine) -> str:
    """What is open here beside what is open everywhere."""
    common = report.common_points
    return "\n".join(_point(*point) for point in line.open_points if point not in common)


def _look(report: DecidedRegister, line: SituationLine) -> str:
    return "perlu dilihat" if report.own(line) else "hal umum" if line.attention else ""


def facts_words(line: SituationLine) -> str:
    """What is known of everybody in it, and what is not."""
    known = "; ".join(f"{name.lower()}: {label}" for name, label in line.facts)
    unknown = f"belum diketahui: {', '.join(name.lower() for name in line.unknown)}" if line.unknown else ""
    return "\n".join(part for part in (known, unknown) if part)


def open_words(line: SituationLine) -> str:
    """What is open, with who can settle it."""
    return "\n".join(_point(*point) for point in line.open_points)


def _point(change: str, holder: str, about: Sequence[str]) -> str:
    return f"{change} — {holder}. Untuk: {', '.join(about)}"


def grounds_words(line: SituationLine) -> str:
    """Each answer with its texts and how well they are known."""
    return "\n".join(f"{reason.about} {reason.answer}: {'; '.join(reason.grounds)}" for reason in line.reasons)


def _situation_total(line: SituationLine) -> str | int | None:
    if line.by_income:
        return "menurut penghasilan"
    return (line.total if line.total is not None else UNKNOWN_AMOUNT) if line.monthly else None


def _situation_answer(name: str) -> Callable[[SituationLine], str]:
    return lambda situation: situation.answers.get(name, "")


def note_columns() -> tuple[Column[RowNote], ...]:
    """One row a reject or a warning."""
    return (
        Column("Baris", 7, "number", lambda n: n.row),
        Column("Kode", 8, "text", lambda n: n.code),
        Column("Masalah", 28, "text", lambda n: n.title),
        Column("Yang ditemukan", 62, "long", lambda n: n.found),
        Column("Yang perlu dilakukan", 62, "long", lambda n: n.action),
    )
