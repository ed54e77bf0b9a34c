"""Builds the report of a decided register: situations in words, sums, notes. Rows stay where they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regpol.budget.row_amounts import together
from regpol.reports.decided.columns import MONTHLY_TOTAL, YEARLY_TOTAL
from regpol.reports.decided.register import DecidedRegister, Notes, RowNote, SituationLine, Total
from regpol.reports.decided.rows import Answered
from regpol.terms.problems import Problem

Noted = Callable[[], Iterable[tuple[int, Problem]]]
"""Row and problem of each note, from the first each time it is called."""


@dataclass(frozen=True)
class About:
    """What the report is of; ``read`` rows of the file were ``decided`` and ``rejected``."""

    title: str
    region: str
    on_date: date
    source: str
    read: int
    decided: int
    rejected: int
    assumptions: tuple[str, ...]


@dataclass(frozen=True)
class Sums:
    """Known rupiah of some people, a month and a year, and of how many of them it is not known."""

    monthly: int = 0
    yearly: int = 0
    unknown: int = 0

    def plus(self, monthly: int, yearly: int, unknown: int) -> "Sums":
        """With those of more people."""
        return Sums(self.monthly + monthly, self.yearly + yearly, self.unknown + unknown)


def build(
    about: About, answered: Answered, lines: Sequence[SituationLine], rejects: Noted, warnings: Noted
) -> DecidedRegister:
    """The report, its situations in the order of their numbers."""
    sums = sums_by_programme(answered, lines)
    monthly = {f"{short} per bulan (Rp)": sums[code].monthly for code, short in answered.programmes}
    made = DecidedRegister(
        title=about.title,
        region=about.region,
        on_date=about.on_date,
        source=about.source,
        programmes=answered.programmes,
        situations=tuple(lines),
        read=about.read,
        decided=about.decided,
        rejected=about.rejected,
        rejects=Notes(lambda: (_note(row, problem) for row, problem in rejects())),
        warnings=Notes(lambda: (_note(row, problem) for row, problem in warnings())),
        assumptions=about.assumptions,
        totals=(),
        column_sums=monthly | {MONTHLY_TOTAL: sums[""].monthly, YEARLY_TOTAL: sums[""].yearly},
    )
    return replace(made, totals=tuple(_totals(made, sums)))


def sums_by_programme(answered: Answered, lines: Sequence[SituationLine]) -> Mapping[str, Sums]:
    """The sums over all rows of each programme by its code, and under "" of a row's whole amount.

    Rows are read only where amounts are each person's own.
    """
    if not answered.amounts.personal:
        return _without_rows(answered, lines)
    names = [*(code for code, _ in answered.programmes), ""]
    found = dict.fromkeys(names, Sums())
    for _, _, *values in answered.connection.execute(answered.select_sums()).fetchall():
        for at, name in enumerate(names):
            found[name] = found[name].plus(*(int(value or 0) for value in values[3 * at : 3 * at + 3]))
    return found


def _without_rows(answered: Answered, lines: Sequence[SituationLine]) -> Mapping[str, Sums]:
    found = dict.fromkeys([*(code for code, _ in answered.programmes), ""], Sums())
    for line in lines:
        known = answered.amounts.of(line.number)
        months, years = [], []
        for code in answered.amounts.due.get(line.number, ()):
            month, year = known[f"{code}_sebulan"], known[f"{code}_setahun"]
            found[code] = found[code].plus(*_of(line.people, month, year))
            months.append(month)
            years.append(year)
        if months:
            found[""] = found[""].plus(*_of(line.people, together(months), together(years)))
    return found


def _of(people: int, month: int | None, year: int | None) -> tuple[int, int, int]:
    return people * (month or 0), people * (year or 0), people if year is None else 0


def _totals(report: DecidedRegister, sums: Mapping[str, Sums]) -> Iterable[Total]:
    looked = report.to_look_at
    yield Total("Baris orang dibaca", report.read, "baris", "Berkas")
    yield Total("Diputus", report.decided, "baris", "Berkas")
    yield Total("Ditolak", report.rejected, "baris", "Berkas")
    yield Total("Situasi berbeda", len(report.situations), "situasi", "Keputusan")
    yield Total("Situasi yang perlu dilihat", len(looked), "situasi", "Keputusan")
    yield Total("Orang di dalamnya", sum(line.people for line in looked), "orang", "Keputusan")
    yield Total("Hal yang terbuka bagi semua situasi", len(report.common), "hal", "Keputusan")
    people: dict[str, int] = {}
    for line in report.situations:
        people[line.category] = people.get(line.category, 0) + line.people
    for category, count in people.items():
        yield Total(category, count, "orang", "Orang menurut kategori")
    for code, short in report.programmes:
        own = sums[code]
        note = f" ({own.unknown} orang belum dapat dihitung)" if own.unknown else ""
        yield Total(f"{short} sebulan{note}", own.monthly, "rupiah", "Iuran")
        yield Total(f"{short} setahun{note}", own.yearly, "rupiah", "Iuran")
    yield Total("Seluruh iuran setahun", sum(sums[code].yearly for code, _ in report.programmes), "rupiah", "Iuran")


def _note(row: int, problem: Problem) -> RowNote:
    found, _, action = problem.sentences
    return RowNote(row, problem.code, problem.title, found, action)
