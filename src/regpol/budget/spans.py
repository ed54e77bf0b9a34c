"""The amounts of a budget year for each combination: which tariff holds over which months, and who bears it.

Everyone in a combination pays alike, so this is worked out in Python for hundreds of combinations and
never for rows.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from regpol.budget.contribution import Tariff, Terms, contributions, tariffs
from regpol.budget.months import due_after
from regpol.budget.relief import payable, reliefs
from regpol.budget.wage_base import by_income, wage_base
from regpol.decision.batch import DecidedCombination
from regpol.decision.case import PeriodAnswer
from regpol.law.model import Contribution, Rulebook
from regpol.terms.answer import Answer, Evidence
from regpol.terms.money import Rounding

_WORKER, _EMPLOYER = "pekerja", "pemberi_kerja"


class Bearer(StrEnum):
    """Whose money a part of a contribution is."""

    BUDGET = "anggaran"
    WAGE = "upah"
    """Withheld from the wage of the person it is for."""
    OTHERS = "pihak_lain"


@dataclass(frozen=True)
class Span:
    """Months ``first``..``last`` (1 to 12) over which a combination pays one tariff for a part of a programme.

    ``base`` is in sen, None where it is not known or each person's own (``by_income``). ``due_after``: how many
    months after the cover it falls due, None where no text tells. ``final`` marks the last months in which
    the combination pays the programme. A programme without a known contribution has a span without payer.
    """

    number: int
    programme: str
    payer: str
    first: int
    last: int
    segment: str
    tariff: Tariff
    base: int | None
    by_income: bool
    bearer: Bearer
    due_after: int | None
    final: bool = False

    @property
    def personal(self) -> bool:
        """Whether the amount depends on the person's own income."""
        return self.by_income and self.tariff.millionths is not None

    @property
    def amount(self) -> int | None:
        """Whole rupiah a month, None where it is not known or depends on the person."""
        return None if self.personal else self.tariff.amount(self.base)


def spans(rulebook: Rulebook, decided: Iterable[DecidedCombination], region: str, year: int) -> tuple[Span, ...]:
    """For every combination, programme and payer the months of the year with their tariff."""
    prices = _Prices(rulebook)
    return tuple(span for one in decided for span in _of_combination(prices, one, region, year))


class _Prices:
    """What a month costs, looked up once for all combinations that share segment, programme and choices."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._parts: dict[Hashable, _Part] = {}
        self._bases: dict[Hashable, int | None] = {}

    def part(self, programme: str, segment: str, terms: Terms) -> "_Part":
        """The tariffs of each payer, and when they fall due."""
        key = programme, segment, terms.day, id(terms.policy)
        if key not in self._parts:
            made = _contribution(self.rulebook, programme, segment, terms)
            after = due_after(self.rulebook, made, terms.day, terms.budget_year) if made else None
            paid = tariffs(self.rulebook, programme, segment, terms) or (_unknown(segment, terms),)
            self._parts[key] = _Part(paid, made, after)
        return self._parts[key]

    def base(self, terms: Terms, category: str) -> int | None:
        """The wage base of a category in sen."""
        key = category, terms.day, id(terms.policy)
        if key not in self._bases:
            self._bases[key] = wage_base(self.rulebook, terms, category).sen
        return self._bases[key]


@dataclass(frozen=True)
class _Part:
    tariffs: tuple[Tariff, ...]
    contribution: Contribution | None
    due_after: int | None


def _of_combination(prices: _Prices, one: DecidedCombination, region: str, year: int) -> Iterator[Span]:
    query = one.answer.query
    months: list[Span] = []
    for month in range(1, 13):
        day = query.day or date(year, month, 1)
        terms = Terms(day, year, region, query.policy, query.ahead)
        months += _of_month(prices, one, terms, month)
    ends = {span.programme: span.last for span in months}
    months.sort(key=lambda span: (span.programme, span.payer, span.first))
    for (at, _), run in groupby(enumerate(months), key=lambda it: (it[1].first - it[0], _alike(it[1]))):
        del at
        held = [span for _, span in run]
        yield replace(held[0], last=held[-1].last, final=held[-1].last == ends[held[0].programme])


def _alike(span: Span) -> tuple[Hashable, ...]:
    """All of a span but its months."""
    who = span.programme, span.payer, span.bearer, span.segment
    return *who, span.tariff, span.base, span.by_income, span.due_after


def _of_month(prices: _Prices, one: DecidedCombination, terms: Terms, month: int) -> Iterator[Span]:
    """Each part of each programme of one month."""
    query, period, rulebook = one.answer.query, period_on(one, terms.day), prices.rulebook
    personal = by_income(query.policy, query.category)
    base = None if personal else prices.base(terms, query.category)
    facts = {**query.facts, "kategori": query.category}
    segment = period.segment.value
    for programme in due_programmes(rulebook, one, period):
        found = reliefs(rulebook, programme, segment, facts, terms)
        part = prices.part(programme, segment, terms)
        for tariff in part.tariffs:
            due = payable(rulebook, tariff, found, one.fund)
            bearer = _bearer(rulebook, part.contribution, tariff.payer, one.fund)
            yield Span(
                one.combination.number,
                programme,
                tariff.payer,
                month,
                month,
                segment,
                due,
                base,
                personal,
                bearer,
                part.due_after,
            )


def _unknown(segment: str, terms: Terms) -> Tariff:
    """What stands in for a contribution that no text read tells: nothing, which is not zero."""
    rounding: Rounding = terms.policy.rounding
    return Tariff("", segment, None, None, None, rounding, Evidence.NOT_FOUND)


def _contribution(rulebook: Rulebook, programme: str, segment: str, terms: Terms) -> Contribution | None:
    return next((it for it in contributions(rulebook, programme, segment, terms) if it.monthly), None)


def _bearer(rulebook: Rulebook, made: Contribution | None, payer: str, fund: str) -> Bearer:
    """Whose money a part is.

    The worker's share of a wage is withheld from it; a contribution in a sum of its own, which the law lets
    the person pay, is what the chosen fund takes over. A part of another treasury is not this budget's.
    """
    if made and made.basis == "upah" and payer == _WORKER:
        return Bearer.WAGE
    funds = rulebook.vocabulary["dana"]
    own = {_WORKER, _EMPLOYER, funds[fund].owner if fund in funds else "", ""}
    return Bearer.BUDGET if payer in own else Bearer.OTHERS


def period_on(one: DecidedCombination, day: date) -> PeriodAnswer:
    """The answer that holds on a day."""
    held = (it for it in one.answer.periods if it.period.start <= day <= it.period.end)
    return next(held, one.answer.periods[-1])


def due_programmes(rulebook: Rulebook, one: DecidedCombination, period: PeriodAnswer) -> tuple[str, ...]:
    """The programmes paid in a period: those policy chose, otherwise those that are required."""
    query = one.answer.query
    chosen = query.policy.programmes.get(query.category)
    if chosen is not None:
        return chosen
    terms = rulebook.vocabulary["program"]
    return tuple(
        it.object for it in period.programmes if it.answer is Answer.REQUIRED and not terms[it.object].umbrella
    )
