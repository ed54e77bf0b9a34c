"""The list of recipients that a decree has as an annex: one table for each unit, and the sums of all.

Names reach it as texts to print, masked or whole; who may see which is decided before. Every table, and
the sums by category, are made from the same rows, so that they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from regpol.budget.row_amounts import together


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One person set as a recipient. It is never shown but in the paper itself."""

    row: int
    """The row of the register."""
    name: str = field(repr=False)
    nik: str = field(repr=False)
    category: str
    """Code of the category."""
    called: str
    """The category in the short words of registers, which a narrow column holds: 'Ketua RT'."""
    programmes: str
    """For example 'JKK, JKM'."""
    unit: str
    """Code of the kelurahan or desa, else of the kecamatan, else of the region."""
    monthly: int | None
    """Whole rupiah in the last month paid; None where not known."""
    yearly: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTable:
    """The recipients of one unit, with what they come to."""

    name: str
    """As its heading writes it: 'Kelurahan Dasan Agung, Kecamatan Selaparang'."""
    people: tuple[Recipient, ...]

    @property
    def monthly(self) -> int | None:
        """Rupiah a month; None if the amount of one of them is not known."""
        return together([one.monthly for one in self.people])

    @property
    def yearly(self) -> int | None:
        """Rupiah of the year; None if the amount of one of them is not known."""
        return together([one.yearly for one in self.people])


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorySum:
    """The recipients of one category and the same programmes, counted."""

    category: str
    programmes: str
    people: int
    monthly: int | None
    yearly: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientList:
    """Everybody set as a recipient, by unit, and what stands outside the list.

    ``part`` names the unit the tables are limited to, empty if they are of the whole region; the sums are
    of the whole region always. ``read`` counts the rows of the register.
    """

    tables: tuple[UnitTable, ...]
    sums: tuple[CategorySum, ...]
    masked: bool
    read: int
    part: str = ""
    unknown: int = 0
    """People whose amount is not known; they stand in the list with a blank."""

    @property
    def people(self) -> int:
        """Everybody set as a recipient."""
        return sum(one.people for one in self.sums)

    @property
    def outside(self) -> int:
        """Rows of the register that are not set as recipients."""
        return self.read - self.people

    @property
    def monthly(self) -> int | None:
        """Rupiah a month of everybody; None if the amount of one of them is not known."""
        return together([one.monthly for one in self.sums])

    @property
    def yearly(self) -> int | None:
        """Rupiah of the year of everybody, the total of the plan; None if one amount is not known."""
        return together([one.yearly for one in self.sums])

    @property
    def listed(self) -> int:
        """Those in the tables."""
        return sum(len(table.people) for table in self.tables)


def recipient_list(
    people: Iterable[Recipient],
    units: Mapping[str, str],
    order: tuple[str, ...],
    *,
    masked: bool,
    read: int,
    part: tuple[str, str] = ("", ""),
) -> RecipientList:
    """The list of these people; ``units`` words each unit, ``order`` are categories as they come in a paper.

    ``part`` is code and name of the unit whose people are to be listed; its first half is empty for all.
    """
    everybody = tuple(people)
    at = {code: place for place, code in enumerate(order)}
    code, name = part
    shown = (one for one in everybody if not code or one.unit == code or one.unit.startswith(f"{code}."))
    by_unit: dict[str, list[Recipient]] = {}
    for one in sorted(shown, key=lambda one: (one.unit, at.get(one.category, len(at)), one.row)):
        by_unit.setdefault(one.unit, []).append(one)
    return RecipientList(
        tables=tuple(UnitTable(name=units.get(unit, unit), people=tuple(these)) for unit, these in by_unit.items()),
        sums=_sums(everybody, at),
        masked=masked,
        read=read,
        part=name,
        unknown=sum(one.yearly is None for one in everybody),
    )


def _sums(people: tuple[Recipient, ...], at: Mapping[str, int]) -> tuple[CategorySum, ...]:
    alike: dict[tuple[str, str], list[Recipient]] = {}
    for one in people:
        alike.setdefault((one.category, one.programmes), []).append(one)
    return tuple(
        CategorySum(
            category=category,
            programmes=programmes,
            people=len(these),
            monthly=together([one.monthly for one in these]),
            yearly=together([one.yearly for one in these]),
        )
        for (category, programmes), these in sorted(alike.items(), key=lambda it: (at.get(it[0][0], len(at)), it[0]))
    )
