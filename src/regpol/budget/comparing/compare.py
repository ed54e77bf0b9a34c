"""Two plans side by side and what causes each difference, to the rupiah; more plans are each compared with the first.

Plans of different regions are not compared. Another year, rulebook or day is allowed and told in ``notes``,
because then not only a choice but also the law and the values behind the amounts may differ.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from regpol.budget.comparing.cells import Cell, CellKey, cells
from regpol.budget.comparing.effects import Cause, Effect, Presence, effects_of
from regpol.budget.planning.plan import Plan, PlanLine
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.budget_compare import OtherRegion

DIMENSIONS = ("fund", "programme", "category", "unit", "month")
"""By what differences are shown; ``month`` is the month of cover."""


@dataclass(frozen=True)
class NamedPlan:
    """A plan under the name it is compared by."""

    name: str
    plan: Plan


@dataclass(frozen=True)
class Row:
    """One line of a table: known rupiah on both sides and the causes of the difference, which sum to it.

    ``uncounted``: on each side how many person-months have an amount that is not known.
    """

    key: str
    before: int
    after: int
    causes: Mapping[Cause, int]
    uncounted: tuple[int, int]

    @property
    def difference(self) -> int:
        """Rupiah more (or, negative, less) on the second side."""
        return self.after - self.before


@dataclass(frozen=True)
class PriceChange:
    """What one person costs a month on each side, in rupiah; None where people of the group cost differently."""

    category: str
    programme: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class OutsideChange:
    """How many people stand outside each plan for a reason."""

    reason: str
    before: int
    after: int


@dataclass(frozen=True)
class Difference:
    """The second plan against the first; every table comes to the same total."""

    before: NamedPlan
    after: NamedPlan
    effects: tuple[Effect, ...]
    total: Row
    tables: Mapping[str, tuple[Row, ...]]
    prices: tuple[PriceChange, ...]
    cash: tuple[Row, ...]
    outside: tuple[OutsideChange, ...]
    notes: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs, amounts that are not known included."""
        return not self.effects and self.total.uncounted[0] == self.total.uncounted[1] and not self.moved_cash

    @property
    def moved_cash(self) -> bool:
        """Whether money is paid in other months."""
        return any(row.difference for row in self.cash)

    def name(self, kind: str, code: str) -> str:
        """The word for a code, from the plan that knows it."""
        found = self.before.plan.name(kind, code)
        return found if found != code else self.after.plan.name(kind, code)


def compare(before: NamedPlan, after: NamedPlan) -> Difference:
    """What causes the difference from one plan to another.

    Raises:
        Refused: if the plans are of different regions.
    """
    heads = before.plan.head, after.plan.head
    if heads[0].region != heads[1].region:
        raise Refused(
            OtherRegion(
                place=Place(after.name),
                region=f"{heads[1].region_name} ({heads[1].region})",
                expected_region=f"{heads[0].region_name} ({heads[0].region})",
            )
        )
    sides = cells(before.plan, after.plan), cells(after.plan, before.plan)
    presence = _presence(sides[0]), _presence(sides[1])
    effects = tuple(
        effect
        for key in sorted({*sides[0], *sides[1]})
        for effect in effects_of(key, (sides[0].get(key, Cell()), sides[1].get(key, Cell())), presence)
    )
    made = _Tables(before.plan, after.plan, effects)
    return Difference(
        before,
        after,
        effects,
        made.rows(lambda line: "", lambda effect: "", [""])[0],
        {name: made.of(name) for name in DIMENSIONS},
        tuple(_prices(before.plan, after.plan)),
        made.cash(),
        tuple(_outside(before.plan, after.plan)),
        tuple(_notes(before.plan, after.plan)),
    )


def compare_with_first(plans: Iterable[NamedPlan]) -> tuple[Difference, ...]:
    """Each further plan against the first."""
    first, *others = plans
    return tuple(compare(first, other) for other in others)


def _presence(side: Mapping[CellKey, Cell]) -> Presence:
    groups = frozenset(key.group for key in side)
    return Presence(frozenset(group[:2] for group in groups), groups)


