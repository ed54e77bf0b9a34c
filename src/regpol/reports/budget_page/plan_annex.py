"""The annexes of a plan's report: every unit, who stands outside and why, and the grounds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from regpol.budget.planning.plan import LeftOut, Plan, PlanGround, PlanLine
from regpol.reports.budget_page.compare_words import known
from regpol.reports.budget_page.headcount import by_unit_and_category
from regpol.reports.budget_page.tables import Column, Table, numbers
from regpol.reports.budget_page.unit_names import unit_name
from regpol.terms.language import thousands

_KECAMATAN = 3
"""Parts of the code of a kecamatan: 52.71.01."""


def unit_tables(plan: Plan) -> Iterator[Table]:
    """A table for each kecamatan: the people of its villages by category, and their rupiah."""
    sums: dict[tuple[str, str], list[PlanLine]] = {}
    for line in plan.lines:
        sums.setdefault((line.unit, line.category), []).append(line)
    categories = list(dict.fromkeys(category for _, category in sorted(sums, key=lambda it: it[1])))
    parents: dict[str, list[str]] = {}
    for unit in sorted({unit for unit, _ in sums}):
        parents.setdefault(".".join(unit.split(".")[:_KECAMATAN]), []).append(unit)
    people = by_unit_and_category(plan)
    build = _wide if len(categories) <= _MOST_COLUMNS else _long
    for parent, units in parents.items():
        yield build(
            plan, plan.name("unit", parent), [(unit, code) for unit in units for code in categories], people, sums
        )


_MOST_COLUMNS = 9
Keys = list[tuple[str, str]]
People = Mapping[tuple[str, str], int]
Sums = Mapping[tuple[str, str], list[PlanLine]]


def _wide(plan: Plan, heading: str, keys: Keys, people: People, sums: Sums) -> Table:
    """Units down, categories across."""
    categories = list(dict.fromkeys(category for _, category in keys))
    rows = []
    for unit in dict.fromkeys(unit for unit, _ in keys):
        counts = [people.get((unit, category), 0) for category in categories]
        lines = [line for category in categories for line in sums.get((unit, category), ())]
        shown = (thousands(count) if count else "–" for count in counts)
        rows.append((unit_name(plan, unit), *shown, thousands(sum(counts)), _rupiah(lines)))
    names = (plan.name("kategori", category) for category in categories)
    columns = (Column("Unit"), *numbers(*names, "Orang", "Rupiah setahun"))
    whole = [sum(people.get(key, 0) for key in keys if key[1] == category) for category in categories]
    lines = [line for key in keys for line in sums.get(key, ())]
    totals = ("Jumlah", *(thousands(count) for count in whole), thousands(sum(whole)), _rupiah(lines))
    return Table(heading, columns, tuple(rows), totals)


def _long(plan: Plan, heading: str, keys: Keys, people: People, sums: Sums) -> Table:
    """A line for each unit and category, where there are too many categories to stand side by side."""
    rows, before = [], ""
    for unit, category in keys:
        if key_lines := sums.get((unit, category)):
            name = unit_name(plan, unit)
            told = "" if name == before else name
            count = thousands(people.get((unit, category), 0))
            rows.append((told, plan.name("kategori", category), count, _rupiah(key_lines)))
            before = name
    columns = (Column("Unit"), Column("Kategori"), *numbers("Orang", "Rupiah setahun"))
    lines = [line for key in keys for line in sums.get(key, ())]
    totals = ("Jumlah", "", thousands(sum(people.get(key, 0) for key in keys)), _rupiah(lines))
    return Table(heading, columns, tuple(rows), totals)


def _rupiah(lines: list[PlanLine]) -> str:
    return known(sum(line.amount or 0 for line in lines), sum(line.people for line in lines if line.amount is None))


def outside_table(plan: Plan) -> Table | None:
    """Who is not in the plan and whose amount is not known, by reason; no rows of people."""
    rows = [
        *_reasons(plan, plan.outside, "di luar rencana"),
        *_reasons(plan, plan.uncounted, "belum dapat dihitung"),
    ]
    columns = (Column("Keadaan"), Column("Alasan"), Column("Kategori"), *numbers("Orang"))
    return Table("Orang di luar rencana dan iuran yang belum dapat dihitung", columns, tuple(rows)) if rows else None


def _reasons(plan: Plan, found: tuple[LeftOut, ...], state: str) -> Iterator[tuple[str, ...]]:
    """A row for each reason, with the people of every category it met."""
    sums: dict[str, dict[str, int]] = {}
    for left in found:
        programme = f" ({plan.name('program', left.programme)})" if left.programme else ""
        whom = plan.name("kategori", left.category) + programme
        people = sums.setdefault(left.reason, {})
        people[whom] = people.get(whom, 0) + left.people
    for reason, people in sorted(sums.items(), key=lambda it: (-sum(it[1].values()), it[0])):
        most_first = sorted(people.items(), key=lambda it: (-it[1], it[0]))
        told = ", ".join(f"{whom} {thousands(count)}" for whom, count in most_first)
        yield state, reason, told, thousands(sum(people.values()))


@dataclass(frozen=True)
class GroundBlock:
    """Lines that are paid for the same reason: how much, for whom, why, and on which texts."""

    amount: str
    fund: str
    whom: tuple[str, ...]
    about: str
    citations: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]


def ground_blocks(plan: Plan) -> Iterator[GroundBlock]:
    """Why the lines are paid; categories and programmes that rest on the same texts together."""
    alike: dict[PlanGround, list[str]] = {}
    for key, ground in plan.grounds.items():
        alike.setdefault(replace(ground, programme=""), []).append(key)
    lines: dict[str, list[PlanLine]] = {}
    for line in plan.lines:
        lines.setdefault(line.ground, []).append(line)
    for ground, keys in alike.items():
        own = [line for key in keys for line in lines.get(key, ())]
        by_programme: dict[str, dict[str, None]] = {}
        for line in own:
            by_programme.setdefault(line.programme, {})[plan.name("kategori", line.category)] = None
        whom = (f"{plan.name('program', code)} bagi {', '.join(names)}" for code, names in by_programme.items())
        fund = plan.name("dana", ground.fund)
        yield GroundBlock(_rupiah(own), fund, tuple(whom), ground.about, ground.citations, ground.unread)
