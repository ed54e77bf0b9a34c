"""What each programme costs a row, as columns beside its combination: for outputs that stream.

A combination's amounts are counted once. Only where a part is a share of each person's own income does
the row do arithmetic, and then over as many parts as the combination with the most has. Everybody is
counted over all twelve months, which is what their membership costs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regpol.budget.contribution import amount_sql
from regpol.budget.spans import Span
from regpol.terms.money import SEN, Rounding

Amount = int | bool | None


@dataclass(frozen=True)
class RowAmounts:
    """``columns`` (name and type) and their values by number of combination, and for each programme two expressions.

    ``monthly`` (in the last months of the year) and ``yearly`` give whole rupiah, NULL where not known or not due.
    ``due`` names for each combination the programmes that are paid. ``personal`` tells whether the expressions
    read the row's income, as ``income``.
    """

    columns: tuple[tuple[str, str], ...]
    rows: Mapping[int, tuple[Amount, ...]]
    monthly: Mapping[str, str]
    yearly: Mapping[str, str]
    due: Mapping[int, frozenset[str]]
    personal: bool

    def of(self, number: int) -> Mapping[str, int | None]:
        """The values of a combination by column; None where it has none."""
        values = self.rows.get(number, (None,) * len(self.columns))
        return {name: value for (name, _), value in zip(self.columns, values, strict=True)}


@dataclass(frozen=True)
class _Place:
    """Where the expressions read: the alias of the combination's columns, and the row's income in sen."""

    alias: str
    income: str
    rounding: Rounding


def row_amounts(
    found: Sequence[Span],
    programmes: Sequence[str],
    rounding: Rounding,
    *,
    alias: str = "d",
    income: str = "k.penghasilan",
) -> RowAmounts:
    """The amounts of these programmes; ``income`` is the expression of a row's income in rupiah."""
    place = _Place(alias, f"({income} * {SEN})", rounding)
    held: dict[tuple[str, int], list[Span]] = {}
    for span in found:
        held.setdefault((span.programme, span.number), []).append(span)
    numbers = sorted({span.number for span in found})
    columns: list[tuple[str, str]] = []
    rows: dict[int, tuple[Amount, ...]] = dict.fromkeys(numbers, ())
    monthly, yearly = {}, {}
    personal = False
    for programme in programmes:
        own = {number: held[programme, number] for number in numbers if (programme, number) in held}
        slots = max((len(parts) for parts in own.values() if any(part.personal for part in parts)), default=0)
        personal = personal or slots > 0
        made = [*_sums(programme), *(column for slot in range(slots) for column in _slot(programme, slot))]
        columns += made
        for number in numbers:
            parts = own.get(number, [])
            rows[number] += (*_summed(parts), *_parts(parts, slots))
        monthly[programme], yearly[programme] = _expressions(programme, slots, place)
    due = {number: frozenset(code for code in programmes if (code, number) in held) for number in numbers}
    return RowAmounts(tuple(columns), rows, monthly, yearly, due, personal)


def _sums(programme: str) -> list[tuple[str, str]]:
    return [(f"{programme}_sebulan", "BIGINT"), (f"{programme}_setahun", "BIGINT")]


def _slot(programme: str, slot: int) -> list[tuple[str, str]]:
    names = ("personal", "millionths", "fixed", "cap", "amount", "months", "final")
    return [(f"{programme}_{slot}_{name}", "BOOLEAN" if name in {"personal", "final"} else "BIGINT") for name in names]


def _summed(parts: Sequence[Span]) -> tuple[Amount, Amount]:
    """A month and a year of a programme whose parts are the same for everybody; NULL where they are not."""
    if not parts or any(part.personal for part in parts):
        return None, None
    final = [part.amount for part in parts if part.final]
    whole = [None if part.amount is None else part.amount * (part.last - part.first + 1) for part in parts]
    return together(final), together(whole)


def together(amounts: Sequence[int | None]) -> int | None:
    """The sum of amounts, None as soon as one of them is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def _parts(parts: Sequence[Span], slots: int) -> tuple[Amount, ...]:
    """The slots of a combination; those it does not need count nothing, those of fixed combinations stay empty."""
    if not any(part.personal for part in parts):
        return (None,) * (7 * slots)
    filled: list[Amount] = []
    for part in parts:
        tariff, months = part.tariff, part.last - part.first + 1
        filled += [part.personal, tariff.millionths, tariff.fixed, tariff.cap, part.amount, months, part.final]
    return (*filled, *((False, None, None, None, 0, 0, False) * (slots - len(parts))))


def _expressions(programme: str, slots: int, place: _Place) -> tuple[str, str]:
    def column(name: str) -> str:
        return f'{place.alias}."{programme}_{name}"'

    if not slots:
        return column("sebulan"), column("setahun")
    months, years = [], []
    for slot in range(slots):
        own = amount_sql(
            place.income,
            column(f"{slot}_millionths"),
            column(f"{slot}_fixed"),
            column(f"{slot}_cap"),
            place.rounding,
        )
        amount = f"CASE WHEN {column(f'{slot}_personal')} THEN {own} ELSE {column(f'{slot}_amount')} END"
        months.append(f"CASE WHEN {column(f'{slot}_final')} THEN {amount} ELSE 0 END")
        years.append(f"({amount}) * {column(f'{slot}_months')}")
    # a combination without a personal part has no slots: its sums were made before
    bare = f"{column('0_months')} IS NULL"
    return (
        f"CASE WHEN {bare} THEN {column('sebulan')} ELSE {' + '.join(months)} END",
        f"CASE WHEN {bare} THEN {column('setahun')} ELSE {' + '.join(years)} END",
    )
