"""Both lists read into the same small form, one entry a row.

What a row cannot tell stays empty; a NIK that a spreadsheet has ruined is no NIK, and is told apart
from one that was never written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from regpol.register.headings import headings_for
from regpol.register.mapping import NO_MAPPING, Mappings
from regpol.register.nik import Nik, read_nik
from regpol.register.placement import Placing
from regpol.register.raw_table import RawTable, as_text
from regpol.register.reading import Sheet, read_sheets
from regpol.register.reconciliation.names import Name, read_name
from regpol.register.reconciliation.posts import Post, read_post
from regpol.register.row_view import RowView
from regpol.register.typed_dates import read_date
from regpol.register.units import Units
from regpol.register.wording import words
from regpol.terms.dates import Span
from regpol.terms.place import Place
from regpol.terms.problems import Problem

_TERM_YEARS_AHEAD = 30
_OWN_PHRASES = {
    "sk_mulai": ("tmt", "tmt sk", "berlaku mulai", "mulai berlaku", "berlaku sejak", "sk mulai", "terhitung mulai"),
    "nama": ("nama dalam sk", "nama pada sk", "nama di sk", "nama sesuai sk", "nama sesuai ktp", "nama pejabat"),
    "nik": ("nik dalam sk", "nik pada sk", "nik sesuai sk"),
    "kategori": ("jabatan dalam sk", "diangkat sebagai", "jabatan sesuai sk"),
    "kelurahan": ("unit", "unit kerja", "nama kelurahan", "nama desa", "nama kampung", "wilayah"),
    "sk_sampai": ("sk berlaku sampai", "berlaku sampai dengan", "berlaku sampai tanggal", "masa bakti s d"),
}
REGISTER_NEEDS = ("nama",)
DECREES_NEED = ("nama", "nomor_sk")
_WHO = ("nik", "nama")
"""Without both a row is nobody: a signature under the post column is no person."""


class NikState(StrEnum):
    """What a cell for the NIK holds."""

    SOUND = "baik"
    ABSENT = "kosong"
    RUINED = "rusak"
    MALFORMED = "bukan bentuk NIK"


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One row of a list. It has no printed form, so that no message can show a person by accident."""

    sheet: int
    place: Place
    nik: str
    nik_state: NikState
    nik_doubtful: bool
    name: Name
    born: date | None
    born_written: bool
    unit: str
    unit_written: str
    post: Post
    post_written: str
    decree: str
    decree_key: tuple[str, ...]
    since: Span | None
    until: Span | None

    @property
    def content(self) -> tuple[str, ...]:
        """What it says, without where it stands; the order of everything that must not depend on rows."""
        days = [span.latest.isoformat() if span else "" for span in (self.since, self.until)]
        born = self.born.isoformat() if self.born else ""
        said = (self.nik, self.name.strict, born, self.unit, self.post_written.casefold(), *self.decree_key)
        return (*said, *days, self.name.written, self.unit_written)

    @property
    def order(self) -> tuple[tuple[str, ...], Place]:
        """A total order in which only entries that say the same are told apart by their rows."""
        return self.content, self.place


def read_list(files: Iterable[Path], required: tuple[str, ...], mappings: Mappings | None = None) -> tuple[Sheet, ...]:
    """Every table of people in the files."""
    headings = headings_for(own_phrases=_OWN_PHRASES)
    found: list[Sheet] = []
    for file in files:
        told = mappings.for_file(file) if mappings else None
        found += read_sheets(file, required, headings, _WHO, told or NO_MAPPING)
    return tuple(found)


def entries_of(sheets: tuple[Sheet, ...], units: Units, on_date: date) -> tuple[Entry, ...]:
    """The rows of all tables, in their order."""
    placing = Placing(units)
    return tuple(
        entry for at, sheet in enumerate(sheets) for entry in _entries(at, sheet.table, placing, units, on_date)
    )


def _entries(at: int, table: RawTable, placing: Placing, units: Units, on_date: date) -> Iterable[Entry]:
    named = "" if {"kelurahan", "kecamatan"} & table.fields.keys() else _unit_of_sheet(table, units)
    for index in range(len(table.rows)):
        yield _entry(at, RowView(table, index), placing, named, on_date)


def _unit_of_sheet(table: RawTable, units: Units) -> str:
    """The unit a sheet is named after, where its rows name none."""
    for text in (table.sheet, Path(table.file).stem):
        match = units.village(text)
        if match.exact and match.code:
            return match.code
    return ""


def _entry(at: int, row: RowView, placing: Placing, named: str, on_date: date) -> Entry:
    read = read_nik(row.cell("nik"))
    nik = read if isinstance(read, Nik) else None
    written = read_date(row.cell("tanggal_lahir"), on_date.year).day
    post = as_text(row.cell("kategori"))
    decree = " ".join(as_text(row.cell("nomor_sk")).split())
    unit, unit_written = _unit(row, placing, named)
    latest = on_date.year + _TERM_YEARS_AHEAD
    since = read_date(row.cell("sk_mulai"), latest).span or read_date(row.cell("tanggal_sk"), latest).span
    return Entry(
        sheet=at,
        place=row.place(),
        nik=nik.digits if nik else "",
        nik_state=_nik_state(read),
        nik_doubtful=bool(nik and nik.doubtful),
        name=read_name(as_text(row.cell("nama"))),
        born=written or (nik.birth_date(on_date) if nik else None),
        born_written=written is not None,
        unit=unit,
        unit_written=unit_written,
        post=read_post(post),
        post_written=post,
        decree=decree,
        decree_key=tuple(part.lstrip("0") or part for part in words(decree)),
        since=since,
        until=read_date(row.cell("sk_sampai"), latest).span,
    )


def _unit(row: RowView, placing: Placing, named: str) -> tuple[str, str]:
    """The code of the unit, and what the row says of it."""
    ignored: list[Problem] = []
    placement = placing.place(row, ignored)
    written = ", ".join(filter(None, (as_text(row.cell(field)) for field in ("kelurahan", "kecamatan"))))
    return placement.village or placement.district or named, written


def _nik_state(read: object) -> NikState:
    if isinstance(read, Nik):
        return NikState.SOUND
    if getattr(read, "empty", False):
        return NikState.ABSENT
    return NikState.RUINED if getattr(read, "ruined", False) else NikState.MALFORMED
