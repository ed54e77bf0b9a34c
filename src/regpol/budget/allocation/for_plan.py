"""Shares out money for a plan: the needs are the months people are covered and the parts the budget bears."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from regpol.budget.allocation.allocate import allocate
from regpol.budget.allocation.openings import openings_of
from regpol.budget.allocation.order import order_facts
from regpol.budget.allocation.outcome import Allocation, FundOutcome
from regpol.budget.allocation.queue import Standing
from regpol.budget.contribution import amount_sql
from regpol.budget.planning.plan import MANDATORY
from regpol.decision.batch import DecidedCombination
from regpol.law.model import Rulebook
from regpol.project.allocation import AllocationPolicy, Method
from regpol.terms.language import thousands
from regpol.terms.money import SEN, Rounding, rupiah
from regpol.terms.problems import Refused

if TYPE_CHECKING:
    import duckdb


def check_choices(rulebook: Rulebook, policy: AllocationPolicy) -> None:
    """Refuses funds and facts the rulebook does not know, and keys that contradict each other.

    Raises:
        Refused: with every problem, each at its line of the project file.
    """
    options = {code: fact.options for code, fact in order_facts(rulebook).items()}
    problems = tuple(policy.problems(tuple(rulebook.vocabulary["dana"]), options))
    if problems:
        raise Refused(*problems)


def allot(
    connection: "duckdb.DuckDBPyConnection",
    rulebook: Rulebook,
    decided: Collection[DecidedCombination],
    policy: AllocationPolicy,
    rounding: Rounding,
) -> Allocation:
    """Creates ``allotted`` from what a plan prepared: ``covered``, ``budget_spans`` and ``plan_keys``."""
    check_choices(rulebook, policy)
    owed = connection.execute("SELECT DISTINCT number FROM plan_keys WHERE obligation = $1", [MANDATORY]).fetchall()
    openings = openings_of(rulebook, decided, {number for (number,) in owed})
    return allocate(connection, openings, policy, order_facts(rulebook), fund_names(rulebook), needs_sql(rounding))


def fund_names(rulebook: Rulebook) -> dict[str, str]:
    """The name of every fund."""
    return {code: term.name for code, term in rulebook.vocabulary["dana"].items()}


def needs_sql(rounding: Rounding) -> str:
    """What the budget bears of each row: months ``first`` to ``last`` at one monthly amount."""
    own = amount_sql(f"(c.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding)
    first = "CASE WHEN c.first > s.first THEN c.first ELSE s.first END"
    last = "CASE WHEN c.last < s.last THEN c.last ELSE s.last END"
    return (
        f"SELECT c.row, {first} AS first, {last} AS last, CASE WHEN s.personal THEN {own} ELSE s.amount END AS monthly "
        "FROM covered c JOIN budget_spans s ON c.number = s.number AND c.first <= s.last AND c.last >= s.first "
        "WHERE c.first <= c.last"
    )


def choices_in_words(
    policy: AllocationPolicy, found: Allocation, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The choices on sharing out money as a plan's head shows them."""
    if not policy.ceilings:
        return
    for fund, ceiling in policy.ceilings.items():
        yield f"pagu {names.get(fund, fund)}", rupiah(ceiling)
    yield "alokasi", str(policy.method).replace("_", " ")
    if found.queue.order:
        yield "urutan", ", lalu ".join(found.queue.order)
    if policy.method is Method.PROPORTIONAL and policy.group:
        yield "kelompok alokasi", str(policy.group)
    yield "nilai sama", f"{policy.tie}{f' (benih {policy.seed})' if policy.seed else ''}"
    yield "kebutuhan wajib", "didahulukan" if policy.mandatory_first else "tidak didahulukan"
    yield "sebagian tahun", "boleh" if policy.partial else "tidak"
    yield "bila pagu tidak cukup", "berhenti" if policy.strict else "lewati yang tidak cukup"


def what_ceilings_buy(found: Allocation, names: Mapping[str, str]) -> Iterator[str]:
    """One sentence for each fund with a ceiling, and one for each kind of people left without money."""
    for it in found.funds:
        if it.ceiling is not None:
            yield f"{names.get(it.fund, it.fund)}: {_bought(it)}"
    for standing, says in _LEFT.items():
        if standing in found.standings:
            yield f"{thousands(found.standings[standing])} orang {says}."
    for doubt, people in found.doubts.items():
        waits = ", ".join(doubt.norms) or "tidak ada naskah yang ditemukan"
        what = f"dana {names.get(doubt.fund, doubt.fund)}" if doubt.fund else "kepesertaan"
        yield f"{thousands(people)} orang dibayar dengan jawaban hukum “{doubt.answer.label}” tentang {what}: {waits}."
    for fact, rows in found.queue.missing.items():
        yield f"{thousands(len(rows))} orang tanpa keterangan {fact}: di belakang urutan sampai datanya dilengkapi."
    for how, rows in found.queue.doubled.items():
        yield f"{thousands(len(rows))} orang {how}: cocokkan sebelum membayar."


def _bought(it: FundOutcome) -> str:
    head = f"pagu {rupiah(it.ceiling or 0)} membayar {thousands(it.people)} orang penuh"
    partly = f" dan {thousands(it.partly)} orang sebagian tahun" if it.partly else ""
    told = f"{head}{partly}, {rupiah(it.used)}; sisa {rupiah(it.left or 0)}."
    if not it.first_out:
        return told
    first = it.first_out
    return (
        f"{told} {thousands(it.unserved)} orang belum terbayar penuh; yang pertama pada baris {first.row} (urutan "
        f"{thousands(first.place)}), memerlukan {rupiah(first.needed)}, kurang {rupiah(first.short)}. "
        f"Untuk semua diperlukan pagu {rupiah(it.needed)}; bila semua dibayar sama lama, pagu ini cukup untuk "
        f"{it.months} bulan."
    )


_LEFT = {
    Standing.TWICE: "tidak dibayar karena sudah dibayar dana lain, sudah menjadi peserta, atau tercatat dua kali",
    Standing.UNCOUNTED: "belum dapat diperingkat karena iurannya belum diketahui",
    Standing.NO_FUND: "tidak dibayar karena tidak ada dana yang boleh",
}
