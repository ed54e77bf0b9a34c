"""December's contributions that fall due in January: what a year leaves to the next, and what it took over.

Which cash pays them is the region's choice. Whether they are spending of the year that pays or a debt of the
year before is law that the rulebook does not hold, so both notes say that it is open.
"""

from collections.abc import Iterable, Iterator, Mapping

from regpol.budget.months import Year, month_name
from regpol.budget.planning.plan import PlanLine
from regpol.law.model import Rulebook
from regpol.project.budget_format import December
from regpol.terms.money import rupiah

_OPEN = (
    "Belum diverifikasi: apakah iuran Desember yang dibayar Januari itu belanja tahun yang membayar atau utang belanja "
    "tahun sebelumnya; buku aturan tidak memuat normanya. Putuskan bersama BPKAD sebelum RKA ditetapkan."
)


def december_notes(rulebook: Rulebook, lines: Iterable[PlanLine], year: Year) -> Iterator[str]:
    """What of December crosses the turn of the year, at its end and at its beginning, in whole rupiah by fund."""
    left = _left_to_next_year(lines)
    yield from _at_the_end(rulebook, left, year)
    yield from _at_the_beginning(rulebook, year)
    if year.policy.december is December.NEXT_YEAR or year.policy.december_before:
        yield _OPEN


def _left_to_next_year(lines: Iterable[PlanLine]) -> dict[str, int | None]:
    """Whole rupiah by fund; None where part of it is not known."""
    found: dict[str, int | None] = {}
    for line in lines:
        if line.month_cash > 12:
            before = found.get(line.fund, 0)
            found[line.fund] = None if before is None or line.amount is None else before + line.amount
    return found


def _at_the_end(rulebook: Rulebook, left: Mapping[str, int | None], year: Year) -> Iterator[str]:
    january = month_name(13, year.year)
    if year.policy.december is December.SAME_YEAR:
        yield (
            "Iuran Desember yang jatuh tempo Januari dibayar Desember (kebijakan iuran_desember: desember); "
            "normanya menyebut paling lambat, jadi membayar lebih awal tidak melanggarnya."
        )
        return
    amounts = {fund: amount for fund, amount in left.items() if amount is not None}
    missing = ", ".join(rulebook.term("dana", fund).name for fund, amount in left.items() if amount is None)
    yield (
        f"Iuran Desember yang jatuh tempo {january} keluar dari kas tahun berikutnya (kebijakan iuran_desember: "
        f"januari_berikutnya): {_by_fund(rulebook, amounts) or 'belum ada yang dapat dihitung'}."
        + (f" Sebagian belum dapat dihitung: {missing}." if missing else "")
    )
    if amounts:
        written = ", ".join(f"{fund}: {rupiah(amount)}" for fund, amount in amounts.items())
        yield f"Supaya tidak hilang, tulis dalam project.yaml tahun {year.year + 1}: desember_lalu: {{{written}}}."


def _at_the_beginning(rulebook: Rulebook, year: Year) -> Iterator[str]:
    before, january = f"Desember {year.year - 1}", month_name(1, year.year)
    if year.policy.december_before:
        yield (
            f"Kas {january} memuat iuran {before} menurut project.yaml (desember_lalu), di luar iuran setahun dan di "
            f"luar lembar RKA: {_by_fund(rulebook, year.policy.december_before)}."
        )
    elif year.first == 1:
        yield (
            f"Kas {january} menganggap iuran {before} sudah dibayar. Bila baru dibayar {january}, tulis jumlahnya tiap "
            "dana dalam project.yaml, anggaran: desember_lalu, supaya masuk kas."
        )


def _by_fund(rulebook: Rulebook, amounts: Mapping[str, int]) -> str:
    return ", ".join(f"{rulebook.term('dana', fund).name} {rupiah(amount)}" for fund, amount in amounts.items())
