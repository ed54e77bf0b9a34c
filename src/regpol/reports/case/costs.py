"""What a case costs beside the monthly tariffs, as rows: discounts, other ways of paying, three figures."""

from collections.abc import Iterator

from regpol.budget.comparison import Comparison, ShareFigure, TableKnown
from regpol.law.model import Rulebook
from regpol.reports.case.report import ProgrammeCost
from regpol.terms.money import Rate, rupiah, rupiah_from_sen

Row = tuple[str, str, str]


def relief_rows(rulebook: Rulebook, programme: str, cost: ProgrammeCost) -> Iterator[Row]:
    """What is left under each discount, for which months, and from which money it is not given."""
    for tariff in cost.tariffs:
        for relief in cost.reliefs.get(tariff.segment, ()):
            left, discount = relief.of(tariff), relief.discount
            amount = left.amount(cost.base.sen)
            told = [rupiah(amount) if amount is not None else left.label, discount.validity.label]
            told += [f"hanya bila {discount.provided}"] if discount.provided else []
            told += ["belum pasti: fakta kurang"] if relief.missing else []
            funds = ", ".join(rulebook.term("dana", code).short for code in discount.not_from)
            basis = f"{discount.citation} [{relief.evidence.label}]"
            basis += f"\ntidak diberikan bila dibayar dari {funds}" if funds else ""
            name = f"{rulebook.term('program', programme).short}, {rulebook.term('segmen', tariff.segment).short}"
            yield name, "\n".join(told), basis


def beside_rows(rulebook: Rulebook, programme: str, cost: ProgrammeCost) -> Iterator[Row]:
    """The ways of paying that are not monthly, with the whole sum where it can be counted."""
    for way in cost.beside:
        name = f"{rulebook.term('program', programme).short}, {rulebook.term('segmen', way.segment).short}"
        amount = f"\nseluruhnya {rupiah(way.amount)}" if way.amount is not None else ""
        payer = rulebook.term("pihak", way.payer).name.lower()
        words = way.words.replace("; ", "\n")
        yield name, f"{words}{amount}\noleh {payer}", f"{way.citation} [{way.evidence.label}]"


def comparison_rows(rulebook: Rulebook, it: Comparison) -> Iterator[Row]:
    """The share on the base, the floor, the table, and the base at which the first two meet."""
    by_wage, by_nominal = (rulebook.term("segmen", code).short for code in (it.by_wage, it.by_nominal))
    shorts = " dan ".join(rulebook.term("program", code).short for code in it.programmes)
    grounds = "\n".join(dict.fromkeys(str(citation) for citation in it.wage_grounds))
    amounts = [f"{_group(rulebook, one)}{_rupiah(one.amount)} [{one.evidence.label}]" for one in it.shares]
    yield f"{by_wage}, {shorts}", "\n".join([f"dari {it.base.label}:", *amounts]), grounds
    grounds = "\n".join(dict.fromkeys(str(citation) for citation in it.nominal_grounds))
    yield f"{by_nominal} terendah, {shorts}", f"{_rupiah(it.floor)} [{it.floor_evidence.label}]", grounds
    for table in it.tables:
        yield f"{by_nominal} menurut tabel", _table(table), f"{table.value.citation} [tidak ditemukan]"
    meeting = [f"{_group(rulebook, one)}{_meeting(one)}" for one in it.shares]
    yield "Titik impas", "\n".join(meeting), f"upah sebulan tempat {by_wage} menyamai {by_nominal} terendah"


def _group(rulebook: Rulebook, one: ShareFigure) -> str:
    return f"{rulebook.term('kelompok_risiko', one.group).name.lower()}: " if one.group else ""


def _rupiah(amount: int | None) -> str:
    return "belum dapat dihitung" if amount is None else rupiah(amount)


def _meeting(one: ShareFigure) -> str:
    return "belum dapat dihitung" if one.break_even is None else rupiah(one.break_even)


def _table(table: TableKnown) -> str:
    known = [f"tertinggi {rupiah_from_sen(table.top)}"] if table.top is not None else []
    known += [f"diterangkan sebagai {Rate(table.share)} penghasilan"] if table.share is not None else []
    told = f"; sumber menyebut {', '.join(known)}" if known else ""
    return f"belum dapat dihitung: tabelnya belum terbaca{told}"
