"""The numbers of one unit, all from the same rows: those whom the budget plan of the region pays.

What a row costs is worked out in the database; here it becomes lines, months and sums, which must agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from regpol.budget.row_amounts import together
from regpol.packet.brief import CategoryLine, ComputationLine, MonthLine
from regpol.terms.dates import MONTHS
from regpol.terms.language import series

YEAR = range(1, 13)


@dataclass(frozen=True, slots=True)
class Situation:
    """What everybody in a situation shares, in the words of the papers."""

    number: int
    code: str
    """Of the category."""
    category: str
    segment: str
    programmes: tuple[tuple[str, str], ...]
    """Code and short name, in the order of the papers."""


@dataclass(frozen=True, slots=True)
class Group:
    """People of a unit in one situation and over the same months; sums in rupiah, None if one is not known."""

    situation: int
    first: int
    last: int
    people: int
    monthly: int | None
    yearly: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """What one programme costs people of one situation over the same months.

    ``each`` is rupiah a month for one of them, None where not known or, with ``own``, a share of their own income.
    """

    situation: int
    programme: str
    each: int | None
    first: int
    last: int
    own: bool
    people: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The lines of one unit."""

    rows: tuple[CategoryLine, ...]
    computation: tuple[ComputationLine, ...]
    months: tuple[MonthLine, ...]
    people: int
    monthly: int | None
    yearly: int | None


class Counter:
    """Counts units of one register."""

    def __init__(self, situations: Iterable[Situation]) -> None:
        self._situations = {one.number: one for one in situations}

    def count(self, groups: Sequence[Group], parts: Sequence[Part]) -> Counted:
        """The lines of a unit.

        Raises:
            AssertionError: if the lines do not add up to what was counted row by row.
        """
        lines = self._joined([self._line(part) for part in parts])
        counted = Counted(
            rows=self._rows(groups),
            computation=lines,
            months=tuple(_month(number, lines, groups) for number in YEAR),
            people=sum(group.people for group in groups),
            monthly=together([group.monthly for group in groups]),
            yearly=together([group.yearly for group in groups]),
        )
        totals = together([line.total for line in lines])
        if totals != counted.yearly:
            raise AssertionError(f"the lines add up to {totals}, the rows to {counted.yearly}")
        return counted

    def _rows(self, groups: Sequence[Group]) -> tuple[CategoryLine, ...]:
        found: dict[tuple[str, str, str, str], list[Group]] = {}
        for group in groups:
            one = self._situations[group.situation]
            words = series([short for _, short in one.programmes])
            found.setdefault((one.code, one.category, one.segment, words), []).append(group)
        return tuple(
            CategoryLine(
                code=code,
                name=name,
                segment=segment,
                programmes=words,
                people=sum(group.people for group in held),
                monthly=together([group.monthly for group in held]),
                yearly=together([group.yearly for group in held]),
            )
            for (code, name, segment, words), held in found.items()
        )

    def _line(self, part: Part) -> ComputationLine:
        one = self._situations[part.situation]
        return ComputationLine(
            category=one.category,
            segment=one.segment,
            programme=dict(one.programmes).get(part.programme, part.programme),
            people=part.people,
            each=part.each,
            first=part.first,
            last=part.last,
            total=part.total,
            own=part.own,
        )

    @staticmethod
    def _joined(lines: Iterable[ComputationLine]) -> tuple[ComputationLine, ...]:
        """Lines that differ only in people, as one."""
        found: dict[ComputationLine, list[ComputationLine]] = {}
        for line in lines:
            found.setdefault(replace(line, people=0, total=None), []).append(line)
        return tuple(
            replace(key, people=sum(it.people for it in held), total=together([it.total for it in held]))
            for key, held in found.items()
        )


def _month(number: int, lines: Iterable[ComputationLine], groups: Sequence[Group]) -> MonthLine:
    held = [line for line in lines if line.first <= number <= line.last]
    whole = together([_share(line) for line in held])
    people = sum(group.people for group in groups if group.first <= number <= group.last)
    return MonthLine(number=number, name=MONTHS[number - 1], people=people, total=whole)


def _share(line: ComputationLine) -> int | None:
    """What a line costs in one of its months."""
    if line.each is not None:
        return line.each * line.people
    if line.own and line.total is not None and not line.total % line.months:
        return line.total // line.months
    return None
