"""Links contributions and discounts to the values they are made of."""

from collections.abc import Iterable, Iterator

from regpol.law.format.regulation import RegulationRecord
from regpol.law.format.values import ContributionRecord, DiscountRecord
from regpol.law.link import Linker
from regpol.law.model import Contribution, Discount, Diverted, FactKind, Regulation, Share, Table, Value
from regpol.law.yaml_text import Text
from regpol.terms.citation import Citation
from regpol.terms.problems.rule_files import DuplicateName, NotApplicable, OverlappingValues, UnknownName

_UNITS = {"upah": "persen", "nominal": "rupiah", "paket": "rupiah", "kontrak": "persen", "gaji": "persen"}


def check_value(linker: Linker, text: Text, unit: str, values: dict[str, Value]) -> str:
    """The name of a value of this unit (any, if the unit is empty); reported if there is none."""
    if text.value not in values:
        linker.report.append(UnknownName(place=text.place, what="nilai", given=text.value, known=tuple(values)))
    elif unit and values[text.value].unit != unit:
        what = f"nilai {text.value} bersatuan {values[text.value].unit}"
        linker.report.append(NotApplicable(place=text.place, what=what, rule=f"di sini nilai bersatuan {unit}"))
    return text.value


def link_contributions(
    linker: Linker, records: Iterable[RegulationRecord], values: dict[str, Value]
) -> tuple[Contribution, ...]:
    """How contributions are made up; on no day twice for one programme, segment and way of counting."""
    made: list[Contribution] = []
    for record in records:
        for it in record.contributions:
            new = _contribution(linker, linker.regulations[record.name.value], it, values)
            for other in made:
                alike = (other.programme, other.segment, other.basis) == (new.programme, new.segment, new.basis)
                if alike and other.validity.overlaps(new.validity):
                    name = f"iuran {new.programme} {new.segment}"
                    linker.report.append(OverlappingValues(place=new.place, name=name, other=str(other.place)))
            made.append(new)
    return tuple(made)


def _contribution(
    linker: Linker, regulation: Regulation, it: ContributionRecord, values: dict[str, Value]
) -> Contribution:
    vocabulary, report = linker.vocabulary, linker.report
    for text, unit in _read(it):
        check_value(linker, text, unit, values)
    if len({it.basis == "kontrak", bool(it.bands), bool(it.measure)}) > 1:
        rule = "“lapis” dan “ukuran” bersama “dasar: kontrak”, dan hanya bersama itu"
        report.append(NotApplicable(place=it.place, what=f"iuran {it.programme.value} dasar {it.basis}", rule=rule))
    linker.check_evidence(it.evidence, bool(it.sources), f"iuran {it.programme.value}", it.place)
    return Contribution(
        vocabulary.check(it.programme, "program", report),
        vocabulary.check(it.segment, "segmen", report),
        it.basis,
        tuple(Share(vocabulary.check(s.payer, "pihak", report), s.value.value) for s in it.shares),
        _name(it.cap),
        linker.validity(it.validity).within(regulation.validity),
        Citation(regulation.name, it.pinpoint),
        it.evidence,
        vocabulary.cited(it.sources, report),
        it.place,
        _name(it.bands),
        Table(it.table.value.value, _name(it.table.top), _name(it.table.share)) if it.table else None,
        tuple(vocabulary.check(text, "program", report) for text in it.covers),
        _name(it.total),
        tuple(Diverted(vocabulary.check(d.programme, "program", report), d.value.value) for d in it.diverted),
        _name(it.due),
        _name(it.fine),
        tuple(text.value for text in it.wage),
        it.note,
        _fact(linker, it.measure),
        _name(it.due_after),
    )


def _fact(linker: Linker, text: Text | None) -> str:
    """A fact in rupiah, reported if there is none."""
    if text is None:
        return ""
    money = tuple(code for code, fact in linker.vocabulary.facts.items() if fact.kind is FactKind.RUPIAH)
    if text.value not in money:
        linker.report.append(UnknownName(place=text.place, what="fakta", given=text.value, known=money))
    return text.value


def _name(text: Text | None) -> str:
    return text.value if text else ""


def _read(it: ContributionRecord) -> Iterator[tuple[Text, str]]:
    """Every value that is named, with the unit it must have."""
    yield from ((share.value, _UNITS[it.basis]) for share in it.shares)
    yield from ((part.value, "persen") for part in it.diverted)
    yield from ((text, "") for text in it.wage)
    named = [(it.cap, "rupiah"), (it.bands, "rupiah"), (it.total, ""), (it.due, ""), (it.due_after, "bulan")]
    named += [(it.fine, "persen")]
    if it.table:
        named += [(it.table.value, ""), (it.table.top, "rupiah"), (it.table.share, "persen")]
    yield from ((text, unit) for text, unit in named if text)


def link_discounts(
    linker: Linker, records: dict[str, RegulationRecord], values: dict[str, Value]
) -> tuple[Discount, ...]:
    """The discounts, each by the name of its file and its own."""
    made: dict[str, Discount] = {}
    for slug, record in records.items():
        for it in record.discounts:
            new = _discount(linker, slug, linker.regulations[record.name.value], it, values)
            if new.id in made:
                first = str(made[new.id].place)
                linker.report.append(DuplicateName(place=it.place, what="keringanan", name=it.name, first=first))
            made[new.id] = new
    return tuple(made.values())


def _discount(
    linker: Linker, slug: str, regulation: Regulation, it: DiscountRecord, values: dict[str, Value]
) -> Discount:
    vocabulary, report = linker.vocabulary, linker.report
    linker.check_evidence(it.evidence, bool(it.sources), f"keringanan {it.name}", it.place)
    return Discount(
        f"{slug}/{it.name}",
        tuple(vocabulary.check(text, "program", report) for text in it.programmes),
        vocabulary.check(it.segment, "segmen", report),
        check_value(linker, it.share, "persen", values),
        linker.conditions(it.conditions),
        tuple(vocabulary.check(text, "dana", report) for text in it.not_from),
        it.provided,
        # months of contribution, which may lie before the day the regulation was promulgated
        linker.validity(it.validity),
        Citation(regulation.name, it.pinpoint),
        it.evidence,
        vocabulary.cited(it.sources, report),
        it.note,
        it.place,
    )
