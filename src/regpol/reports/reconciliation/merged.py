"""The register put together again: the sheets with their changes marked, and a log of everything."""

import io
from typing import TYPE_CHECKING

from regpol.register.returns.answers import DEED, NOTE
from regpol.register.returns.dispatch import Dispatch
from regpol.register.returns.merging import Change, Merged, Stray, UnitState
from regpol.reports.person_sheets.original_sheet import Mark, sheet_name, write_original
from regpol.reports.person_sheets.person_table import (
    BAD,
    GOOD,
    OPEN,
    QUIET,
    PersonColumn,
    PersonStyle,
    new_sheet,
    open_book,
    write_table,
)
from regpol.reports.workbook_style import sign
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_OWN = ("Ringkasan", "Catatan perubahan", "Bentrokan", "Baris tidak dikenal", "Unit")


def merged_xlsx(dispatch: Dispatch, merged: Merged) -> bytes:
    """The workbook as bytes; the register stands first, so that it is what is read when it is used again."""
    made = io.BytesIO()
    book = open_book(made, f"Register gabungan {dispatch.region}", dispatch.on_date)
    style = PersonStyle(book)
    sign(book, "register return merge", _registers(book, style, merged))
    when = f"Kiriman {dispatch.id}, {long_date(dispatch.on_date)}"
    write_table(
        new_sheet(book, "Catatan perubahan"),
        style,
        title="Catatan perubahan",
        about=f"{when}. Setiap sel yang berubah: siapa, semula, menjadi, dan kapan berkasnya disimpan.",
        columns=_change_columns(),
        rows=merged.changes,
    )
    write_table(
        new_sheet(book, "Bentrokan"),
        style,
        title="Bentrokan",
        about=f"{when}. Jawaban yang tidak diambil; isi semula dipertahankan sampai dipastikan.",
        columns=(*_change_columns(), PersonColumn("Sebab tidak diambil", 48, "long", lambda c: c.why_not)),
        rows=merged.conflicts,
    )
    write_table(
        new_sheet(book, "Baris tidak dikenal"),
        style,
        title="Baris tidak dikenal",
        about=f"{when}. Orang baru, atau baris lama yang kodenya hilang; belum dimasukkan ke register.",
        columns=_stray_columns(),
        rows=merged.strays,
    )
    write_table(
        new_sheet(book, "Unit"),
        style,
        title="Jawaban menurut unit",
        about=f"{when}. Baris yang tidak kembali tetap ada di register seperti semula.",
        columns=_unit_columns(),
        rows=merged.states,
        colours=lambda word: {"lengkap": GOOD, "belum menjawab": BAD, "sebagian": OPEN}.get(word, QUIET),
    )
    book.close()
    return made.getvalue()


def _registers(book: "Workbook", style: PersonStyle, merged: Merged) -> list[str]:
    """Writes the sheets of the register; their names."""
    taken = list(_OWN)
    for at, sheet in enumerate(merged.sheets):
        name = sheet_name(sheet.table.sheet or "Register", taken)
        taken.append(name)
        write_original(
            book,
            style,
            sheet,
            name,
            marks=[Mark(line, column, told) for owner, line, column, told in merged.changed_cells if owner == at],
            beside={line: said for (owner, line), said in merged.remarks.items() if owner == at},
            beside_headings=(DEED, NOTE),
        )
    return taken[len(_OWN) :]


def _change_columns() -> tuple[PersonColumn[Change], ...]:
    return (
        PersonColumn("Unit", 24, "text", lambda c: c.unit.name),
        PersonColumn("Kode unit", 15, "text", lambda c: c.unit.code),
        PersonColumn("Diisi oleh", 20, "text", lambda c: c.filled_by),
        PersonColumn("Lembar", 14, "text", lambda c: c.sheet),
        PersonColumn("Baris", 7, "number", lambda c: c.line),
        PersonColumn("Kolom", 18, "text", lambda c: c.column),
        PersonColumn("Semula", 28, "long", lambda c: c.old or "(kosong)"),
        PersonColumn("Menjadi", 28, "long", lambda c: c.new or "(kosong)"),
        PersonColumn("Berkas", 26, "text", lambda c: c.file),
        PersonColumn("Berkas disimpan", 20, "text", lambda c: c.saved or "(tidak tercatat)"),
    )


def _stray_columns() -> tuple[PersonColumn[Stray], ...]:
    return (
        PersonColumn("Unit", 24, "text", lambda s: s.unit.name),
        PersonColumn("Berkas", 26, "text", lambda s: s.file),
        PersonColumn("Baris", 7, "number", lambda s: s.line),
        PersonColumn("Isi baris", 110, "long", lambda s: s.text),
    )


def _unit_columns() -> tuple[PersonColumn[UnitState], ...]:
    return (
        PersonColumn("Kode", 15, "text", lambda u: u.unit.code),
        PersonColumn("Unit", 28, "text", lambda u: u.unit.name),
        PersonColumn("Keadaan", 16, "class", state_of),
        PersonColumn("Dikirim", 9, "number", lambda u: len(u.unit.rows)),
        PersonColumn("Kembali", 9, "number", lambda u: u.back),
        PersonColumn("Berubah (sel)", 9, "number", lambda u: u.changed),
        PersonColumn("Bentrok (isian)", 9, "number", lambda u: u.conflicts),
        PersonColumn("Baris baru", 9, "number", lambda u: u.strays),
        PersonColumn("Berkas", 40, "long", lambda u: ", ".join(u.files)),
    )


def state_of(state: UnitState) -> str:
    """How far a unit is, in one word."""
    if not state.answered:
        return "belum menjawab"
    return "sebagian" if state.missing else "lengkap"
