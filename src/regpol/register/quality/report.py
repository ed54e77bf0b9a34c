"""The quality of registers in sum: by kind, by unit, by who can put it right, and what is not known."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from inspect import cleandoc

from regpol.register.quality.findings import Finding
from regpol.register.quality.persons import List, Person
from regpol.terms.problems import Owner, Problem, Severity

_FIRST = 8
_FEW, _NEARLY_ALL = 20, 98
_DISTRICT_DOTS = 2


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact of persons that is not known of some rows.

    ``blank`` rows lack it; of ``blocks`` rows an answer that bears on payment depends on it. ``holder``
    is who can tell or change it; ``column`` whether the register has a column for it at all.
    """

    name: str
    holder: str
    column: bool
    blank: int
    blocks: int


@dataclass(frozen=True)
class Kind:
    """One kind of finding: how many rows have it, and the first of them."""

    problem: type[Problem]
    rows: int
    first: tuple[Finding, ...]

    @property
    def to_do(self) -> str:
        """What to do, as the page of the problem says."""
        page = " ".join(cleandoc(self.problem.__doc__ or "").split())
        return page.partition("Sebaiknya: ")[2] or page

    @property
    def owner(self) -> str:
        """Who can put it right."""
        return str(self.problem.owner or Owner.OPERATOR)


@dataclass(frozen=True)
class UnitQuality:
    """One unit: rows read, rejected, and with findings; the number of rows by kind."""

    code: str
    name: str
    read: int
    rejected: int
    troubled: int
    by_code: dict[str, int]


@dataclass(frozen=True)
class QualityReport:
    """Everything about the lists of one region on one day.

    Counts are rows of people; a row with several findings counts once for each kind and once in sum.
    """

    region: str
    region_name: str
    on_date: date
    unit_names: dict[str, str]
    lists: tuple[List, ...]
    persons: tuple[Person, ...]
    findings: tuple[Finding, ...]
    missing: tuple[MissingFact, ...] = ()
    said: tuple[str, ...] = field(default=())

    @property
    def read(self) -> int:
        """Rows of people in all lists."""
        return sum(one.register.counts.read for one in self.lists)

    @property
    def rejected(self) -> int:
        """Rows that cannot be decided as they are."""
        return sum(one.register.counts.rejected for one in self.lists)

    @property
    def usable(self) -> int:
        """Rows that can be decided."""
        return self.read - self.rejected

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """Codes that nearly every usable row has: a matter of the list as a whole, as where a column is missing.

        Told once; to tell it of every row would hide whatever else is wrong with some.
        """
        if self.usable < _FEW:
            return frozenset()
        kept = [one for one in self.findings if one.weight is not Severity.ERROR]
        rows = Counter(code for code, _, _ in {(one.problem.code, one.table, one.row) for one in kept})
        return frozenset(code for code, count in rows.items() if 100 * count >= _NEARLY_ALL * self.usable)

    @cached_property
    def single(self) -> tuple[Finding, ...]:
        """The findings of single rows: all but those that nearly every row has."""
        return tuple(one for one in self.findings if one.problem.code not in self.everywhere)

    @cached_property
    def rows(self) -> dict[tuple[int, int], tuple[Finding, ...]]:
        """The findings of each row that has any of its own."""
        found: dict[tuple[int, int], list[Finding]] = defaultdict(list)
        for one in self.single:
            found[one.table, one.row].append(one)
        return {key: tuple(several) for key, several in found.items()}

    @property
    def to_check(self) -> int:
        """Rows that can be decided and have something to look at."""
        return sum(_heaviest(several) is Severity.WARNING for several in self.rows.values())

    @property
    def faultless(self) -> int:
        """Rows with nothing of their own to put right, notes aside."""
        return self.usable - self.to_check

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind that occurs: the heaviest first, and of one weight the most frequent."""
        found: dict[type[Problem], list[Finding]] = defaultdict(list)
        for one in self.findings:
            found[type(one.problem)].append(one)
        order = list(Severity)
        made = [Kind(kind, len({(o.table, o.row) for o in some}), tuple(some[:_FIRST])) for kind, some in found.items()]
        return tuple(sorted(made, key=lambda kind: (order.index(kind.problem.severity), -kind.rows, kind.problem.code)))

    @cached_property
    def owners(self) -> dict[str, tuple[int, int]]:
        """For each who can put something right: rows rejected, and rows to look at, notes aside."""
        errors: dict[str, set[tuple[int, int]]] = defaultdict(set)
        every: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for one in self.single:
            who = str(one.problem.owner or Owner.OPERATOR)
            if one.weight is Severity.ERROR:
                errors[who].add((one.table, one.row))
            if one.weight is not Severity.NOTE:
                every[who].add((one.table, one.row))
        return {str(who): (len(errors[str(who)]), len(every[str(who)])) for who in Owner if every[str(who)]}

    @cached_property
    def units(self) -> tuple[UnitQuality, ...]:
        """Every unit with rows, by code; rows of no known unit last, under an empty code."""
        read = Counter(person.unit for person in self.persons)
        codes: dict[str, Counter[str]] = defaultdict(Counter)
        rejected: Counter[str] = Counter()
        troubled: Counter[str] = Counter()
        for several in self.rows.values():
            unit = several[0].unit
            codes[unit].update({one.problem.code for one in several})
            rejected[unit] += several[0].rejected
            troubled[unit] += _heaviest(several) is not Severity.NOTE
        made = [
            UnitQuality(code, self.unit_name(code), count, rejected[code], troubled[code], dict(codes[code]))
            for code, count in read.items()
        ]
        return tuple(sorted(made, key=lambda unit: (not unit.code, unit.code)))

    def unit_name(self, code: str) -> str:
        """A unit as people call it; of rows that tell the kecamatan alone, that this is all they tell."""
        name = self.unit_names.get(code, code)
        if code.count(".") == _DISTRICT_DOTS:
            return f"{name} (kelurahan/desa tidak diketahui)"
        return name or "(unit tidak diketahui)"


def _heaviest(several: Sequence[Finding]) -> Severity:
    order = list(Severity)
    return min((one.weight for one in several), key=order.index)
