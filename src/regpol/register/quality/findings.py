"""Every finding of every list in one form: which row and cell, which problem, which unit.

This is the one place that knows how a register hands over what cleaning found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regpol.register.quality.persons import List, Person
from regpol.register.quality.repeated_nik import repeated_nik
from regpol.register.quality.same_people import SamePeople
from regpol.terms.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a row. ``column`` counts from 1, 0 where the register has no such column."""

    table: int
    row: int
    column: int
    unit: str
    rejected: bool
    problem: Problem

    @property
    def weight(self) -> Severity:
        """How much it weighs."""
        return self.problem.severity


def compared(persons: Sequence[Person], lists: Sequence[List]) -> tuple[tuple[tuple[Person, Problem], ...], str]:
    """What shows when rows are compared with each other, and what could not be compared, in words."""
    same = SamePeople(persons, lists)
    found = (*repeated_nik(persons, lists), *same.told())
    left = (
        f"{same.left_out} baris berada dalam kelompok (tanggal lahir, unit, dan awal nama yang sama) "
        "yang terlalu besar untuk dibandingkan ejaan namanya satu per satu"
    )
    return found, left if same.left_out else ""


def findings_of(
    lists: Sequence[List], persons: Sequence[Person], more: Iterable[tuple[int, Problem]]
) -> tuple[Finding, ...]:
    """Everything found, in the order of lists and rows; ``more`` are problems by the list they belong to."""
    units = {(person.table, person.row): person.unit for person in persons}
    rejected = {(at, one.row) for at, list_ in enumerate(lists) for one in list_.register.rejected}
    told = [*_cleaned(lists), *more]
    made = [
        Finding(
            at,
            problem.place.line,
            problem.place.column,
            units.get((at, problem.place.line), ""),
            (at, problem.place.line) in rejected,
            problem,
        )
        for at, problem in told
    ]
    order = {severity: at for at, severity in enumerate(Severity)}
    return tuple(sorted(made, key=lambda one: (one.table, one.row, order[one.weight], one.problem.code)))


def _cleaned(lists: Sequence[List]) -> Iterator[tuple[int, Problem]]:
    for at, one in enumerate(lists):
        for rejected in one.register.rejected:
            yield from ((at, problem) for problem in rejected.problems)
        yield from ((at, problem) for problem in one.register.warnings)