@dataclass(frozen=True)
class _Tables:
    before: Plan
    after: Plan
    effects: tuple[Effect, ...]

    def of(self, name: str) -> tuple[Row, ...]:
        """The table of a dimension, its keys in order."""
        attribute = "month_cover" if name == "month" else name
        keys = {getattr(line, attribute) for plan in (self.before, self.after) for line in plan.lines}
        return self.rows(
            lambda line: str(getattr(line, attribute)), lambda it: str(getattr(it, name)), map(str, sorted(keys))
        )

    def cash(self) -> tuple[Row, ...]:
        """Rupiah by month of payment; why money is paid earlier or later is no matter of causes."""
        keys = {line.month_cash for plan in (self.before, self.after) for line in plan.lines}
        return self.rows(lambda line: str(line.month_cash), lambda effect: None, map(str, sorted(keys)))

    def rows(
        self, key_of: Callable[[PlanLine], str], cause_of: Callable[[Effect], str | None], keys: Iterable[str]
    ) -> tuple[Row, ...]:
        sums = [_summed(plan, key_of) for plan in (self.before, self.after)]
        causes: dict[str | None, dict[Cause, int]] = {}
        for effect in self.effects:
            found = causes.setdefault(cause_of(effect), {})
            found[effect.cause] = found.get(effect.cause, 0) + effect.amount
        return tuple(self._row(key, sums, causes.get(key, {})) for key in keys)

    def _row(self, key: str, sums: list[dict[str, tuple[int, int]]], causes: Mapping[Cause, int]) -> Row:
        (before, open_before), (after, open_after) = (side.get(key, (0, 0)) for side in sums)
        kept = {cause: causes[cause] for cause in Cause if causes.get(cause)}
        return Row(key, before, after, kept, (open_before, open_after))


def _summed(plan: Plan, key_of: Callable[[PlanLine], str]) -> dict[str, tuple[int, int]]:
    """Known rupiah and person-months with an unknown amount, by key."""
    made: dict[str, tuple[int, int]] = {}
    for line in plan.lines:
        amount, uncounted = made.get(key_of(line), (0, 0))
        unknown = line.people if line.amount is None else 0
        made[key_of(line)] = amount + (line.amount or 0), uncounted + unknown
    return made


def _prices(before: Plan, after: Plan) -> Iterable[PriceChange]:
    """Groups of which one person costs something else."""
    sides = _one_person(before), _one_person(after)
    for category, programme in sorted({*sides[0]} & {*sides[1]}):
        prices = [side[category, programme] for side in sides]
        if prices[0] != prices[1]:
            one, other = (next(iter(price)) if len(price) == 1 else None for price in prices)
            yield PriceChange(category, programme, one, other)


def _one_person(plan: Plan) -> dict[tuple[str, str], frozenset[int]]:
    """Every amount that one person of a category costs a month in a programme, all payers together."""
    found: dict[tuple[str, str], set[int]] = {}
    for key, cell in cells(plan).items():
        if cell.price is not None:
            found.setdefault((key.category, key.programme), set()).add(round(cell.price))
    return {key: frozenset(prices) for key, prices in found.items()}


def _outside(before: Plan, after: Plan) -> Iterable[OutsideChange]:
    """The reasons that keep more or fewer people out of one plan than out of the other."""
    sides: list[dict[str, int]] = [{}, {}]
    for side, plan in zip(sides, (before, after), strict=True):
        for left in plan.outside:
            side[left.reason] = side.get(left.reason, 0) + left.people
    for reason in sorted({*sides[0], *sides[1]}):
        one, other = (side.get(reason, 0) for side in sides)
        if one != other:
            yield OutsideChange(reason, one, other)


def _notes(before: Plan, after: Plan) -> Iterable[str]:
    one, other = before.head, after.head
    if one.year != other.year:
        yield f"Tahun anggarannya berbeda: {one.year} dan {other.year}."
    if one.rulebook != other.rulebook:
        yield (
            f"Buku aturannya berbeda ({one.rulebook[:12]} dan {other.rulebook[:12]}): selisih dapat berasal dari "
            "hukum atau nilai yang berubah, bukan hanya dari pilihan."
        )
    if one.source != other.source:
        yield f"Register sumbernya berbeda: {one.source} dan {other.source}."
    elif one.on_date != other.on_date:
        yield f"Usia dan masa SK dihitung pada hari yang berbeda: {one.on_date} dan {other.on_date}."
    yield from (
        f"Anggapan rencana kedua: {text}" for text in other.assumptions if _new_assumption(text, one.assumptions)
    )
    for plan in (before, after):
        if not plan.complete:
            yield "Sebagian jumlah belum dapat dihitung dan tidak ada dalam selisih; banyaknya disebut tersendiri."
            return


def _new_assumption(text: str, known: tuple[str, ...]) -> bool:
    """Whether an assumption is stamped and the other plan does not make it."""
    return "ASUMSI" in text and text not in known
