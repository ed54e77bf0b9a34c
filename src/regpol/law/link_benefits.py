"""Links benefits: events, programmes, values, papers, every name resolved or reported at its line."""

from regpol.law.format.benefits import BenefitRecord, ConditionRecord, ItemRecord, StepRecord
from regpol.law.format.regulation import RegulationRecord
from regpol.law.link import Linker
from regpol.law.link_contributions import check_value
from regpol.law.model import (
    Benefit,
    BenefitCondition,
    BenefitForm,
    BenefitItem,
    BenefitStep,
    Regulation,
    Source,
    Value,
)
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.place import Place
from regpol.terms.problems.rule_files import DuplicateName, MissingKey, NotApplicable

_UNITS = {
    BenefitForm.NOMINAL: "rupiah",
    BenefitForm.TIMES_WAGE: "kali",
    BenefitForm.SHARE_OF_WAGE: "persen",
    BenefitForm.PER_CHILD: "rupiah",
    BenefitForm.PENSION: "persen",
    BenefitForm.SHARE_OF_SAVINGS: "persen",
}
"""The unit of the value a form counts with; the other forms count nothing."""


def link_benefits(
    linker: Linker, records: dict[str, RegulationRecord], values: dict[str, Value]
) -> tuple[Benefit, ...]:
    """The benefits, each by the name of its file and its own."""
    made: dict[str, Benefit] = {}
    for slug, record in records.items():
        for it in record.benefits:
            new = _Linking(linker, linker.regulations[record.name.value], it, values).benefit(slug)
            if new.id in made:
                first = str(made[new.id].place)
                linker.report.append(DuplicateName(place=it.place, what="manfaat", name=it.name, first=first))
            made[new.id] = new
    return tuple(made.values())


class _Linking:
    def __init__(self, linker: Linker, regulation: Regulation, it: BenefitRecord, values: dict[str, Value]) -> None:
        self._linker = linker
        self._regulation = regulation
        self._it = it
        self._values = values

    def benefit(self, slug: str) -> Benefit:
        it, linker = self._it, self._linker
        vocabulary, report = linker.vocabulary, linker.report
        linker.check_evidence(it.evidence, bool(it.sources), f"manfaat {it.name}", it.place)
        return Benefit(
            f"{slug}/{it.name}",
            tuple(vocabulary.check(text, "peristiwa", report) for text in it.events),
            vocabulary.check(it.programme, "program", report),
            tuple(vocabulary.check(text, "segmen", report) for text in it.segments),
            it.recipient,
            tuple(self._item(item) for item in it.items),
            tuple(self._condition(condition) for condition in it.conditions),
            tuple(vocabulary.check(text, "berkas_klaim", report) for text in it.papers),
            tuple(self._step(step) for step in it.steps),
            self._value(it.lapse),
            it.side.group if it.side else "",
            it.side.by if it.side else "",
            linker.validity(it.validity).within(self._regulation.validity),
            Citation(self._regulation.name, it.pinpoint),
            it.evidence,
            vocabulary.cited(it.sources, report),
            it.note,
            it.place,
        )

    def _value(self, text: Text | None, unit: str = "") -> str:
        return check_value(self._linker, text, unit, self._values) if text else ""

    def _item(self, it: ItemRecord) -> BenefitItem:
        counted = _UNITS.get(it.form)
        if counted and it.value is None:
            where, meaning = f"butir manfaat {self._it.name}", "nilai yang menyebut besarnya"
            self._linker.report.append(
                MissingKey(place=it.place, where=where, key="nilai", meaning=meaning, example="jkm_santunan")
            )
        if it.value and not counted and it.form is not BenefitForm.UNREAD:
            rule = f"bentuk {it.form} tanpa “nilai”: besarnya tidak dihitung"
            self._linker.report.append(NotApplicable(place=it.place, what=f"nilai {it.value.value}", rule=rule))
        return BenefitItem(
            it.text,
            it.form,
            self._value(it.value, counted or ""),
            self._value(it.months, "bulan"),
            self._value(it.years, "tahun"),
            self._value(it.at_most, "bilangan"),
            self._value(it.cap, "rupiah"),
            self._value(it.lowest, "rupiah"),
            self._value(it.highest, "rupiah"),
            self._value(it.share, "persen"),
            self._value(it.months_counted, "bulan"),
            tuple(self._condition(condition) for condition in it.conditions),
            *self._basis(it.pinpoint, it.evidence, it.sources, it.place),
        )

    def _condition(self, it: ConditionRecord) -> BenefitCondition:
        if bool(it.fact) != bool(it.at_least or it.below):
            rule = "“fakta” bersama “paling_sedikit” atau “kurang_dari”, atau tanpa keduanya"
            self._linker.report.append(NotApplicable(place=it.place, what=f"syarat “{it.text}”", rule=rule))
        return BenefitCondition(it.text, it.fact, self._value(it.at_least), self._value(it.below))

    def _step(self, it: StepRecord) -> BenefitStep:
        return BenefitStep(
            it.text,
            self._linker.vocabulary.check(it.bearer, "pihak", self._linker.report),
            self._value(it.deadline),
            *self._basis(it.pinpoint, it.evidence, it.sources, it.place),
        )

    def _basis(
        self, pinpoint: str, evidence: Evidence | None, sources: tuple[Text, ...] | None, place: Place
    ) -> tuple[Citation, Evidence, tuple[Source, ...]]:
        """Where a part rests: its own place if it names one, otherwise that of the whole."""
        grade = self._it.evidence if evidence is None else evidence
        cited = self._linker.vocabulary.cited(self._it.sources if sources is None else sources, self._linker.report)
        self._linker.check_evidence(grade, bool(cited), f"bagian manfaat {self._it.name}", place)
        return Citation(self._regulation.name, pinpoint or self._it.pinpoint), grade, cited
