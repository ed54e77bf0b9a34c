"""The benefits of a case as an official reads them in a terminal."""

from collections.abc import Iterator

from regpol.budget.benefit import Amount, BenefitDue, Condition, Due, Need
from regpol.decision.open_facts import Finding
from regpol.law.model import BenefitForm, PersonFact, Rulebook
from regpol.reports.benefits.report import BenefitPeriod, BenefitReport, ProgrammeBenefits
from regpol.reports.case.text import cited
from regpol.reports.layout import bullets, columns, heading, wrapped
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Force
from regpol.terms.money import rupiah, rupiah_from_sen

_MET = {Force.YES: "terpenuhi", Force.NO: "TIDAK terpenuhi", Force.UNCERTAIN: "belum diketahui"}
_IN_YEARS = {PersonFact.AGE, PersonFact.AGE_AT_ENTRY, PersonFact.AGE_OF_CHILD}
_NEEDS = {Need.BASE: "--base (upah sebulan)", Need.MONTHS: "--months-paid (masa iur)"}
_UNCOUNTED = {
    BenefitForm.SAVINGS: "saldo orang itu; lihat catatan BPJS Ketenagakerjaan",
    BenefitForm.IN_KIND: "pelayanan, bukan uang",
    BenefitForm.TOLD: "diterangkan saja, tidak dihitung",
}
_EACH = {BenefitForm.SHARE_OF_WAGE: " sebulan", BenefitForm.PENSION: " sebulan"}
_WIDTHS = (38, 34, 0)


def benefits_text(rulebook: Rulebook, report: BenefitReport, region_name: str) -> str:
    """The whole report."""
    return _BenefitsText(rulebook, report).whole(region_name)


