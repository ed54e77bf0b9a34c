"""Links dated values, accounts, practice and minimum wages."""

from dataclasses import dataclass
from datetime import date

from regpol.law.format.lists import AccountRecord, PracticeRecord, WageRecord
from regpol.law.format.regulation import RegulationRecord
from regpol.law.format.values import OtherRecord, ValueRecord, ValueRowRecord
from regpol.law.link import Linker
from regpol.law.model import (
    VALUE_KEYS,
    WAGES,
    Account,
    OtherReading,
    Practice,
    UnreadRow,
    Value,
    ValueRow,
)
from regpol.law.rewriting import rewritten_rate, rewritten_rupiah
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Span, Validity
from regpol.terms.money import parse_rate, parse_rupiah
from regpol.terms.problems.rule_files import (
    BadValue,
    DuplicateName,
    MissingKey,
    NotApplicable,
    OverlappingValues,
    UnknownName,
)

_EXAMPLES = {
    "persen": ("persen dari 0 sampai 100, dengan koma dan tanda %, bukan pecahan", "0,24 %", rewritten_rate),
    "rupiah": ("rupiah seperti ditulis peraturan", "Rp6.800", rewritten_rupiah),
}
_NUMBER = ("angka", "25", lambda text: None)


@dataclass
class _Rows:
    """The rows of a value, those with an amount apart from those that were not found."""

    found: list[ValueRow]
    unread: list[UnreadRow]


def link_values(linker: Linker, record: RegulationRecord, before: dict[str, Value]) -> dict[str, Value]:
    """The dated values of a regulation by name; ``before`` are those of other regulations."""
    values: dict[str, Value] = {}
    for it in record.values:
        other = values.get(it.name) or before.get(it.name)
        if other:
            linker.report.append(DuplicateName(place=it.place, what="nilai", name=it.name, first=str(other.place)))
        linker.check_evidence(it.evidence, bool(it.sources), f"nilai {it.name}", it.place)
        rows = _Rows([], [])
        for row in it.rows:
            _row(linker, it, row, rows)
        if not it.rows:
            _check_unread(linker, it)
        _check_overlap(linker, it.name, tuple(rows.found))
        citation = Citation(record.name.value, it.pinpoint)
        values[it.name] = Value(
            it.name, it.meaning, citation, it.unit, tuple(rows.found), tuple(rows.unread), it.note, it.place
        )
    return values


def _check_unread(linker: Linker, it: ValueRecord) -> None:
    """Only a value that was not found may have no rows; what is missing otherwise was forgotten."""
    if it.evidence is not Evidence.NOT_FOUND:
        meaning = "baris bertanggal, atau bukti tidak_ditemukan"
        where = f"nilai {it.name}"
        linker.report.append(
            MissingKey(
                place=it.place,
                where=where,
                key="deret",
                meaning=meaning,
                example="- {sejak: 2022-01-01, sebesar: Rp6.800}",
            )
        )


def _row(linker: Linker, value: ValueRecord, row: ValueRowRecord, rows: _Rows) -> None:
    validity = Validity(row.since, row.until)
    linker.check_forwards(validity, row.place)
    sources = linker.vocabulary.cited(value.sources if row.sources is None else row.sources, linker.report)
    evidence = value.evidence if row.evidence is None else row.evidence
    keys = _keys(linker, value, row)
    if evidence is Evidence.NOT_FOUND:
        rows.unread.append(UnreadRow(keys, validity, row.basis, row.note, row.place))
        return
    linker.check_evidence(evidence, bool(sources), f"baris nilai {value.name}", row.place)
    amount = _amount(linker, row.amount, value.unit)
    if row.amount is None:
        meaning = "jumlah, atau bukti tidak_ditemukan"
        where = f"baris nilai {value.name}"
        linker.report.append(
            MissingKey(place=row.place, where=where, key="sebesar", meaning=meaning, example="Rp6.800")
        )
    if amount is None:
        return
    others = _others(linker, row.others, value.unit)
    rows.found.append(ValueRow(keys, amount, validity, evidence, sources, row.basis, row.place, row.note, others))


def _others(linker: Linker, records: tuple[OtherRecord, ...], unit: str) -> tuple[OtherReading, ...]:
    made = []
    for it in records:
        linker.check_evidence(it.evidence, bool(it.sources), "angka sumber lain", it.place)
        amount = _amount(linker, it.amount, unit)
        if amount is not None:
            sources = linker.vocabulary.cited(it.sources, linker.report)
            made.append(OtherReading(amount, it.evidence, sources, it.note))
    return tuple(made)


