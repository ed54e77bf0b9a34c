"""Tells the people of a table from its other rows: column numbers, repeated headings, totals, signatures."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from regpol.register.headings import Headings, label
from regpol.register.raw_table import Row, Skipped, as_text
from regpol.register.sheets import blank

WHO = ("nik", "nama", "kategori")
_NOBODY = "tanpa NIK, nama, dan kategori"
_FOOT = "jumlah atau tanda tangan di bawah daftar"
_TOTALS = ("jumlah", "total")
_DIGITS_OF_HEADINGS = 9


def split_rows(
    rows: Sequence[Row],
    header: int,
    fields: Mapping[str, int],
    headings: Headings,
    who: tuple[str, ...] = WHO,
    *,
    page: bool = False,
) -> tuple[tuple[Row, ...], tuple[int, ...], tuple[Skipped, ...]]:
    """The rows of people with their numbers, and the filled rows that are none, each with the reason.

    A row with nothing in any field of ``who`` is no person. On a ``page``, made to be printed, neither are the
    totals and signatures below the list; tables in text have none, and may be too large to look at their end.
    """
    width = max(fields.values(), default=0) + 1
    told = [fields[name] for name in who if name in fields]
    nobody = f"tanpa {' dan '.join(label(name) for name in who)}" if who != WHO else _NOBODY
    people: list[Row] = []
    numbers: list[int] = []
    skipped: list[Skipped] = []
    for index in range(header + 1, len(rows)):
        row = rows[index]
        if blank(row):
            continue
        reason = person_fault(row, told, headings, len(fields), first=index == header + 1)
        if reason:
            skipped.append(Skipped(index + 1, nobody if reason is _NOBODY else reason))
            continue
        people.append(row if len(row) >= width else (*row, *([None] * (width - len(row)))))
        numbers.append(index + 1)
    at = _foot(people, numbers, told) if page else len(people)
    skipped += [Skipped(number, _FOOT) for number in numbers[at:]]
    del people[at:], numbers[at:]
    skipped.sort(key=lambda it: it.row)
    return tuple(people), tuple(numbers), tuple(skipped)


def _foot(people: Sequence[Row], numbers: Sequence[int], told: Sequence[int]) -> int:
    """Where totals and signatures begin below the people, their end if there are none.

    They name nobody: a total says so, a signature fills one cell and stands apart. Where one column alone tells a
    person from other rows, a row of one cell may be a person, and all are.
    """
    at = end = len(people)
    if len(told) < 2:
        return end
    while at and (_total(people[at - 1], told) or len(_filled(people[at - 1])) == 1):
        at -= 1
    while at < end and not (_total(people[at], told) or (at and numbers[at] > numbers[at - 1] + 1)):
        at += 1
    return at or end


def _total(row: Row, told: Sequence[int]) -> bool:
    first = _filled(row)[0].split()[0].strip(":.").lower()
    return first in _TOTALS and sum(bool(as_text(row[at])) for at in told) < 2


def _filled(row: Row) -> list[str]:
    return [text for cell in row if (text := as_text(cell).strip())]


def said_of_skipped(skipped: Sequence[Skipped]) -> list[str]:
    """What is said of the filled rows that are no people."""
    if not skipped:
        return []
    listed = ", ".join(
        f"{', '.join(str(it.row) for it in same)} ({reason})"
        for reason, same in groupby(skipped[:20], key=lambda it: it.reason)
    )
    return [f"{len(skipped)} baris terisi bukan orang dan tidak dihitung: baris {listed}"]


def person_fault(row: Row, told: Sequence[int], headings: Headings, known: int, *, first: bool) -> str:
    """Why a filled row is no person, empty if it is one.

    ``told`` are the columns of which a person fills one, ``known`` how many columns are fields, ``first`` is
    the row below the headings. A row whose first told column begins with a digit is one, below the first row.
    """
    cells = [as_text(row[at]) if at < len(row) else "" for at in told]
    if not any(cells):
        return _NOBODY
    if first and _column_numbers(row):
        return "nomor kolom"
    return _repeated(row, headings, known) if cells[0][:1].isalpha() else ""


def _repeated(row: Row, headings: Headings, known: int) -> str:
    # headings hardly have digits, people do; matching every row of people against every phrase takes minutes
    if sum(c.isdigit() for cell in row for c in as_text(cell)) > _DIGITS_OF_HEADINGS:
        return ""
    again = len(headings.assign([as_text(cell) for cell in row]))
    return "judul kolom terulang" if again >= max(2, known - 1) else ""


def _column_numbers(row: Row) -> bool:
    """Whether the cells count 1, 2, 3 ... as official tables do below the headings."""
    shown = [as_text(cell).strip("()") for cell in row]
    counted = [int(text) for text in shown if text.isdecimal()]
    return len(counted) == len([t for t in shown if t]) and counted == list(range(1, len(counted) + 1))
