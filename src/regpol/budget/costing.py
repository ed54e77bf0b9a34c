"""What a register costs: the tariffs of each combination joined to its rows, integer arithmetic in columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from regpol.budget.contribution import Tariff, Terms, amount_sql, minimum_wage, tariffs
from regpol.budget.relief import payable, reliefs
from regpol.decision.batch import DecidedCombination
from regpol.law.model import Rulebook
from regpol.terms.money import SEN, Rounding

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Slice:
    """Months of the year over which a combination pays the same tariff for a programme part."""

    number: int
    programme: str
    payer: str
    months: int
    tariff: Tariff
    base: int | None
    last: bool


def slices(rulebook: Rulebook, decided: Iterable[DecidedCombination], region: str, year: int) -> tuple[Slice, ...]:
    """For every combination, programme and payer, the tariffs of the year with how many months each holds."""
    made = []
    for one in decided:
        for programme in one.programmes(rulebook):
            counted: dict[tuple[Tariff, int | None], int] = {}
            for month in range(1, 13):
                terms = Terms(_day_of(one, year, month), year, region, one.answer.query.policy)
                base = minimum_wage(rulebook, terms).sen
                for tariff in _due(rulebook, one, programme, terms):
                    counted[tariff, base] = counted.get((tariff, base), 0) + 1
            final = {tariff.payer: (tariff, base) for tariff, base in counted}
            made += [
                Slice(
                    one.combination.number,
                    programme,
                    tariff.payer,
                    months,
                    tariff,
                    base,
                    final[tariff.payer] == (tariff, base),
                )
                for (tariff, base), months in counted.items()
            ]
    return tuple(made)


def _due(rulebook: Rulebook, one: DecidedCombination, programme: str, terms: Terms) -> Iterator[Tariff]:
    """Each payer's part of a month, less a discount where the case surely gets it from the chosen fund."""
    query = one.answer.query
    facts = {**query.facts, "kategori": query.category}
    found = reliefs(rulebook, programme, one.segment, facts, terms)
    for tariff in tariffs(rulebook, programme, one.segment, terms):
        yield payable(rulebook, tariff, found, one.fund)


def _day_of(one: DecidedCombination, year: int, month: int) -> date:
    return one.answer.query.day or date(year, month, 1)


def cost(connection: "duckdb.DuckDBPyConnection", found: tuple[Slice, ...], rounding: Rounding, wage_base: str) -> None:
    """Creates ``costed``: for each row and programme the whole rupiah a month and a year.

    An amount that cannot be counted stays NULL, and so does every sum it enters.
    """
    connection.execute(
        "CREATE OR REPLACE TABLE slices (number BIGINT, programme VARCHAR, payer VARCHAR, months BIGINT, "
        "millionths BIGINT, fixed BIGINT, cap BIGINT, base BIGINT, last BOOLEAN)"
    )
    rows = [
        (s.number, s.programme, s.payer, s.months, s.tariff.millionths, s.tariff.fixed, s.tariff.cap, s.base, s.last)
        for s in found
    ]
    if rows:
        connection.executemany("INSERT INTO slices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    base = f"(p.penghasilan * {SEN})" if wage_base == "penghasilan" else "s.base"
    amount = amount_sql(base, "s.millionths", "s.fixed", "s.cap", rounding)
    connection.execute(
        "CREATE OR REPLACE TABLE parts AS "
        f"SELECT t.row, t.number, s.programme, s.payer, s.months, s.last, {amount} AS monthly "
        "FROM situated t JOIN people p USING (row) JOIN slices s USING (number)"
    )
    connection.execute(
        "CREATE OR REPLACE TABLE costed AS SELECT row, programme, "
        f"{_sum('monthly', 'last')} AS monthly, {_sum('monthly * months', 'true')} AS yearly "
        "FROM parts GROUP BY row, programme"
    )


def _sum(amount: str, where: str) -> str:
    """A sum that is NULL as soon as one of its parts is."""
    return (
        f"CASE WHEN count(*) FILTER (WHERE {where} AND ({amount}) IS NULL) > 0 THEN NULL "
        f"ELSE sum({amount}) FILTER (WHERE {where}) END"
    )
