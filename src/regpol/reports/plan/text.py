"""The plan on a terminal: the short summary first, then what cannot be counted and what is not read."""

from collections.abc import Iterator, Mapping, Sequence

from regpol.budget.planning.plan import LeftOut
from regpol.reports.layout import bullets, columns, heading
from regpol.reports.plan.rka import heading as column_heading
from regpol.reports.plan.view import PlanView, Sums, sums
from regpol.terms.money import rupiah

_MOST = 8


def plan_text(view: PlanView) -> str:
    """The plan in words and tables."""
    return "\n\n".join(part for part in _parts(view) if part) + "\n"


def _parts(view: PlanView) -> Iterator[str]:
    plan = view.plan
    yield heading(plan.head.title, "═")
    yield _summary(view)
    yield f"{heading('Menurut sumber dana')}\n{_money(view, 'fund', 'dana')}"
    yield f"{heading('Menurut kategori')}\n{_money(view, 'category', 'kategori', _people(view))}"
    yield f"{heading('Menurut program')}\n{_money(view, 'programme', 'program')}"
    yield _left(view, "Belum dapat dihitung", plan.uncounted)
    yield _left(view, "Di luar rencana", plan.outside)
    yield _unread(view)
    yield _codes(view)
    yield f"{heading('Catatan')}\n{bullets(plan.head.notes)}" if plan.head.notes else ""


def _summary(view: PlanView) -> str:
    plan, counts = view.plan, view.plan.counts
    whole = sums(plan.lines)
    split = (
        f"{_number(counts.read)} baris dibaca = {_number(counts.planned)} direncanakan + "
        f"{_number(counts.outside)} di luar + {_number(counts.rejected)} ditolak"
    )
    rows = [
        ("Orang", f"{_number(counts.planned)} dalam rencana; {split}"),
        ("Iuran setahun", _amount(whole.total, whole)),
        ("  wajib", rupiah(whole.mandatory)),
        ("  pilihan", rupiah(whole.discretionary)),
    ]
    if whole.next_year:
        rows.append(("  kas tahun ini", rupiah(whole.this_year)))
        rows.append(("  kas tahun berikutnya", rupiah(whole.next_year)))
    if carried := sum(amount for _, amount in plan.head.carried):
        rows.append((f"Iuran Desember {plan.head.year - 1}", f"{rupiah(carried)}, keluar Januari {plan.head.year}"))
    if plan.uncounted:
        missing = sum(it.people for it in plan.uncounted)
        rows.append(("Belum dihitung", f"{_number(missing)} orang dan program; lihat di bawah"))
    return columns(rows, (22, 84), "")


def _amount(amount: int, whole: Sums) -> str:
    return rupiah(amount) if whole.complete else f"{rupiah(amount)}, belum termasuk yang belum dapat dihitung"


def _people(view: PlanView) -> dict[str, int]:
    """How many people of each category are in the plan, each counted once."""
    found: dict[str, int] = {}
    for it in view.plan.heads:
        found[it.category] = found.get(it.category, 0) + it.planned
    return found


def _money(view: PlanView, attribute: str, kind: str, people: Mapping[str, int] | None = None) -> str:
    """Sums by one attribute of the lines, with how many people where that is told."""
    rows = [("", "Orang" if people else "", "Wajib", "Pilihan", "Jumlah")]
    for code, lines in view.grouped(attribute).items():
        found = sums(lines)
        known = rupiah(found.total) if found.complete else f"{rupiah(found.total)} *"
        counted = _number(people[code]) if people and code in people else ""
        rows.append((view.plan.name(kind, code), counted, rupiah(found.mandatory), rupiah(found.discretionary), known))
    star = "\n  * belum termasuk yang belum dapat dihitung" if not view.plan.complete else ""
    return columns([_right(row) for row in rows], (34, 8, 20, 20, 22)) + star


def _right(row: Sequence[str]) -> tuple[str, ...]:
    first, people, *amounts = row
    return (first, people.rjust(7), *(it.rjust(18) for it in amounts))


def _left(view: PlanView, title: str, left: Sequence[LeftOut]) -> str:
    """Reasons with how many people, and of which categories; the rows are in the workbook."""
    if not left:
        return ""
    found: dict[str, dict[str, int]] = {}
    for it in left:
        what = f"{view.plan.name('kategori', it.category)} {view.plan.name('program', it.programme)}".strip()
        counted = found.setdefault(it.reason, {})
        counted[what] = counted.get(what, 0) + it.people
    rows = []
    for reason, counted in found.items():
        each = ", ".join(f"{what} {_number(people)}" for what, people in counted.items())
        rows.append((_number(sum(counted.values())).rjust(6), f"{reason}\n({each})"))
    return f"{heading(title)}\n{columns(rows, (6, 100))}"


def _unread(view: PlanView) -> str:
    if not view.unread:
        return ""
    rows = [(rupiah(view.resting(text)).rjust(18), text) for text in view.unread]
    return f"{heading('Bertumpu pada naskah yang belum terbaca')}\n{columns(rows, (18, 88))}"


def _codes(view: PlanView) -> str:
    """The codes that stay blank."""
    found: dict[str, list[str]] = {}
    for it in view.missing:
        found.setdefault(it.column, []).append(it.about)
    if not found:
        return ""
    rows = []
    for column, about in found.items():
        more = f", dan {len(about) - _MOST} lainnya" if len(about) > _MOST else ""
        rows.append((column_heading(column), ", ".join(about[:_MOST]) + more))
    told = "isi pada anggaran: rka (atau desa) dalam project.yaml"
    return f"{heading('Kode yang belum diketahui: minta ke BPKAD')}\n{columns(rows, (16, 88))}\n  {told}"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
