"""Links regulations: provisions, rules and silences, every name resolved or reported at its line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from regpol.law.format.lists import SilenceRecord
from regpol.law.format.regulation import RegulationRecord
from regpol.law.format.rules import CellRecord, ProvisionRecord, RuleRecord
from regpol.law.format.scalars import ValidityRecord
from regpol.law.model import (
    Condition,
    Modality,
    Norm,
    OfficialText,
    Provision,
    Question,
    Reading,
    Regulation,
    Rule,
)
from regpol.law.provision_ids import provision_ids
from regpol.law.shape import Report
from regpol.law.vocabulary import Vocabulary
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Span, Validity
from regpol.terms.place import Place
from regpol.terms.problems.rule_files import (
    BackwardValidity,
    Circle,
    DuplicateName,
    ExceptionToHigherNorm,
    NotApplicable,
    UnknownName,
    WithoutSource,
)


@dataclass
class Linker:
    """Builds model objects from records; what does not resolve goes into the report."""

    vocabulary: Vocabulary
    report: Report
    regulations: dict[str, Regulation] = field(default_factory=dict)
    provisions: list[Provision] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    override_places: list[tuple[Rule, Text]] = field(default_factory=list)
    value_places: list[Text] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    """The slugs of regulations not read whole: names that would stand in them are not reported again."""

    def regulation(self, slug: str, record: RegulationRecord) -> Regulation:
        """A regulation with its provisions and rules."""
        if record.kind.value not in self.vocabulary.ladder.names:
            known = tuple(self.vocabulary.ladder.names)
            self.report.append(
                UnknownName(place=record.kind.place, what="jenjang", given=record.kind.value, known=known)
            )
        made = Regulation(
            record.name.value,
            slug,
            record.kind.value,
            record.number,
            record.year,
            record.about,
            record.scope,
            record.issuer,
            _gazette(record),
            self._regulation_validity(record),
            tuple(text.value for text in record.amends),
            record.core,
            record.reading,
            tuple(citation for _, citation in record.delegated_by),
            record.undelegated,
            record.note,
            record.place,
            record.revoked.by.value if record.revoked else "",
            _official_text(record),
            record.series,
        )
        if made.name in self.regulations:
            first = str(self.regulations[made.name].place)
            self.report.append(DuplicateName(place=record.place, what="peraturan", name=made.name, first=first))
        self.regulations[made.name] = made
        for provision_id, provision in zip(provision_ids(slug, record.provisions), record.provisions, strict=True):
            self._provision(made, provision_id, provision)
        return made

    def _regulation_validity(self, record: RegulationRecord) -> Validity:
        validity = self.validity(record.validity)
        if record.revoked:
            revoked, since = record.revoked, record.revoked.since
            self.vocabulary.cited(revoked.sources, self.report)
            self.check_evidence(revoked.evidence, bool(revoked.sources), "pencabutan", revoked.place)
            until = Span(_day_before(since.earliest), _day_before(since.latest))
            validity = validity.within(Validity(until=until))
        return validity

    def validity(self, record: ValidityRecord | None) -> Validity:
        """``berlaku`` as a validity, checked to run forwards."""
        if record is None:
            return Validity()
        made = Validity(record.since, record.until, record.years)
        self.check_forwards(made, record.place)
        return made

    def check_forwards(self, validity: Validity, place: Place) -> None:
        """Reports a validity that ends before it begins, and an interval written the wrong way round."""
        backward = validity.since.earliest > validity.until.latest or any(
            span.earliest > span.latest for span in (validity.since, validity.until)
        )
        if backward or (validity.years and validity.years[0] > validity.years[1]):
            self.report.append(BackwardValidity(place=place, validity=validity.label))

    def _provision(self, regulation: Regulation, provision_id: str, record: ProvisionRecord) -> None:
        sources = self.vocabulary.cited(record.sources, self.report)
        self.check_evidence(record.evidence, bool(record.sources), f"ketentuan {record.pinpoint}", record.place)
        validity = self.validity(record.validity).within(regulation.validity)
        made = Provision(
            provision_id,
            regulation,
            Citation(regulation.name, record.pinpoint, record.amends),
            record.gist,
            record.evidence,
            sources,
            validity,
            record.role,
            record.reason,
            record.place,
            record.note,
        )
        self.provisions.append(made)
        if record.role and record.rules:
            rule = "sifat_teks dipakai hanya bila ketentuan tidak memuat kaidah"
            self.report.append(NotApplicable(place=record.place, what="sifat_teks bersama kaidah", rule=rule))
        for rule_record in record.rules:
            self._rule(made, rule_record)

    def check_evidence(self, evidence: Evidence, sourced: bool, claim: str, place: Place) -> None:
        """A grade above not-found needs a source."""
        if evidence is not Evidence.NOT_FOUND and not sourced:
            rule = "sumber untuk setiap bukti selain tidak_ditemukan"
            self.report.append(WithoutSource(place=place, claim=claim, rule=rule))

    def _rule(self, provision: Provision, record: RuleRecord) -> None:
        validity = self.validity(record.validity).within(provision.validity)
        self.check_forwards(validity, record.place)
        norm = record.norm
        if provision.evidence is Evidence.NOT_FOUND and norm.modality is not Modality.UNREAD:
            claim = f"kaidah {record.name} bersifat {norm.modality} atas naskah yang tidak ditemukan"
            self.report.append(WithoutSource(place=norm.place, claim=claim, rule="sifat belum_terbaca"))
        if norm.scheme and norm.modality is not Modality.EXCLUDED:
            self.report.append(NotApplicable(place=norm.place, what="skema", rule="skema hanya bersama di_luar"))
        made = Rule(
            f"{provision.regulation.slug}/{record.name}",
            record.question,
            provision,
            self.conditions(record.conditions),
            Norm(
                self.vocabulary.check(norm.bearer, "pihak", self.report),
                norm.modality,
                self.objects(record.question, norm.objects),
                norm.scheme,
            ),
            validity,
            self._reading(record),
            tuple(text.value for text in record.overrides),
            (),
            "",
            record.note,
            provision.regulation.kind in self.vocabulary.ladder.instructing,
            tuple(text.value for text in record.values),
            record.place,
        )
        self._add(made)
        self._check_order(made)
        self.override_places.extend((made, text) for text in record.overrides)
        self.value_places.extend(record.values)

    def _reading(self, record: RuleRecord) -> Reading | None:
        if record.reading is None:
            return None
        return Reading(record.reading.by, self.vocabulary.cited(record.reading.sources, self.report))

    def objects(self, question: Question, texts: tuple[Text, ...]) -> tuple[str, ...]:
        """The objects of a norm, from the list of its question."""
        return tuple(self.vocabulary.check(text, question.vocabulary, self.report) for text in texts)

    def conditions(self, alternatives: tuple[tuple[tuple[Text, CellRecord], ...], ...]) -> tuple[Condition, ...]:
        """``bila`` with every cell typed by its fact."""
        made = []
        for alternative in alternatives:
            tests = [self.vocabulary.test(name, cell.words, cell.negated, self.report) for name, cell in alternative]
            made.append(tuple(sorted((test for test in tests if test), key=lambda test: test.fact)))
        return tuple(made)

    def _add(self, rule: Rule) -> None:
        if rule.id in self.rules:
            first = str(self.rules[rule.id].place)
            self.report.append(DuplicateName(place=rule.place, what="kaidah", name=rule.id, first=first))
        self.rules[rule.id] = rule

    def silence(self, record: SilenceRecord, read_names: frozenset[str]) -> None:
        """A declared silence, as a rule without a provision."""
        for text in record.read:
            self._check_name(text, "peraturan", tuple(sorted(read_names)))
        made = Rule(
            f"diam/{record.name}",
            record.question,
            None,
            self.conditions(record.conditions),
            Norm("", Modality.SILENT, self.objects(record.question, record.objects), ""),
            self.validity(record.validity),
            None,
            (),
            tuple(text.value for text in record.read),
            record.room,
            record.note,
            False,
            (),
            record.place,
        )
        self._add(made)
        self._check_order(made)

    def _check_order(self, rule: Rule) -> None:
        """A question does not read its own answer."""
        for fact in rule.facts:
            if self.vocabulary.facts[fact].question is rule.question:
                self.report.append(Circle(place=rule.place, path=f"{rule.question} → {fact} → {rule.question}"))

    def check_regulations(self, records: Iterable[RegulationRecord]) -> None:
        """Regulations that are amended or that revoke are in the rulebook."""
        for record in records:
            for text in (*record.amends, *([record.revoked.by] if record.revoked else [])):
                self._check_name(text, "peraturan", tuple(sorted(self.regulations)))
            for place, citation in record.delegated_by:
                self._check_name(Text(citation.regulation, place), "peraturan", tuple(sorted(self.regulations)))

    def _check_name(self, text: Text, what: str, known: tuple[str, ...]) -> None:
        slug = text.value.partition("/")[0] if what == "kaidah" else re.sub(r"[^a-z0-9]+", "-", text.value.lower())
        if text.value not in known and slug not in self.unread:
            self.report.append(UnknownName(place=text.place, what=what, given=text.value, known=known))

    def check_values(self, known: tuple[str, ...]) -> None:
        """The dated values that rules tell are in the rulebook."""
        for text in self.value_places:
            if text.value not in known:
                self.report.append(UnknownName(place=text.place, what="nilai", given=text.value, known=known))

    def check_circles(self) -> None:
        """No rule is, by way of its declared exceptions, an exception to itself."""
        for rule, text in self.override_places:
            reached, ahead = set[str](), [text.value]
            while ahead:
                code = ahead.pop()
                if code in self.rules and code not in reached:
                    reached.add(code)
                    ahead.extend(self.rules[code].overrides)
            if rule.id in reached:
                self.report.append(Circle(place=text.place, path=f"{rule.id} → {text.value} → … → {rule.id}"))

    def check_overrides(self) -> None:
        """Declared exceptions point at rules that exist and stand no higher."""
        ladder = self.vocabulary.ladder
        for rule, text in self.override_places:
            target = self.rules.get(text.value)
            if target is None:
                self._check_name(text, "kaidah", tuple(self.rules))
            elif rule.provision and target.provision:
                mine, theirs = rule.provision.regulation.kind, target.provision.regulation.kind
                if mine in ladder.above and theirs in ladder.above and ladder.higher(theirs, mine):
                    names = ladder.names
                    self.report.append(
                        ExceptionToHigherNorm(
                            place=text.place, rule=rule.id, lower=names[mine], target=target.id, higher=names[theirs]
                        )
                    )


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _official_text(record: RegulationRecord) -> OfficialText | None:
    told = record.official
    return OfficialText(told.keeper, told.address, told.seek) if told else None


def _gazette(record: RegulationRecord) -> str:
    if record.gazette is None:
        return ""
    parts = [record.gazette.ln, record.gazette.tln and f"Tambahan Lembaran Negara {record.gazette.tln}"]
    return ", ".join(part for part in parts if part)
