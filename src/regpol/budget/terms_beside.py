"""What a contribution costs where it is no amount for each month: packages, contract bands, a share of a salary."""

from collections.abc import Mapping
from dataclasses import dataclass

from regpol.budget.bands import contract_bands
from regpol.budget.contribution import Terms, contributions
from regpol.law.model import Contribution, Rulebook, Value
from regpol.situations.axis import FactValue
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Force
from regpol.terms.money import SEN


@dataclass(frozen=True)
class TermsBeside:
    """One way of paying beside the monthly one, in words; ``amount`` is the whole sum where it can be counted."""

    segment: str
    payer: str
    words: str
    amount: int | None
    citation: Citation
    evidence: Evidence


def terms_beside(
    rulebook: Rulebook, programme: str, segment: str, terms: Terms, facts: Mapping[str, FactValue]
) -> tuple[TermsBeside, ...]:
    """Every way of paying a programme in a segment that is not monthly."""
    ways = [it for it in contributions(rulebook, programme, segment, terms) if not it.monthly]
    return tuple(_way(rulebook, programme, it, terms, facts.get(it.measure)) for it in ways)


def _way(rulebook: Rulebook, programme: str, it: Contribution, terms: Terms, contract: FactValue | None) -> TermsBeside:
    """One way in words; ``contract`` is the value in rupiah that bands cut."""
    share = it.shares[0]
    value = rulebook.values[share.value]
    if it.bands:
        found = contract_bands(rulebook, it, terms)
        words = "berjenjang menurut nilai kontrak: " + "; ".join(band.label for band in found.bands)
        amount = found.amount(int(contract) * SEN if contract is not None else None, terms.policy.rounding)
        return TermsBeside(it.segment, share.payer, words, amount, it.citation, found.evidence)
    rows = [row for row in value.rows if row.validity.on(terms.day, terms.budget_year) is Force.YES]
    evidence = min((it.evidence, *(row.evidence for row in rows)), default=Evidence.NOT_FOUND)
    words = _listed(rulebook, value, it, terms)
    if programme != it.programme:
        words = f"sudah termasuk dalam iuran {rulebook.term('program', it.programme).short}"
    return TermsBeside(it.segment, share.payer, words, None, it.citation, evidence)


def _listed(rulebook: Rulebook, value: Value, it: Contribution, terms: Terms) -> str:
    """Each row of the value that holds, by its key."""
    told = []
    for row in value.rows:
        if value.on(terms.day, terms.budget_year, dict(row.keys)) is row:
            names = [rulebook.term(name, code).name for name, code in row.keys]
            told.append(" ".join([*names, value.words(row.amount)]))
    covered = [rulebook.term("program", code).short for code in it.covers]
    together = f" (sekaligus untuk {', '.join(covered)})" if covered else ""
    of = " dari gaji" if it.basis == "gaji" else ""
    return ("; ".join(told) + of or "belum terbaca") + together
