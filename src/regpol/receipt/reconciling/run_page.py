"""Holds the page of a run against the packets it tells of: each row, the sums below them, and the sums above."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.receipt.reconciling import reading
from regpol.receipt.reconciling.checking import Mismatch, Way
from regpol.receipt.reconciling.figures import canonical, value
from regpol.receipt.reconciling.numbers import Numbers
from regpol.terms.language import thousands

if TYPE_CHECKING:
    from lxml import etree

PAGE = "index.html"
_KEYS = {
    "Orang": "orang",
    "Belum dapat didaftarkan": "tidak-didaftarkan",
    "Sebulan (Rp)": "sebulan",
    "Setahun (Rp)": "setahun",
}
"""The column of the page by its heading, and the key of the number that stands in it."""
_ITEMS, _PAGES = "Butir", "Halaman"
_NUMBERED = re.compile(r"(\d+)-")


@dataclass(frozen=True, slots=True)
class _Table:
    """The table of units: headings, and rows of texts."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[str, ...]
    """What stands above the table: '45 orang'."""


def check_page(folder: Path, units: Mapping[str, Numbers]) -> tuple[Mismatch, ...]:
    """What on the page does not agree with the packets in ``folder``; ``units`` are their numbers by folder name."""
    try:
        table = _read(folder / PAGE)
    except (OSError, ValueError) as error:
        found = type(error).__name__
        return (Mismatch(file=PAGE, way=Way.FILE, found=found, expected="halaman indeks yang ditulis regpol"),)
    return (*_rows(folder, table, units), *_totals(table))


def _read(path: Path) -> _Table:
    from lxml import html

    root = html.fromstring(path.read_text(encoding="utf-8"))
    tables = [it for it in root.iter("table") if any(_said(th) == "Orang" for th in it.iter("th"))]
    if not tables:
        raise ValueError("no table of units")
    headings = tuple(map(_said, tables[0].iter("th")))
    rows = (tuple(map(_said, row.iter("td"))) for row in tables[0].iter("tr"))
    lists = [it for it in root.iter("ul") if "sums" in (it.get("class") or "")]
    sums = tuple(_said(li) for it in lists for li in it.iter("li"))
    return _Table(headings, tuple(row for row in rows if row), sums)


def _said(element: "etree._Element") -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def _rows(folder: Path, table: _Table, units: Mapping[str, Numbers]) -> Iterator[Mismatch]:
    by_code = {numbers.unit: (name, numbers) for name, numbers in units.items()}
    for row in table.rows:
        if not row or row[0] not in by_code:
            continue
        name, numbers = by_code[row[0]]
        right = {known.key: known.value for known in numbers.known}
        wanted = {heading: right.get(key, 0) for heading, key in _KEYS.items()}
        wanted |= {_ITEMS: _items(folder / name), _PAGES: _pages(folder / name, numbers)}
        for heading, shown in zip(table.headings, row, strict=False):
            if heading in wanted and (value(canonical(shown)) or 0) != wanted[heading]:
                yield _wrong(f"{row[1]}, {heading}", shown, f"{name}: {thousands(wanted[heading])}")


def _items(folder: Path) -> int:
    """How many items of the checklist have files."""
    found = (_NUMBERED.match(path.name) for path in folder.rglob("*") if path.is_file())
    return len({match[1] for match in found if match})


def _pages(folder: Path, numbers: Numbers) -> int:
    return reading.page_count(folder / numbers.merged[-1].file) if numbers.merged else 0


def _totals(table: _Table) -> Iterator[Mismatch]:
    """The row of sums, and what stands above the table, are the sums of the rows."""
    totals = [row for row in table.rows if any(map(reading.is_total, row))]
    above = [row for row in table.rows if row not in totals]
    sums = {
        heading: sum(value(canonical(row[at])) or 0 for row in above if at < len(row))
        for at, heading in enumerate(table.headings)
        if heading in _KEYS
    }
    for row in totals:
        for heading, shown in zip(table.headings, row, strict=False):
            if heading in sums and shown and (value(canonical(shown)) or 0) != sums[heading]:
                yield _wrong(f"Jumlah, {heading}", shown, f"{thousands(sums[heading])}, jumlah barisnya")
    right = {"paket unit": len(above), "orang": sums.get("Orang", 0)}
    right |= {"rupiah sebulan": sums.get("Sebulan (Rp)", 0), "rupiah setahun": sums.get("Setahun (Rp)", 0)}
    for told in table.sums:
        shown, _, what = told.partition(" ")
        if what in right and value(canonical(shown)) != right[what]:
            yield _wrong(f"ringkasan, {what}", shown, thousands(right[what]))


def _wrong(cell: str, found: str, expected: str) -> Mismatch:
    return Mismatch(file=PAGE, cell=cell, way=Way.MISSING, found=found or "kosong", expected=expected)
