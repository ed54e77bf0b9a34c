"""A comparison of plans on a terminal: the totals side by side, then what causes each difference."""

from collections.abc import Iterator

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
from regpol.reports.layout import bullets, columns, heading
from regpol.terms.language import thousands
from regpol.terms.money import rupiah

_MOST_ROWS = 12
_FEW = ("category",)
_MONEY = 18
_WIDTHS = (29, _MONEY, _MONEY, _MONEY, 0)


def compare_text(differences: tuple[Difference, ...]) -> str:
    """The whole comparison; every plan against the first."""
    return "\n\n".join(_parts(differences)) + "\n"


def _parts(differences: tuple[Difference, ...]) -> Iterator[str]:
    first = differences[0].before
    head = first.plan.head
    yield heading(f"Perbandingan rencana anggaran, {head.region_name} ({head.region})", "═")
    yield "\n".join(_overview((first, *(it.after for it in differences))))
    alone = len(differences) == 1
    for difference in differences:
        yield from _difference(difference, DIMENSIONS if alone else _FEW)
    if not alone:
        yield "Tabel menurut dana, program, unit, dan bulan: tambahkan -o BERKAS.html, .pdf, .xlsx, atau --json."


def _overview(plans: tuple[NamedPlan, ...]) -> Iterator[str]:
    rows = [("Rencana", "Tahun", "Jumlah", "Orang", "")]
    for it in plans:
        plan = it.plan
        uncounted = sum(line.people for line in plan.lines if line.amount is None)
        told = f"{uncounted} orang-bulan belum dapat dihitung" if uncounted else "semua jumlah diketahui"
        people = f"{plan.counts.planned:,}".replace(",", ".")
        rows.append((it.name, str(plan.head.year), known(plan.total, uncounted), people, told))
    yield columns(rows, (30, 6, 20, 8, 0))


def _difference(it: Difference, dimensions: tuple[str, ...]) -> Iterator[str]:
    yield heading(f"Dari {it.before.name} ke {it.after.name}: {signed(it.total.difference)}")
    if it.notes:
        yield bullets(it.notes)
    if it.same:
        yield "  Kedua rencana sama."
        return
    if it.effects:
        yield "Yang menyebabkan selisih\n" + columns(_causes(it), (34, 18, 0))
    if it.prices:
        yield "Iuran seorang sebulan yang berubah\n" + columns(_prices(it), (44, 16, 16, 0))
    if it.outside:
        yield "Orang di luar rencana\n" + columns(_outside(it), (60, 12, 12, 0))
    for dimension in dimensions:
        rows = ordered(tuple(row for row in it.tables[dimension] if row.difference or row.causes), dimension)
        if rows:
            yield TABLES[dimension][1] + "\n" + columns(_table(it, dimension, rows), _WIDTHS)
    cash = [row for row in it.cash if row.difference]
    if cash and dimensions is DIMENSIONS:
        lines = [_line(stretch.name, stretch.row, "") for stretch in stretches(cash)]
        yield "Uang keluar menurut bulan pembayaran\n" + columns([_head(""), *lines], _WIDTHS)


def _head(last: str) -> tuple[str, ...]:
    return "", *(f"{word:>{_MONEY}}" for word in ("Semula", "Menjadi", "Selisih")), last


def _line(name: str, row: Row, last: str) -> tuple[str, ...]:
    sides = (known(amount, uncounted) for amount, uncounted in zip((row.before, row.after), row.uncounted, strict=True))
    return name, *(f"{word:>{_MONEY}}" for word in (*sides, signed(row.difference))), last


def _causes(it: Difference) -> Iterator[tuple[str, str, str]]:
    for cause, amount in sorted(it.total.causes.items(), key=lambda pair: -abs(pair[1])):
        yield CAUSES[cause], f"{signed(amount):>{_MONEY}}", MEANING[cause]
    if moved := moved_between_funds(it):
        yield CAUSES[Cause.FUND], f"{rupiah(moved):>{_MONEY}}", MEANING[Cause.FUND]
    yield "selisih", f"{signed(it.total.difference):>{_MONEY}}", "jumlah semua sebab, sampai ke rupiah"


def _prices(it: Difference) -> Iterator[tuple[str, str, str, str]]:
    yield "", "Semula", "Menjadi", ""
    for price in it.prices:
        group = f"{it.name('kategori', price.category)}, {it.name('program', price.programme)}"
        yield group, price_words(price.before), price_words(price.after), ""


def _outside(it: Difference) -> Iterator[tuple[str, ...]]:
    yield "", f"{'Semula':>12}", f"{'Menjadi':>12}", ""
    for change in it.outside:
        yield change.reason, f"{thousands(change.before):>12}", f"{thousands(change.after):>12}", ""


def _table(it: Difference, dimension: str, rows: tuple[Row, ...]) -> Iterator[tuple[str, ...]]:
    yield _head("Sebab")
    if dimension == "month":
        yield from (_line(stretch.name, stretch.row, why(stretch.row)) for stretch in stretches(rows))
        return
    for row in rows[:_MOST_ROWS]:
        yield _line(row_name(it, dimension, row.key), row, why(row))
    if rest := rows[_MOST_ROWS:]:
        whole = Row("", sum(row.before for row in rest), sum(row.after for row in rest), {}, (0, 0))
        yield _line(f"{len(rest)} lainnya", whole, "lihat hasil .xlsx atau --json")
