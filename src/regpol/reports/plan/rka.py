"""Budget lines in the form of an office: people x months x price, and the codes a region must bring itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from regpol.budget.planning.plan import Plan, PlanLine
from regpol.project.region import RegionKind
from regpol.project.rka_format import COUNTED, BudgetShape, Level

YEAR_END = 12
VILLAGE_OWNER = f"pemerintah_{RegionKind.DESA}"
"""The party whose money village funds are."""
UNKNOWN_AMOUNT = "belum dapat dihitung"


@dataclass(frozen=True)
class BudgetLine:
    """One line of a form: ``texts`` by column, and the numbers of its coefficient.

    ``people`` x ``months`` x ``price`` is the amount; ``price`` is None where people cost differently, and the
    amount None where it is not known.
    """

    texts: dict[str, str]
    unit: str
    people: int
    months: int
    price: int | None
    amount: int | None


def of_village(plan: Plan, fund: str) -> bool:
    """Whether a fund is village money, so that its lines stand in the villages' budgets."""
    return plan.names.get(f"pemilik:{fund}") == VILLAGE_OWNER


def budget_lines(plan: Plan, shape: BudgetShape, *, village: bool) -> tuple[BudgetLine, ...]:
    """The lines of a form, of what leaves the cash of the year; the rest belongs to the next one."""
    lines = [it for it in plan.lines if of_village(plan, it.fund) is village and it.month_cash <= YEAR_END]

    def key(line: PlanLine) -> tuple[object, ...]:
        price = (line.price is None, line.price or 0, line.amount is None)
        unit = unit_at(line.unit, shape.level, plan)
        return (line.fund, unit, line.category, line.programme, line.payer, line.account, *price, line.obligation)

    lines.sort(key=lambda it: (*key(it), it.month_cover))
    return tuple(made for _, held in groupby(lines, key=key) for made in _runs(plan, shape, list(held)))


def unit_at(unit: str, level: Level, plan: Plan) -> str:
    """The unit of a line at a level: itself, its kecamatan, or the region."""
    if level is Level.REGION:
        return plan.head.region
    parts = 4 if level is Level.VILLAGE else 3
    return ".".join(unit.split(".")[:parts])


def _runs(plan: Plan, shape: BudgetShape, held: list[PlanLine]) -> Iterator[BudgetLine]:
    """Months in which equally many people are paid for, as one line each; personal amounts as one line."""
    months = [
        (month, sum(it.people for it in same), [it.amount for it in same])
        for month, same in ((month, list(same)) for month, same in groupby(held, key=lambda it: it.month_cover))
    ]
    first = held[0]
    counted = first.price is not None
    for _, run in groupby(months, key=lambda it: it[1] if counted else 0):
        spent = list(run)
        amounts = [amount for _, _, found in spent for amount in found]
        known = None if None in amounts else sum(amount or 0 for amount in amounts)
        people, unit = max(count for _, count, _ in spent), unit_at(first.unit, shape.level, plan)
        texts = _texts(plan, shape, first, unit, people, len(spent))
        yield BudgetLine(texts, unit, people, len(spent), first.price, known)


def _texts(plan: Plan, shape: BudgetShape, line: PlanLine, unit: str, people: int, months: int) -> dict[str, str]:
    name = plan.name("unit", unit)
    own = [word for word in shape.columns if word not in COUNTED]
    texts = {word: shape.word(word, line.category).replace("{unit}", name) for word in own}
    if "rekening" in own:
        texts["rekening"] = shape.accounts.get((line.category, line.programme)) or line.account
    place = "" if shape.level is Level.REGION else f", {name}"
    segment = f" ({plan.name('segmen', line.segment)})" if line.segment else ""
    about = f"Iuran {plan.name('program', line.programme)} {plan.name('kategori', line.category)}{segment}{place}"
    target = shape.word("target", line.category) or f"{people} orang terlindungi {months} bulan"
    fund = plan.name("dana", line.fund)
    return texts | {"uraian": about, "sumber_dana": fund, "target": target, "sifat": line.obligation}


@dataclass(frozen=True)
class MissingCode:
    """A code that neither the project nor the rulebook gives, and for which lines."""

    column: str
    about: str


def missing_codes(plan: Plan, lines: Iterable[BudgetLine], shape: BudgetShape) -> tuple[MissingCode, ...]:
    """The codes left blank, each once: a word common to all lines, or an account by programme and category."""
    found: dict[MissingCode, None] = {}
    del plan
    for line in lines:
        for column in shape.columns:
            if column in COUNTED or line.texts.get(column):
                continue
            about = line.texts["uraian"].partition(",")[0] if column == "rekening" else "semua baris"
            found[MissingCode(column, about)] = None
    return tuple(sorted(found, key=lambda it: (shape.columns.index(it.column), it.about)))


def heading(column: str) -> str:
    """The heading of a column."""
    return {
        "skpd": "SKPD",
        "sub_kegiatan": "Sub kegiatan",
        "sub_bidang": "Sub bidang",
        "rekening": "Kode rekening",
        "sumber_dana": "Sumber dana",
        "orang": "Orang",
        "bulan": "Bulan",
        "harga": "Harga satuan (Rp)",
        "jumlah": "Jumlah (Rp)",
        "target": "Target kinerja",
        "sifat": "Wajib/pilihan",
    }.get(column, column.capitalize())
