"""A comparison in the words of its report: a summary to read first, then finished tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from regpol.budget.comparing.compare import DIMENSIONS, Difference, NamedPlan, Row
from regpol.budget.comparing.effects import Cause
from regpol.reports.budget_page.compare_words import (
    CAUSES,
    MEANING,
    TABLES,
    known,
    moved_between_funds,
    ordered,
    price_words,
    row_name,
    signed,
    stretches,
    why,
)
from regpol.reports.budget_page.from_compare import waterfall_name
from regpol.reports.budget_page.from_plan import source_name
from regpol.reports.budget_page.tables import Column, Table, numbers
from regpol.terms.language import thousands
from regpol.terms.money import rupiah


@dataclass(frozen=True)
class DifferenceView:
    """One difference: its sentence, its causes, its tables, and the name of its waterfall."""

    before: str
    after: str
    verdict: str
    causes: Table
    prices: Table | None
    outside: Table | None
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    same: bool
    chart: str


@dataclass(frozen=True)
class CompareView:
    """The whole report."""

    title: str
    region: str
    plans: Table
    differences: tuple[DifferenceView, ...]
    assumptions: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[str, ...]
    meanings: tuple[tuple[str, str], ...]


def compare_view(differences: tuple[Difference, ...]) -> CompareView:
    """The view; the waterfall of each difference goes by its name (`waterfall_name`)."""
    first = differences[0].before
    head = first.plan.head
    plans = (first, *(it.after for it in differences))
    region = f"{head.region_name} ({head.region})"
    views = tuple(_difference(it, waterfall_name(number)) for number, it in enumerate(differences, 1))
    used = {cause for it in differences for effect in it.effects for cause in [effect.cause]}
    return CompareView(
        f"Perbandingan rencana anggaran {head.region_name}",
        region,
        _plans(plans),
        views,
        tuple(_assumptions(plans)),
        tuple(dict.fromkeys(_source(it) for it in plans)),
        tuple((CAUSES[cause], MEANING[cause]) for cause in Cause if cause in used),
    )


def _assumptions(plans: tuple[NamedPlan, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What all plans assume once, then what each assumes beside it."""
    common = [text for text in plans[0].plan.head.assumptions if all(text in it.plan.head.assumptions for it in plans)]
    if common:
        yield "Semua rencana", tuple(common)
    for it in plans:
        own = tuple(text for text in it.plan.head.assumptions if text not in common)
        if own:
            yield it.name, own


def _source(it: NamedPlan) -> str:
    head = it.plan.head
    return f"{it.name}: {source_name(it.plan)}, tahun {head.year}, buku aturan {head.rulebook[:12]}"


def _plans(plans: tuple[NamedPlan, ...]) -> Table:
    base = plans[0].plan.total
    rows = []
    for it in plans:
        uncounted = sum(line.people for line in it.plan.lines if line.amount is None)
        gap = it.plan.total - base
        rows.append(
            (
                it.name,
                str(it.plan.head.year),
                thousands(it.plan.counts.planned),
                known(it.plan.total, uncounted),
                signed(gap) if it is not plans[0] else "dasar perbandingan",
                thousands(uncounted) if uncounted else "–",
            )
        )
    columns = (Column("Rencana"), *numbers("Tahun", "Orang", "Jumlah", "Selisih", "Orang-bulan belum dihitung"))
    return Table("Rencana yang dibandingkan", columns, tuple(rows))


def _difference(it: Difference, chart: str) -> DifferenceView:
    return DifferenceView(
        it.before.name,
        it.after.name,
        _verdict(it),
        _causes(it),
        _prices(it),
        _outside(it),
        tuple(_tables(it)),
        it.notes,
        it.same,
        chart,
    )


def _verdict(it: Difference) -> str:
    """The difference in one sentence."""
    gap, base = it.total.difference, it.total.before
    if not gap:
        return f"{it.after.name} berjumlah sama dengan {it.before.name}."
    share = f" ({_percent(abs(gap), base)})" if base else ""
    direction = "lebih besar" if gap > 0 else "lebih kecil"
    return f"{it.after.name}: {rupiah(abs(gap))} {direction} daripada {it.before.name}{share}."


def _percent(part: int, whole: int) -> str:
    """A share in tenths of a percent.

    >>> _percent(1, 8)
    '12,5 %'
    """
    tenths = round(Fraction(part * 1000, whole))
    return f"{thousands(tenths // 10)},{tenths % 10} %"


def _causes(it: Difference) -> Table:
    rows = [
        (CAUSES[cause], signed(amount), MEANING[cause])
        for cause, amount in sorted(it.total.causes.items(), key=lambda pair: -abs(pair[1]))
    ]
    if moved := moved_between_funds(it):
        rows.append((CAUSES[Cause.FUND], rupiah(moved), MEANING[Cause.FUND]))
    columns = (Column("Sebab"), *numbers("Rupiah"), Column("Artinya"))
    totals = ("Selisih", signed(it.total.difference), "jumlah semua sebab, sampai ke rupiah")
    return Table("Yang menyebabkan selisih", columns, tuple(rows), totals)


def _prices(it: Difference) -> Table | None:
    rows = tuple(
        (
            it.name("kategori", price.category),
            it.name("program", price.programme),
            price_words(price.before),
            price_words(price.after),
        )
        for price in it.prices
    )
    columns = (Column("Kategori"), Column("Program"), *numbers(it.before.name, it.after.name))
    return Table("Iuran seorang sebulan yang berubah", columns, rows) if rows else None


def _outside(it: Difference) -> Table | None:
    rows = tuple((change.reason, thousands(change.before), thousands(change.after)) for change in it.outside)
    columns = (Column("Alasan"), *numbers(it.before.name, it.after.name))
    return Table("Orang di luar rencana", columns, rows) if rows else None


def _tables(it: Difference) -> Iterator[Table]:
    for dimension in DIMENSIONS:
        rows = ordered(tuple(row for row in it.tables[dimension] if row.difference or row.causes), dimension)
        if dimension == "month":
            named = [(stretch.name, stretch.row) for stretch in stretches(rows)]
        else:
            named = [(row_name(it, dimension, row.key), row) for row in rows]
        if named:
            yield _table(it, TABLES[dimension][1], named, with_causes=True)
    cash = [(stretch.name, stretch.row) for stretch in stretches(it.cash) if stretch.row.difference]
    if cash:
        yield _table(it, "Uang keluar menurut bulan pembayaran", cash, with_causes=False)


def _table(it: Difference, heading: str, named: list[tuple[str, Row]], *, with_causes: bool) -> Table:
    rows = []
    for name, row in named:
        sides = (known(amount, missing) for amount, missing in zip((row.before, row.after), row.uncounted, strict=True))
        rows.append((name, *sides, signed(row.difference), *([why(row)] if with_causes else [])))
    columns = (
        Column(heading.removeprefix("Menurut ").capitalize()),
        *numbers(it.before.name, it.after.name, "Selisih"),
    )
    return Table(heading, (*columns, Column("Sebab")) if with_causes else columns, tuple(rows))
