"""What must be said beside a plan: when contributions fall due, what was left out, what the codes mean."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from regpol.budget.contribution import Terms, contributions
from regpol.budget.months import Year, month_name
from regpol.budget.planning.carry import december_notes
from regpol.budget.planning.plan import LeftOut, PlanLine
from regpol.budget.spans import Span
from regpol.law.model import Contribution, Rulebook
from regpol.project.budget_format import Decree, WorkerPart
from regpol.terms.money import rupiah


def cash_notes(
    rulebook: Rulebook, spans: Iterable[Span], lines: Iterable[PlanLine], terms: Terms, year: Year
) -> Iterator[str]:
    """When the contributions counted fall due, by the law, and how the budget's choices move that."""
    met = dict.fromkeys((it.programme, it.segment) for it in spans if it.payer)
    found = {(p, s): next((c for c in contributions(rulebook, p, s, terms) if c.monthly), None) for p, s in met}
    told: dict[str, list[str]] = {}
    for (programme, segment), contribution in found.items():
        if contribution:
            names = f"{rulebook.term('program', programme).short} {rulebook.term('segmen', segment).short}"
            told.setdefault(_due(rulebook, contribution, terms), []).append(names)
    yield from (f"Iuran {', '.join(names)} {due}." for due, names in told.items())
    if any(it.due_after for it in spans):
        yield from december_notes(rulebook, lines, year)
    yield from _late(rulebook, [it for it in found.values() if it], terms, year)
    if year.policy.decree is Decree.IGNORED:
        yield "Masa SK tidak membatasi bulan yang dibayar (kebijakan masa_sk: diabaikan); periksa dasarnya tiap orang."


def _due(rulebook: Rulebook, contribution: Contribution, terms: Terms) -> str:
    after, day = (rulebook.values.get(name) for name in (contribution.due_after, contribution.due))
    row = after.on(terms.day, terms.budget_year, {}) if after else None
    last = day.on(terms.day, terms.budget_year, {}) if day else None
    if not after or row is None:
        return "belum diketahui jatuh temponya; kasnya ditaruh pada bulan iuran"
    when = {0: "bulan yang sama", 1: "bulan berikutnya"}.get(row.amount, f"{row.amount} bulan kemudian")
    on = f"tanggal {last.amount} " if last else ""
    return f"jatuh tempo {on}{when} ({after.citation}) [{row.evidence.label}]"


def _late(rulebook: Rulebook, used: list[Contribution], terms: Terms, year: Year) -> Iterator[str]:
    """What starting late means: months not covered, or arrears and the fine the law puts on them."""
    start = month_name(year.policy.first_month, year.year)
    if year.policy.first_month == 1:
        return
    if not year.policy.arrears:
        yield f"Pembayaran mulai {start}; bulan sebelumnya tidak dibayar, jadi tidak terlindungi oleh anggaran ini."
        return
    yield f"Pembayaran mulai {start}; iuran bulan sebelumnya dibayar sekaligus pada bulan itu sebagai tunggakan."
    for name in dict.fromkeys(it.fine for it in used if it.fine):
        value = rulebook.values[name]
        row = value.on(terms.day, terms.budget_year, {})
        if row:
            yield (
                f"Denda {value.words(row.amount)} tiap bulan terlambat ({value.citation}) [{row.evidence.label}] tidak "
                "dianggarkan; bunyinya mengenai pemberi kerja selain penyelenggara negara. Tanyakan kepada BPJS."
            )


def account_notes(rulebook: Rulebook, lines: Iterable[PlanLine]) -> Iterator[str]:
    """How well the account codes are known that come from the rulebook."""
    used = {(it.fund, it.programme, it.category, it.account) for it in lines if it.account}
    known: dict[str, set[str]] = {}
    for it in rulebook.accounts:
        if (it.fund, it.programme, it.category, it.code) in used:
            known.setdefault(it.evidence.label, set()).add(it.code)
    for grade, codes in known.items():
        yield f"Kode rekening {', '.join(sorted(codes))} [{grade}]: cocokkan dengan daftar resmi sebelum dipakai."


def withheld_note(total: int, unknown: int, year: Year) -> list[str]:
    """What is withheld from wages and so is no money of the budget, or is borne by it because policy says so."""
    if year.policy.worker_part is WorkerPart.BORNE:
        told = (
            "Bagian pekerja ditanggung anggaran (kebijakan bagian_pekerja: ditanggung_anggaran). Norma pada dasar "
            "hukum barisnya membebankannya pada pekerja, dan norma yang membolehkan anggaran menanggungnya tidak "
            "ditemukan dalam buku aturan; barisnya pilihan daerah dan perlu pendapat bagian hukum."
        )
        return [told]
    if not total and not unknown:
        return []
    missing = f"; {unknown} orang belum dapat dihitung" if unknown else ""
    return [f"Bagian pekerja dipotong dari upah, bukan anggaran: {rupiah(total)} setahun{missing}."]


def names(
    rulebook: Rulebook, lines: Collection[PlanLine], out: Collection[LeftOut], units: Mapping[str, str]
) -> dict[str, str]:
    """The words for every code the plan uses."""
    found: dict[str, str] = {}
    for line in lines:
        found[f"dana:{line.fund}"] = rulebook.term("dana", line.fund).name
        found[f"pemilik:{line.fund}"] = rulebook.term("dana", line.fund).owner
        found[f"program:{line.programme}"] = rulebook.term("program", line.programme).short
        if line.segment:
            found[f"segmen:{line.segment}"] = rulebook.term("segmen", line.segment).short
        if line.payer:
            found[f"pihak:{line.payer}"] = rulebook.term("pihak", line.payer).name
    for code in {it.category for it in lines} | {it.category for it in out}:
        found[f"kategori:{code}"] = rulebook.categories[code].name
    for code in {it.unit for it in lines} | {it.unit for it in out}:
        parent = code.rpartition(".")[0]
        found[f"unit:{code}"] = units.get(code, code)
        if parent in units:
            found[f"unit:{parent}"] = units[parent]
    return dict(sorted(found.items()))
