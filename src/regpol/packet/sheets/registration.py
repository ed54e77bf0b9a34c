"""The sheet that registers people, one table a segment, and the people who are left out with the reason.

The official form is not known to us: the columns are presets that a project may replace, and a column we
have nothing for stays empty.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.packet.brief import PacketBrief, Person
from regpol.packet.numbers import Number
from regpol.reports.person_sheets.person_table import (
    PersonColumn,
    PersonStyle,
    Shown,
    new_sheet,
    open_book,
    write_table,
)
from regpol.reports.workbook_style import sign

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_KNOWN: dict[str, Callable[[Person], Shown]] = {
    "NIK": lambda one: one.nik,
    "Nama": lambda one: one.name,
    "Jenis kelamin": lambda one: one.sex,
    "Tanggal lahir": lambda one: date.fromisoformat(one.born) if one.born else None,
    "Jabatan": lambda one: one.category,
    "Pekerjaan": lambda one: one.category,
    "Kecamatan": lambda one: one.district,
    "Kelurahan/desa": lambda one: one.village,
    "Nomor SK": lambda one: one.decree,
    "Iuran per bulan (Rp)": lambda one: one.monthly,
}
"""What we know of a person, by the heading a project may ask for."""
_LEFT = "Tidak didaftarkan"
_WIDTHS = {"NIK": 19.0, "Nama": 30.0, "Alamat": 34.0, "Nomor SK": 26.0, "Nama ibu kandung": 26.0}


def write(
    target: Path, brief: PacketBrief, people: Sequence[Person], sheets: Sequence[tuple[str, str, tuple[str, ...]]]
) -> tuple[Number, ...]:
    """Writes the workbook: those who can be registered by segment, and the rest with the reason."""
    book = open_book(str(target), f"Pendaftaran {brief.unit.full_name}", date.fromisoformat(brief.stamp.decided))
    sign(book, "packet")
    style = PersonStyle(book)
    able = [one for one in people if not one.obstacle]
    for segment, name, columns in sheets:
        held = [one for one in able if one.segment_code == segment]
        if held:
            _table(book, style, name, brief, held, columns)
    _left_out(book, style, brief, [one for one in people if one.obstacle])
    book.close()
    return ()


def _table(
    book: "Workbook",
    style: PersonStyle,
    name: str,
    brief: PacketBrief,
    people: Sequence[Person],
    headings: Sequence[str],
) -> None:
    made: list[PersonColumn[tuple[int, Person]]] = [PersonColumn("No.", 6, "number", lambda row: row[0])]
    made += [_column(heading) for heading in headings]
    about = "TERBATAS: memuat data pribadi · susunan kolom bukan formulir resmi; sesuaikan dengan permintaan cabang"
    write_table(
        new_sheet(book, name),
        style,
        title=f"{name} {brief.unit.full_name}",
        about=about,
        columns=made,
        rows=list(enumerate(people, 1)),
        frozen=3,
    )


def _column(heading: str) -> PersonColumn[tuple[int, Person]]:
    value = _KNOWN.get(heading, _not_known)
    kind = "number" if heading.endswith("(Rp)") else "text"
    return PersonColumn(heading, _WIDTHS.get(heading, 18.0), kind, lambda row: value(row[1]))


def _not_known(one: Person) -> None:
    """A column the project asks for and the register does not have."""
    del one


def _left_out(book: "Workbook", style: PersonStyle, brief: PacketBrief, people: Sequence[Person]) -> None:
    columns: tuple[PersonColumn[Person], ...] = (
        PersonColumn("Baris register", 10, "text", lambda one: str(one.row)),
        PersonColumn("NIK", 19, "text", lambda one: one.nik),
        PersonColumn("Nama", 30, "text", lambda one: one.name),
        PersonColumn("Kategori", 24, "text", lambda one: one.category),
        PersonColumn("Sebab", 70, "long", lambda one: one.obstacle),
    )
    about = "TERBATAS: memuat data pribadi · jawaban BPJS dan Dukcapil dimasukkan dengan regpol register validate"
    title = f"{_LEFT} {brief.unit.full_name}"
    write_table(new_sheet(book, _LEFT), style, title=title, about=about, columns=columns, rows=people, frozen=3)
