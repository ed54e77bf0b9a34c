"""A plan in the words of its report: a summary a budget team reads in a minute, then finished tables.

No row of a person enters: units and categories only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.budget.planning.plan import MANDATORY, Plan, PlanGround, PlanLine
from regpol.reports.budget_page.compare_words import known, month_name
from regpol.reports.budget_page.from_plan import funds, source_name
from regpol.reports.budget_page.headcount import by_category
from regpol.reports.budget_page.plan_annex import GroundBlock, ground_blocks, outside_table, unit_tables
from regpol.reports.budget_page.tables import Column, Table, numbers
from regpol.terms.answer import Evidence
from regpol.terms.dates import long_date, parse_date
from regpol.terms.language import thousands
from regpol.terms.money import rupiah

_YEAR_END = 12
_GRADES = {grade.label: grade for grade in Evidence}


@dataclass(frozen=True)
class PlanReport:
    """The whole report. ``summary`` are the questions of the first page with their answers."""

    title: str
    region: str
    total: str
    headline: str
    incomplete: bool
    assumed: tuple[str, ...]
    summary: tuple[tuple[str, tuple[str, ...]], ...]
    tables: tuple[Table, ...]
    units: tuple[Table, ...]
    outside: Table | None
    grounds: tuple[GroundBlock, ...]
    policy: Table
    assumptions: tuple[str, ...]
    notes: tuple[str, ...]
    source: str


def plan_report(plan: Plan, deadlines: tuple[str, ...], lacking: tuple[str, ...] = ()) -> PlanReport:
    """The report of a plan; ``deadlines`` tell where it can still enter, ``lacking`` which codes it lacks."""
    head = plan.head
    stamped = tuple(text for text in head.assumptions if "ASUMSI" in text)
    day = parse_date(head.on_date)
    return PlanReport(
        head.title,
        f"{head.region_name} ({head.region})",
        known(plan.total, _missing(plan.lines)),
        _headline(plan),
        not plan.complete,
        stamped,
        tuple(_summary(plan, deadlines, lacking)),
        tuple(_tables(plan)),
        tuple(unit_tables(plan)),
        outside_table(plan),
        tuple(ground_blocks(plan)),
        Table("Pilihan daerah", (Column("Tentang"), Column("Pilihan")), head.policy),
        tuple(text for text in head.assumptions if text not in stamped),
        head.notes,
        f"{source_name(plan)}, {thousands(plan.counts.read)} baris; keadaan {long_date(day) if day else head.on_date}; "
        f"buku aturan {head.rulebook[:12]}",
    )


def _headline(plan: Plan) -> str:
    people = f"untuk {thousands(plan.counts.planned)} orang, tahun anggaran {plan.head.year}"
    if plan.complete:
        return people
    return f"{people}; tanda ? berarti sebagian iuran belum dapat dihitung, jadi jumlah sebenarnya lebih besar"


def _summary(plan: Plan, deadlines: tuple[str, ...], lacking: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Untuk siapa", (_people(plan),)
    by_fund = ((fund, [line for line in plan.lines if line.fund == fund]) for fund in funds(plan))
    yield "Dari anggaran mana", tuple(f"{plan.name('dana', fund)}: {_known(lines)}" for fund, lines in by_fund)
    yield "Wajib atau pilihan", tuple(_obligations(plan))
    yield "Atas dasar apa, seberapa pasti", tuple(_certainty(plan))
    yield "Yang masih terbuka", tuple(_open(plan, lacking)) or ("Tidak ada.",)
    ceilings = tuple(f"{name[5:]}: {amount}" for name, amount in plan.head.policy if name.startswith("pagu "))
    told = tuple(note for note in plan.head.notes if "pagu" in note)
    yield "Pagu", told or ceilings or ("Proyek ini tidak menetapkan pagu; semua yang berhak dan dipilih dibayar.",)
    yield "Kapan masih dapat masuk", deadlines or ("Lihat regpol budget calendar.",)


def _people(plan: Plan) -> str:
    parts = (
        f"{plan.name('kategori', code)} {thousands(inside + uncounted)}"
        for code, (inside, uncounted, _) in by_category(plan).items()
        if inside + uncounted
    )
    return f"{thousands(plan.counts.planned)} orang: {', '.join(parts)}."


def _known(lines: list[PlanLine]) -> str:
    return known(sum(line.amount or 0 for line in lines), _missing(lines))


def _missing(lines: "tuple[PlanLine, ...] | list[PlanLine]") -> int:
    return sum(line.people for line in lines if line.amount is None)


def _obligations(plan: Plan) -> Iterator[str]:
    mandatory = [line for line in plan.lines if line.obligation == MANDATORY]
    chosen = [line for line in plan.lines if line.obligation != MANDATORY]
    yield f"Wajib, karena norma membebankannya: {_known(mandatory) if mandatory else 'tidak ada'}."
    yield f"Pilihan daerah, karena daerah memilih membayar: {_known(chosen) if chosen else 'tidak ada'}."


def _certainty(plan: Plan) -> Iterator[str]:
    """Rupiah that rest on texts nobody read, then rupiah by the weakest text that was, the weakest first."""
    by_grade: dict[Evidence, list[PlanLine]] = {}
    unread: dict[str, list[PlanLine]] = {}
    for line in plan.lines:
        ground = plan.grounds.get(line.ground)
        by_grade.setdefault(_weakest(ground) if ground else Evidence.NOT_FOUND, []).append(line)
        for text in ground.unread if ground else ():
            unread.setdefault(text, []).append(line)
    for text, lines in sorted(unread.items()):
        yield f"Bertumpu pada naskah yang belum terbaca, {text}: {_known(lines)}."
    for grade, lines in sorted(by_grade.items()):
        yield f"Dari naskah yang terbaca, yang terlemah berbukti “{grade.label}”: {_known(lines)}."


def _weakest(ground: PlanGround) -> Evidence:
    """The weakest grade of the texts that were read; those that were not are told beside it."""
    read = [label for text, label in ground.citations if not any(it.startswith(text) for it in ground.unread)]
    return min((_GRADES.get(label, Evidence.NOT_FOUND) for label in read), default=Evidence.NOT_FOUND)


def _open(plan: Plan, lacking: tuple[str, ...]) -> Iterator[str]:
    if uncounted := sum(left.people for left in plan.uncounted):
        yield f"{thousands(uncounted)} iuran orang-program belum dapat dihitung; lihat lampiran."
    if plan.counts.outside:
        yield f"{thousands(plan.counts.outside)} orang di luar rencana, masing-masing dengan alasan; lihat lampiran."
    if plan.counts.rejected:
        yield f"{thousands(plan.counts.rejected)} baris ditolak: perbaiki daftarnya (regpol register inspect)."
    if assumed := sum("ASUMSI" in text for text in plan.head.assumptions):
        yield f"{assumed} hal diandaikan (ASUMSI); ganti begitu naskahnya terbit."
    if lacking:
        yield f"Kode yang belum diketahui dan dibiarkan kosong: {', '.join(lacking)}."


def _tables(plan: Plan) -> Iterator[Table]:
    yield _by(
        plan, "Menurut dana, program, dan kewajiban", ("dana", "program", ""), ("fund", "programme", "obligation")
    )
    yield _by(plan, "Menurut kategori dan program", ("kategori", "program"), ("category", "programme"))
    yield _cash(plan)


def _by(plan: Plan, heading: str, kinds: tuple[str, ...], attributes: tuple[str, ...]) -> Table:
    """Person-months, rupiah and what is missing by attributes of the lines."""
    groups: dict[tuple[str, ...], list[PlanLine]] = {}
    for line in plan.lines:
        groups.setdefault(tuple(getattr(line, name) for name in attributes), []).append(line)
    rows = [
        (
            *(plan.name(kind, code) if kind else code for kind, code in zip(kinds, key, strict=True)),
            thousands(sum(line.people for line in lines)),
            known(sum(line.amount or 0 for line in lines), _missing(lines)),
        )
        for key, lines in sorted(groups.items())
    ]
    titles = (Column((kind or "kewajiban").capitalize()) for kind in kinds)
    months = thousands(sum(line.people for line in plan.lines))
    totals = ("Jumlah", *[""] * (len(kinds) - 1), months, known(plan.total, _missing(plan.lines)))
    return Table(heading, (*titles, *numbers("Orang-bulan", "Rupiah setahun")), tuple(rows), totals)


def _cash(plan: Plan) -> Table:
    """What leaves the till each month, by fund."""
    carried = dict(plan.head.carried)
    codes = (*funds(plan), *(fund for fund in carried if fund not in funds(plan)))
    cells: dict[tuple[str, int], list[PlanLine]] = {}
    for line in plan.lines:
        for fund in (line.fund, ""):
            cells.setdefault((fund, line.month_cash), []).append(line)
    months = sorted({month for _, month in cells})
    rows = [
        (month_name(str(month)), *(_known(cells.get((fund, month), [])) for fund in (*codes, ""))) for month in months
    ]
    if carried:
        owed = (*(rupiah(carried.get(fund, 0)) for fund in codes), rupiah(sum(carried.values())))
        rows.insert(0, (f"Januari, bagi iuran Desember {plan.head.year - 1}", *owed))
    columns = (Column("Bulan pembayaran"), *numbers(*(plan.name("dana", fund) for fund in codes), "Jumlah"))
    by_fund = [(carried.get(fund, 0), [line for line in plan.lines if line.fund == fund]) for fund in codes]
    by_fund.append((sum(carried.values()), list(plan.lines)))
    totals = (
        "Jumlah",
        *(known(sum(line.amount or 0 for line in lines) + owed, _missing(lines)) for owed, lines in by_fund),
    )
    later = any(month > _YEAR_END for month in months)
    note = "Bulan tahun berikutnya bukan kas tahun anggaran ini." if later else ""
    return Table("Rencana kas menurut bulan pembayaran", columns, tuple(rows), totals, note)
