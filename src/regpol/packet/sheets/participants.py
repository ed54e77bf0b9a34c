"""The list of participants as a workbook: everyone with name and NIK, and the sums by category."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.packet.brief import PacketBrief, Person
from regpol.packet.numbers import Number, Standing
from regpol.reports.person_sheets.person_table import (
    HEADER,
    PersonColumn,
    PersonStyle,
    Shown,
    new_sheet,
    open_book,
    write_table,
)
from regpol.reports.workbook_style import sign
from regpol.terms.dates import long_date
from regpol.terms.language import UNVERIFIED_AMOUNT

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LIST, SUMS, MONTHLY = "Peserta", "Rekap", "Iuran per bulan (Rp)"


def write(target: Path, brief: PacketBrief, people: tuple[Person, ...], *, printed: bool) -> tuple[Number, ...]:
    """Writes the workbook; returns the sums with the cells they stand in.

    Where the paper beside it does not list everybody (``printed``), each person's amount is returned with its cell too.
    """
    day = date.fromisoformat(brief.stamp.decided)
    book = open_book(str(target), f"Daftar peserta {brief.unit.full_name}", day)
    sign(book, "packet")
    style = PersonStyle(book)
    found = _sums(book, style, brief, target.name)
    columns = _columns(brief, people)
    if not printed:
        found += tuple(_amounts(target.name, columns, people))
    write_table(
        new_sheet(book, LIST),
        style,
        title=f"Daftar peserta {brief.unit.full_name}",
        about=_about(brief),
        columns=columns,
        rows=list(enumerate(people, 1)),
        frozen=3,
    )
    book.close()
    return found


def _about(brief: PacketBrief) -> str:
    where = f"{brief.unit.within} · " if brief.unit.within else ""
    return f"TERBATAS: memuat data pribadi · {where}keadaan {long_date(date.fromisoformat(brief.stamp.decided))}"


Row = tuple[int, Person]


def _columns(brief: PacketBrief, people: tuple[Person, ...]) -> tuple[PersonColumn[Row], ...]:
    districts = brief.whole
    villages = brief.whole or len({one.village for one in people}) > 1
    told: list[tuple[bool, str, float, str, Callable[[Person], Shown]]] = [
        (True, "NIK", 19, "text", lambda one: one.nik),
        (True, "Nama", 30, "text", lambda one: one.name),
        (True, "L/P", 6, "text", lambda one: one.sex),
        (True, "Tanggal lahir", 13, "day", lambda one: date.fromisoformat(one.born) if one.born else None),
        (True, "Kategori", 24, "text", lambda one: one.category),
        (True, "Segmen", 22, "text", lambda one: one.segment),
        (districts, brief.region.district, 20, "text", lambda one: one.district),
        (villages, f"{brief.region.ward}/{brief.region.village}", 22, "text", lambda one: one.village),
        (True, "Nomor SK", 26, "text", lambda one: one.decree),
        (True, MONTHLY, 14, "number", lambda one: one.monthly),
        (True, "Belum dapat didaftarkan", 40, "long", lambda one: one.obstacle),
    ]
    numbered: PersonColumn[Row] = PersonColumn("No.", 6, "number", lambda row: row[0])
    return numbered, *(_column(name, width, kind, value) for shown, name, width, kind, value in told if shown)


def _amounts(name: str, columns: Sequence[PersonColumn[Row]], people: Sequence[Person]) -> Iterator[Number]:
    """What each person costs a month, with its cell."""
    letter = chr(ord("A") + [column.heading for column in columns].index(MONTHLY))
    for row, one in enumerate(people, HEADER + 2):
        if one.monthly:
            yield Number(f"perorangan:{one.monthly}", one.monthly, (), (Standing(name, LIST, f"{letter}{row}"),))


def _column(heading: str, width: float, kind: str, value: Callable[[Person], Shown]) -> PersonColumn[Row]:
    return PersonColumn(heading, width, kind, lambda row: value(row[1]))


def _sums(book: "Workbook", style: PersonStyle, brief: PacketBrief, name: str) -> tuple[Number, ...]:
    sheet = new_sheet(book, SUMS)
    rows = [(row.name, row.segment, row.programmes, row.people, row.monthly) for row in brief.rows]
    headings = (("Kategori", 30), ("Segmen", 22), ("Program", 22), ("Orang", 12), ("Iuran per bulan (Rp)", 20))
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"Rekapitulasi peserta {brief.unit.full_name}", style.title)
    sheet.write_string(1, 0, "Tanpa data pribadi", style.subtitle)
    for at, (heading, width) in enumerate(headings):
        sheet.set_column(at, at, width)
        sheet.write_string(HEADER, at, heading, style.header)
    for at, row in enumerate(rows, HEADER + 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(at, column, value, style.count)
            else:
                sheet.write_string(at, column, value or "", style.label)
    end = HEADER + 1 + len(rows)
    sheet.write_string(end, 0, "Jumlah", style.total_label)
    for column in (1, 2):
        sheet.write_blank(end, column, None, style.total_label)
    found = [
        Number(f"kategori:{row.code}:sebulan", row.monthly, (), (Standing(name, SUMS, f"E{at}"),))
        for at, row in enumerate(brief.rows, HEADER + 2)
        if row.monthly
    ]
    found.append(Number("orang", brief.sums.people, (), (Standing(name, SUMS, f"D{end + 1}"),)))
    sheet.write_formula(end, 3, f"=SUM(D{HEADER + 2}:D{end})", style.total, brief.sums.people)
    if brief.sums.monthly is None:
        sheet.write_string(end, 4, UNVERIFIED_AMOUNT, style.total_label)
    else:
        sheet.write_formula(end, 4, f"=SUM(E{HEADER + 2}:E{end})", style.total, brief.sums.monthly)
        found.append(Number("sebulan", brief.sums.monthly, (), (Standing(name, SUMS, f"E{end + 1}"),)))
    return tuple(found)