class _BenefitsText:
    def __init__(self, rulebook: Rulebook, report: BenefitReport) -> None:
        self._book = rulebook
        self._report = report

    def whole(self, region_name: str) -> str:
        query = self._report.answer.query
        name = self._book.categories[query.category].name
        parts = [heading(f"Manfaat bagi {name} di {region_name} ({query.region}), tahun anggaran {query.year}", "═")]
        parts += [wrapped(f"ASUMSI: {assumption}", "") for assumption in self._report.assumptions]
        parts.append("\n".join(self._known()))
        for period in self._report.periods:
            parts.append(heading(period.period.label))
            parts += list(self._period(period))
        parts.append(f"Dalam kurung siku: seberapa pasti naskahnya diketahui. Buku aturan {self._book.hash[:12]}.")
        return "\n\n".join(parts) + "\n"

    def _known(self) -> Iterator[str]:
        """What was told, and on what everything below depends."""
        claimant = self._report.claimant
        yield "Manfaat hanya untuk peserta: didaftarkan, nomor pesertanya terbit, dan iurannya dibayar."
        told = [f"dasar upah {rupiah_from_sen(claimant.base)} sebulan"] if claimant.base is not None else []
        told += [
            f"{str(fact).replace('_', ' ')} {number} {'tahun' if fact in _IN_YEARS else 'bulan'}"
            for fact, number in claimant.numbers.items()
            if fact is not PersonFact.MONTHS_MEMBER
        ]
        told += [f"anak: {', '.join(claimant.children)}"] if claimant.children else []
        yield f"Yang diketahui: {'; '.join(told) or 'tidak ada'}."
        if claimant.numbers.get(PersonFact.MONTHS_MEMBER) is not None:
            yield "Masa kepesertaan disamakan dengan masa iur."

    def _period(self, period: BenefitPeriod) -> Iterator[str]:
        names = " atau ".join(self._book.term("segmen", code).short for code in period.segments)
        open_segment = f" ({period.segment.answer.label})" if len(period.segments) > 1 else ""
        yield f"Segmen: {names}{open_segment}"
        for event in self._report.events:
            given = [(one, dues) for one in period.programmes for code, dues in one.events if code == event]
            if given:
                yield heading(self._book.term("peristiwa", event).name, "·")
            for one, dues in given:
                yield self._title(one)
                for due in sorted(dues, key=_place):
                    yield "\n".join(self._due(due, period.segments))
        silent = [one for one in period.programmes if not one.events]
        if silent:
            short = ", ".join(self._book.term("program", one.finding.object).short for one in silent)
            yield f"Tidak ada manfaat yang tercatat untuk peristiwa ini: {short}."
        if period.outside:
            yield "Bukan program BPJS Ketenagakerjaan baginya\n" + bullets(
                self._outside(finding) for finding in period.outside
            )

    def _title(self, one: ProgrammeBenefits) -> str:
        term = self._book.term("program", one.finding.object)
        answer = one.finding.answer
        standing = answer.label
        if answer.open:
            standing += "; hanya bila menjadi peserta program ini"
        elif answer.negative:
            standing += " BPJS Ketenagakerjaan; menurut skema penampungnya"
        because = "; ".join(list(dict.fromkeys(cited(ground) for ground in one.finding.grounds))[:2])
        return f"{term.short}, {term.name.lower()} — {standing}\n  {because}"

    def _outside(self, finding: Finding) -> str:
        term = self._book.term("program", finding.object)
        grounds = finding.grounds
        schemes = dict.fromkeys(ground.rule.norm.scheme for ground in grounds if ground.rule.norm.scheme)
        where = f"; penampungnya: {', '.join(schemes)}" if schemes else ""
        because = "; ".join(dict.fromkeys(cited(ground) for ground in grounds))
        return f"{term.short}: {finding.answer.label}{where}. {because}"

    def _due(self, due: BenefitDue, segments: tuple[str, ...]) -> Iterator[str]:
        benefit = due.benefit
        possible = [code for code in segments if code in benefit.segments]
        some = benefit.segments and len(possible) < len(segments)
        only = [self._book.term("segmen", code).short for code in possible] if some else []
        marks = [f"bila {' atau '.join(only)}"] if only else []
        marks += ["hari mulainya belum pasti"] if due.force is Force.UNCERTAIN else []
        head = f"Untuk {benefit.recipient}" + (f" ({', '.join(marks)})" if marks else "")
        yield wrapped(f"{head}: {_based(benefit.citation, benefit.evidence)}", "  ")
        if benefit.group:
            yield wrapped(f"SUMBER BERBEDA. Sisi ini menurut: {benefit.by}", "    ")
        if due.items:
            yield columns([self._item(item) for item in due.items], _WIDTHS, "    ")
        if due.conditions:
            yield bullets((f"Syarat: {_condition(it)}" for it in due.conditions), "    ")
        if benefit.papers:
            papers = ", ".join(self._book.term("berkas_klaim", code).name for code in benefit.papers)
            yield bullets([f"Berkas: {papers}"], "    ")
        steps = []
        for step, deadline in zip(benefit.steps, due.deadlines, strict=True):
            bearer = self._book.term("pihak", step.bearer).name
            within = f" — {deadline}" if deadline else ""
            steps.append(f"Langkah, {bearer}: {step.text}{within} ({_based(step.citation, step.evidence)})")
        if steps:
            yield bullets(steps, "    ")
        if due.lapse:
            yield bullets([f"Hak menuntut gugur setelah {due.lapse}"], "    ")
        if benefit.note:
            yield bullets([f"Catatan: {benefit.note}"], "    ")

    def _item(self, item: Due) -> tuple[str, str, str]:
        lines = [_amount(item, amount) for amount in item.amounts]
        lines += list(self._children(item))
        if item.tariff and item.item.form is not BenefitForm.NOMINAL:
            of = "saldo" if item.item.form is BenefitForm.SHARE_OF_SAVINGS else "upah"
            lines.append(f"{item.tariff}{'' if item.children else f' {of}'}" + _during(item))
        lines += [f"{self._book.values[name].meaning}: belum terbaca" for name in item.unread]
        lines += [f"belum dapat dihitung: isi {_NEEDS[need]}" for need in item.needs]
        if item.item.form is BenefitForm.UNREAD and not item.unread:
            lines.append("belum terbaca")
        shown = lines or [_UNCOUNTED.get(item.item.form, "belum dapat dihitung")]
        wanted = [f"syarat: {_condition(it)}" for it in item.conditions]
        rows = {self._book.values[item.item.value].name} if item.item.value else set()
        basis = _based(item.item.citation, item.evidence) + self._changed(rows)
        return "\n".join([item.item.text, *wanted]), "\n".join(shown), basis

    def _changed(self, names: set[str]) -> str:
        """The later instrument that set a row, where the citation is to the article it changed."""
        query = self._report.answer.query
        day = self._report.periods[-1].period.start if self._report.periods else None
        for name in names:
            row = self._book.values[name].on(day, query.year, {}) if day else None
            if row and row.basis:
                return f", {row.basis}"
        return ""

    def _children(self, item: Due) -> Iterator[str]:
        for child in item.children:
            level = self._book.term("jenjang_pendidikan", child.level).short
            years = f", paling lama {child.years} tahun" if child.years is not None else ""
            yield f"{level}: {rupiah(child.each)} setahun{years}"
        told = self._report.claimant.children
        if item.children and told:
            totals = [child.to_the_end for child in item.children]
            if None not in totals:
                yield "sampai jenjang terakhir: " + " + ".join(rupiah(total or 0) for total in totals)
        if item.children and item.at_most:
            yield f"paling banyak {item.at_most} anak"


def _based(citation: Citation, evidence: Evidence) -> str:
    return f"{citation} [{evidence.label}]"


def _during(item: Due) -> str:
    return f" selama {item.duration}" if item.duration else ""


def _amount(item: Due, amount: Amount) -> str:
    words = rupiah(amount.each) + _EACH.get(item.item.form, "")
    if amount.total is not None:
        words += f", seluruhnya {rupiah(amount.total)}"
    note = f"; {amount.note}" if amount.note else ""
    return words + (f" [{amount.evidence.label}{note}]" if len(item.amounts) > 1 else "")


def _condition(it: Condition) -> str:
    return f"{it.text} ({it.threshold}): {_MET[it.met]}" if it.threshold else it.text


def _place(due: BenefitDue) -> tuple[bool, str, int]:
    """Sums before procedures, the sides of one matter together, the better known first."""
    return not due.items, due.benefit.group or "~", -due.benefit.evidence
