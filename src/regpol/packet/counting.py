"""The numbers of one unit, all from the same two things: how many are in which situation, and what a month of it costs.

Everybody in a situation pays alike, save where a contribution is a share of each person's own income; then
the sum over the people of the unit is taken as it was counted row by row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from regpol.budget.row_amounts import together
from regpol.budget.spans import Span
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
    """The people of a unit in one situation; sums in rupiah, None as soon as one amount is not known.

    ``own`` has the sum of a year for each programme that is a share of each person's own income.
    """

    situation: int
    people: int
    monthly: int | None
    yearly: int | None
    own: Mapping[str, int | None]


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

    def __init__(self, situations: Iterable[Situation], spans: Iterable[Span]) -> None:
        self._situations = {one.number: one for one in situations}
        self._spans: dict[tuple[int, str], list[Span]] = {}
        for span in spans:
            self._spans.setdefault((span.number, span.programme), []).append(span)

    def count(self, groups: Sequence[Group]) -> Counted:
        """The lines of a unit.

        Raises:
            AssertionError: if the lines do not add up to what was counted row by row.
        """
        lines = self._joined([line for group in groups for line in self._lines(group)])
        counted = Counted(
            rows=self._rows(groups),
            computation=lines,
            months=tuple(_month(number, lines, groups) for number in YEAR),
            people=sum(group.people for group in groups),
            monthly=together([group.monthly for group in groups]),
            yearly=together([group.yearly for group in groups]),
        )
        totals = together([line.total for line in lines])
        if totals is not None and totals != counted.yearly:
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
                monthly=together([group.monthly for group in held]) or 0,
                yearly=together([group.yearly for group in held]) or 0,
            )
            for (code, name, segment, words), held in found.items()
        )

    def _lines(self, group: Group) -> Iterator[ComputationLine]:
        one = self._situations[group.situation]
        for code, short in one.programmes:
            parts = self._spans.get((group.situation, code), [])
            made = ComputationLine(
                category=one.category,
                segment=one.segment,
                programme=short,
                people=group.people,
                each=None,
                first=1,
                last=12,
                total=None,
            )
            if any(part.personal for part in parts):
                months = [month for month in YEAR if any(part.first <= month <= part.last for part in parts)]
                yield replace(made, first=months[0], last=months[-1], total=group.own.get(code), own=True)
                continue
            monthly = [_of_month(parts, month) for month in YEAR]
            for each, run in groupby(zip(YEAR, monthly, strict=True), key=lambda pair: pair[1]):
                held = [month for month, _ in run]
                if each is not _NOT_DUE:
                    amount = each if isinstance(each, int) else None
                    total = None if amount is None else amount * group.people * len(held)
                    yield replace(made, each=amount, first=held[0], last=held[-1], total=total)

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


_NOT_DUE = "not due"


def _of_month(parts: Sequence[Span], month: int) -> int | str | None:
    """What one person's programme costs in a month, over all who pay it."""
    held = [part.amount for part in parts if part.first <= month <= part.last]
    return together(held) if held else _NOT_DUE


def _month(number: int, lines: Iterable[ComputationLine], groups: Sequence[Group]) -> MonthLine:
    held = [line for line in lines if line.first <= number <= line.last]
    whole = together([_share(line) for line in held]) if held else 0
    people = sum(group.people for group in groups) if held else 0
    return MonthLine(number=number, name=MONTHS[number - 1], people=people, total=whole)


def _share(line: ComputationLine) -> int | None:
    """What a line costs in one of its months."""
    if line.each is not None:
        return line.each * line.people
    if line.own and line.total is not None and not line.total % line.months:
        return line.total // line.months
    return None
