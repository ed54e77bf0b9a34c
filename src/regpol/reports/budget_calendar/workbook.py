"""The calendar of a budget year as a workbook: one row a step, to filter by door and state."""

import io
from collections.abc import Iterator
from datetime import datetime

from regpol.budget.calendar import CalendarOnDay, DoorOnDay
from regpol.project.region import Region
from regpol.reports.budget_calendar.text import NOT_A_LAWYER, TRACKS, span_words
from regpol.reports.plan.sheets import Cell, Col, Table
from regpol.reports.workbook_style import Style
from regpol.terms.dates import long_date

_COLUMNS = (
    Col("Tahun", 8, "number"),
    Col("Anggaran", 17),
    Col("Pintu", 30, "long"),
    Col("Keadaan pintu", 16, "answer"),
    Col("Langkah", 40, "long"),
    Col("Keadaan langkah", 16, "answer"),
    Col("Mulai", 18),
    Col("Paling lambat", 26, "long"),
    Col("Hari lagi", 9, "number"),
    Col("Ketentuan", 44, "long"),
    Col("Sitasi", 34, "long"),
    Col("Bukti", 16),
    Col("Catatan", 40, "long"),
)
_REMARKS = (Col("Keterangan", 80, "long"), Col("Sitasi", 40, "long"), Col("Bukti", 18))


def calendar_xlsx(view: CalendarOnDay, region: Region, notes: tuple[str, ...] = ()) -> bytes:
    """The workbook as bytes, the same for the same calendar."""
    import xlsxwriter

    made, title = io.BytesIO(), f"Kalender anggaran {view.year}: {region.name} ({region.code})"
    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime.combine(view.on, datetime.min.time())})
    style = Style(book)
    table = Table(book, style, "Kalender", _COLUMNS, frozen=3)
    table.title(title, f"Keadaan pada {long_date(view.on)}", NOT_A_LAWYER)
    for year, doors in ((view.year, view.doors), (view.year + 1, view.following)):
        for door in doors:
            for cells in _steps(year, door):
                table.row(cells)
    table.close([])
    said = Table(book, style, "Keterangan", _REMARKS, frozen=0)
    said.title("Yang bukan dasar anggaran, dan keterangan", title)
    for remark in view.remarks:
        said.row([remark.text, str(remark.citation), remark.evidence.label])
    for note in (NOT_A_LAWYER, *notes):
        said.row([note, "", ""])
    said.close([], filters=False)
    book.close()
    return made.getvalue()


def _steps(year: int, one: DoorOnDay) -> Iterator[list[Cell]]:
    door: list[Cell] = [year, TRACKS[one.door.track], one.door.name, str(one.state)]
    for step in one.steps:
        closes = span_words(step.closes) if step.closes else step.step.undated
        yield [
            *door,
            step.step.name,
            str(step.state),
            long_date(step.opens) if step.opens else "",
            closes,
            step.left,
            step.step.text,
            str(step.step.citation),
            step.step.evidence.label,
            step.step.note,
        ]