def _keys(linker: Linker, value: ValueRecord, row: ValueRowRecord) -> tuple[tuple[str, str], ...]:
    """Each row names what ``kunci`` announces: a row without it would hold for every group."""
    announced = {text.value for text in value.key_names}
    for text in value.key_names:
        if text.value not in VALUE_KEYS:
            linker.report.append(UnknownName(place=text.place, what="kunci", given=text.value, known=VALUE_KEYS))
    for name in sorted((announced ^ {name for name, _ in row.keys}) & set(VALUE_KEYS)):
        rule = f"“kunci: [{name}]” dan “{name}” pada setiap baris, atau tanpa keduanya"
        linker.report.append(NotApplicable(place=row.place, what=f"baris nilai {value.name}", rule=rule))
    return tuple((name, linker.vocabulary.check(text, name, linker.report)) for name, text in row.keys)


def _amount(linker: Linker, text: Text | None, unit: str) -> int | None:
    if text is None:
        return None
    if unit == "persen":
        rate = parse_rate(text.value)
        parsed = rate.millionths if rate else None
    elif unit == "rupiah":
        parsed = parse_rupiah(text.value)
    else:
        parsed = int(text.value) if text.value.isdecimal() and len(text.value) < 16 else None
    if parsed is None:
        meaning, example, rewritten = _EXAMPLES.get(unit, _NUMBER)
        example = rewritten(text.value) or example
        linker.report.append(BadValue(place=text.place, given=text.value, meaning=meaning, example=example))
    return parsed


def _check_overlap(linker: Linker, name: str, rows: tuple[ValueRow, ...]) -> None:
    seen: dict[tuple[tuple[str, str], ...], list[ValueRow]] = {}
    for row in rows:
        alike = seen.setdefault(row.keys, [])
        for other in alike:
            if row.validity.overlaps(other.validity):
                linker.report.append(OverlappingValues(place=row.place, name=name, other=str(other.place)))
        alike.append(row)


def link_account(linker: Linker, it: AccountRecord) -> tuple[Account, ...]:
    """A budget account for each fund and programme it is written for, and exactly one category."""
    vocabulary, report = linker.vocabulary, linker.report
    linker.check_evidence(it.evidence, bool(it.sources), f"rekening {it.code}", it.place)
    category = vocabulary.check(it.category, "kategori", report)
    funds = [vocabulary.check(fund, "dana", report) for fund in it.funds]
    programmes = [vocabulary.check(programme, "program", report) for programme in it.programmes]
    sources = vocabulary.cited(it.sources, report)
    return tuple(
        Account(fund, programme, category, it.code, it.name, it.evidence, sources)
        for fund in funds
        for programme in programmes
    )


def link_practice(linker: Linker, it: PracticeRecord) -> Practice:
    """A note on what another region does."""
    vocabulary, report = linker.vocabulary, linker.report
    linker.check_evidence(it.evidence, bool(it.sources), "praktik", it.place)
    category = vocabulary.check(it.category, "kategori", report)
    return Practice(category, it.region, it.text, it.evidence, vocabulary.cited(it.sources, report))


def link_wages(linker: Linker, records: tuple[WageRecord, ...]) -> Value:
    """The minimum wages as one value, a row for each region and year that a source gives."""
    rows = _Rows([], [])
    for it in records:
        linker.check_evidence(it.evidence, bool(it.sources), f"upah minimum {it.region}", it.place)
        first, last = date(it.years[0], 1, 1), date(it.years[1], 12, 31)
        validity, keys = Validity(Span(first, first), Span(last, last)), (("wilayah", it.region),)
        if it.evidence is Evidence.NOT_FOUND:
            rows.unread.append(UnreadRow(keys, validity, it.basis, it.note, it.place))
            continue
        if it.amount is None:
            where, meaning = f"upah minimum {it.region}", "jumlah, atau bukti tidak_ditemukan"
            linker.report.append(
                MissingKey(place=it.place, where=where, key="sebesar", meaning=meaning, example="Rp2.859.620")
            )
        amount = _amount(linker, it.amount, "rupiah")
        sources = linker.vocabulary.cited(it.sources, linker.report)
        others = _others(linker, it.others, "rupiah")
        if amount is not None:
            rows.found.append(
                ValueRow(keys, amount, validity, it.evidence, sources, it.basis, it.place, it.note, others)
            )
    _check_overlap(linker, WAGES, tuple(rows.found))
    citation = Citation("Keputusan Gubernur")
    return Value(WAGES, "Upah minimum", citation, "rupiah", tuple(rows.found), tuple(rows.unread))
