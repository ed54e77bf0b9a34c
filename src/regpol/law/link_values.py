"""Links dated values, contributions, accounts, practice and minimum wages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from regpol.law.format.lists import AccountRecord, PracticeRecord, WageRecord
from regpol.law.format.regulation import RegulationRecord
from regpol.law.format.values import ContributionRecord, ValueRecord, ValueRowRecord
from regpol.law.link import Linker
from regpol.law.model import WAGES, Account, Contribution, Practice, Share, Value, ValueRow
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Span, Validity
from regpol.terms.money import parse_rate, parse_rupiah
from regpol.terms.problems.rule_files import (
    BadValue,
    DuplicateName,
    NotApplicable,
    OverlappingValues,
    UnknownName,
)

RISK_GROUP = "kelompok_risiko"
_UNITS = {"upah": "persen", "nominal": "rupiah"}
_EXAMPLES = {"persen": ("persen dengan koma", "0,24 %"), "rupiah": ("rupiah", "Rp6.800"), "bilangan": ("angka", "25")}


def link_values(linker: Linker, record: RegulationRecord, before: dict[str, Value]) -> dict[str, Value]:
    """The dated values of a regulation by name; ``before`` are those of other regulations."""
    values: dict[str, Value] = {}
    for it in record.values:
        other = values.get(it.name) or before.get(it.name)
        if other:
            first = str(other.rows[0].place) if other.rows else str(other.citation)
            linker.report.append(DuplicateName(place=it.place, what="nilai", name=it.name, first=first))
        linker.check_evidence(it.evidence, bool(it.sources), f"nilai {it.name}", it.place)
        rows = tuple(filter(None, (_row(linker, it, row) for row in it.rows)))
        _check_overlap(linker, it.name, rows)
        values[it.name] = Value(it.name, it.meaning, Citation(record.name.value, it.pinpoint), it.unit, rows)
    return values


def _row(linker: Linker, value: ValueRecord, row: ValueRowRecord) -> ValueRow | None:
    amount = _amount(linker, row.amount, value.unit)
    if amount is None:
        return None
    validity = Validity(row.since, row.until)
    linker.check_forwards(validity, row.place)
    sources = linker.vocabulary.cited(value.sources if row.sources is None else row.sources, linker.report)
    evidence = value.evidence if row.evidence is None else row.evidence
    _check_keys(linker, value, row)
    if evidence is Evidence.NOT_FOUND:
        return None
    keys = ((RISK_GROUP, row.risk_group),) if row.risk_group else ()
    return ValueRow(keys, amount, validity, evidence, sources, row.basis, row.place)


def _check_keys(linker: Linker, value: ValueRecord, row: ValueRowRecord) -> None:
    """Each row names what ``kunci`` announces: a row without it would hold for every group."""
    announced = {text.value for text in value.key_names}
    for text in value.key_names:
        if text.value != RISK_GROUP:
            linker.report.append(UnknownName(place=text.place, what="kunci", given=text.value, known=(RISK_GROUP,)))
    if (RISK_GROUP in announced) != bool(row.risk_group):
        rule = f"“kunci: [{RISK_GROUP}]” dan “{RISK_GROUP}” pada setiap baris, atau tanpa keduanya"
        linker.report.append(NotApplicable(place=row.place, what=f"baris nilai {value.name}", rule=rule))


def _amount(linker: Linker, text: Text, unit: str) -> int | None:
    rate = parse_rate(text.value)
    parsed = {
        "persen": rate.millionths if rate else None,
        "rupiah": parse_rupiah(text.value),
        "bilangan": int(text.value) if text.value.isdecimal() and len(text.value) < 16 else None,
    }[unit]
    if parsed is None:
        meaning, example = _EXAMPLES[unit]
        linker.report.append(BadValue(place=text.place, given=text.value, meaning=meaning, example=example))
    return parsed


def _check_overlap(linker: Linker, name: str, rows: tuple[ValueRow, ...]) -> None:
    for index, row in enumerate(rows):
        for other in rows[:index]:
            if row.keys == other.keys and row.validity.overlaps(other.validity):
                linker.report.append(OverlappingValues(place=row.place, name=name, other=str(other.place)))


def link_contributions(
    linker: Linker, records: Iterable[RegulationRecord], values: dict[str, Value]
) -> tuple[Contribution, ...]:
    """How contributions are made up; on no day twice for one programme and segment."""
    made: list[Contribution] = []
    for record in records:
        for it in record.contributions:
            new = _contribution(linker, record.name.value, it, values)
            for other in made:
                alike = (other.programme, other.segment) == (new.programme, new.segment)
                if alike and other.validity.overlaps(new.validity):
                    name = f"iuran {new.programme} {new.segment}"
                    linker.report.append(OverlappingValues(place=new.place, name=name, other=str(other.place)))
            made.append(new)
    return tuple(made)


def _contribution(linker: Linker, regulation: str, it: ContributionRecord, values: dict[str, Value]) -> Contribution:
    vocabulary, report = linker.vocabulary, linker.report
    used = [(share.value, _UNITS[it.basis]) for share in it.shares] + ([(it.cap, "rupiah")] if it.cap else [])
    for text, unit in used:
        if text.value not in values:
            report.append(UnknownName(place=text.place, what="nilai", given=text.value, known=tuple(values)))
        elif values[text.value].unit != unit:
            what = f"nilai {text.value} bersatuan {values[text.value].unit}"
            rule = f"iuran dengan dasar {it.basis} memakai nilai bersatuan {_UNITS[it.basis]}, dan batas dalam rupiah"
            report.append(NotApplicable(place=text.place, what=what, rule=rule))
    linker.check_evidence(it.evidence, bool(it.sources), f"iuran {it.programme.value}", it.place)
    return Contribution(
        vocabulary.check(it.programme, "program", report),
        vocabulary.check(it.segment, "segmen", report),
        it.basis,
        tuple(Share(vocabulary.check(s.payer, "pihak", report), s.value.value) for s in it.shares),
        it.cap.value if it.cap else "",
        linker.validity(it.validity).within(linker.regulations[regulation].validity),
        Citation(regulation, it.pinpoint),
        it.evidence,
        vocabulary.cited(it.sources, report),
        it.place,
    )


def link_account(linker: Linker, it: AccountRecord) -> Account:
    """A budget account for exactly one fund, programme and category."""
    vocabulary, report = linker.vocabulary, linker.report
    linker.check_evidence(it.evidence, bool(it.sources), f"rekening {it.code}", it.place)
    return Account(
        vocabulary.check(it.fund, "dana", report),
        vocabulary.check(it.programme, "program", report),
        vocabulary.check(it.category, "kategori", report),
        it.code,
        it.name,
        it.evidence,
        vocabulary.cited(it.sources, report),
    )


def link_practice(linker: Linker, it: PracticeRecord) -> Practice:
    """A note on what another region does."""
    vocabulary, report = linker.vocabulary, linker.report
    linker.check_evidence(it.evidence, bool(it.sources), "praktik", it.place)
    category = vocabulary.check(it.category, "kategori", report)
    return Practice(category, it.region, it.text, it.evidence, vocabulary.cited(it.sources, report))


def link_wages(linker: Linker, records: tuple[WageRecord, ...]) -> Value:
    """The minimum wages as one value, a row for each region and year that a source gives."""
    rows = []
    for it in records:
        linker.check_evidence(it.evidence, bool(it.sources), f"upah minimum {it.region}", it.place)
        if it.evidence is Evidence.NOT_FOUND:
            continue
        amount = _amount(linker, it.amount, "rupiah")
        first, last = date(it.years[0], 1, 1), date(it.years[1], 12, 31)
        validity = Validity(Span(first, first), Span(last, last))
        sources = linker.vocabulary.cited(it.sources, linker.report)
        row = ValueRow((("wilayah", it.region),), amount or 0, validity, it.evidence, sources, it.basis, it.place)
        if amount is not None:
            rows.append(replace(row, amount=amount))
    _check_overlap(linker, WAGES, tuple(rows))
    return Value(WAGES, "Upah minimum", Citation("Keputusan Gubernur"), "rupiah", tuple(rows))
