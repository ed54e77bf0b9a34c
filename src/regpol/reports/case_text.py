"""A case as an official reads it in a terminal."""

from collections.abc import Iterator

from regpol.decision.case import PeriodAnswer, Segment
from regpol.decision.open_facts import Finding
from regpol.decision.precedence import Ground
from regpol.law.model import Rulebook
from regpol.reports.case import CaseReport, ProgrammeCost
from regpol.reports.layout import bullets, columns, heading
from regpol.terms.answer import Answer
from regpol.terms.money import rupiah

_KINDS = {"instruction": "instruksi", "unread": "naskah belum terbaca", "outside_time": "di luar waktu ini"}


def case_text(rulebook: Rulebook, report: CaseReport, region_name: str) -> str:
    """The whole report."""
    query = report.answer.query
    name = rulebook.categories[query.category].name
    parts = [heading(f"{name} di {region_name} ({query.region}), tahun anggaran {query.year}", "═")]
    parts += [f"ASUMSI: {assumption}" for assumption in report.assumptions]
    for period in report.answer.periods:
        parts.append(_period(rulebook, report, period))
    parts += list(_closing(report))
    parts.append(f"Buku aturan {rulebook.hash[:12]}. Huruf dalam kurung siku: seberapa pasti naskahnya diketahui.")
    return "\n\n".join(parts) + "\n"


def _period(rulebook: Rulebook, report: CaseReport, period: PeriodAnswer) -> str:
    rows = [
        ("Kepesertaan", period.membership.answer.label, _because(period.membership)),
        ("Segmen", _segment_word(rulebook, period.segment), _because(period.segment.finding)),
    ]
    parts = [heading(period.period.label), columns(rows, (14, 18, 0))]
    programmes = [
        _programme(rulebook, finding, report.costs[period.period, finding.object]) for finding in period.programmes
    ]
    parts.append("Program\n" + columns(programmes, (14, 18, 30, 0)))
    parts.append(
        "Pendanaan (sumber: jawaban menurut program)\n" + columns(_funding(rulebook, report, period), (22, 24, 0))
    )
    if period.duties:
        parts.append("Kewajiban\n" + columns([_duty(rulebook, finding) for finding in period.duties], (40, 0)))
    if period.documents:
        names = [rulebook.term("dokumen", finding.object).name for finding in period.documents]
        parts.append("Dokumen\n" + bullets(names))
    core = next(lines for found, lines in report.core if found is period)
    parts.append("Tiga peraturan inti\n" + columns([(line.regulation or "—", line.text) for line in core], (22, 0)))
    return "\n\n".join(parts)


def _segment_word(rulebook: Rulebook, segment: Segment) -> str:
    names = " atau ".join(rulebook.term("segmen", code).short for code in segment.candidates)
    if segment.chosen:
        return f"{rulebook.term('segmen', segment.value).short} (kebijakan)"
    return names if segment.value else f"{segment.finding.answer.label}: {names}"


def _programme(rulebook: Rulebook, finding: Finding, cost: ProgrammeCost) -> tuple[str, str, str, str]:
    term = rulebook.term("program", finding.object)
    parts = []
    for tariff in cost.tariffs:
        amount = tariff.amount(cost.base.sen)
        monthly = rupiah(amount) if amount is not None else "belum dapat dihitung"
        segment = rulebook.term("segmen", tariff.segment).short
        parts.append(f"{segment} {tariff.label}: {monthly} ({rulebook.term('pihak', tariff.payer).name.lower()})")
    return term.short, _label(finding), "\n".join(parts), _because(finding)


def _label(finding: Finding) -> str:
    if finding.answer is Answer.UNKNOWN or not finding.sides:
        return finding.answer.label
    return "\n".join([finding.answer.label, *(f"{side.cells}: {side.answer.label}" for side in finding.sides)])


def _funding(rulebook: Rulebook, report: CaseReport, period: PeriodAnswer) -> Iterator[tuple[str, str, str]]:
    """One line for each fund where all programmes agree, otherwise a line for each answer."""
    grouped: dict[tuple[str, Answer, str], list[Finding]] = {}
    for finding in period.funding:
        grouped.setdefault((finding.object, finding.answer, _because(finding)), []).append(finding)
    chosen = report.answer.query.policy.funds.get(report.answer.query.category)
    all_programmes = {finding.programme for finding in period.funding}
    for (fund, answer, because), findings in grouped.items():
        which = [rulebook.term("program", finding.programme).short for finding in findings]
        only = "" if len(which) == len(all_programmes) else f" ({', '.join(which)})"
        accounts = [account.code for finding in findings if (account := report.account(finding))]
        noted = f" Rekening {', '.join(accounts)}." if accounts else ""
        mark = " ← kebijakan" if fund == chosen else ""
        yield rulebook.term("dana", fund).short + mark, answer.label + only, because + noted


def _duty(rulebook: Rulebook, finding: Finding) -> tuple[str, str]:
    bearers = [ground.rule.norm.bearer for ground in (*finding.grounds, *finding.instructed)]
    names = ", ".join(dict.fromkeys(rulebook.term("pihak", bearer).name for bearer in bearers if bearer))
    act = rulebook.term("tindakan", finding.object).name
    return f"{names}: {act.lower()}", f"{_label(finding)}. {_because(finding)}"


def _because(finding: Finding) -> str:
    shown = list(dict.fromkeys(cited(ground) for ground in (*finding.grounds, *finding.instructed)))
    more = f"; dan {len(shown) - 4} lainnya" if len(shown) > 4 else ""
    return "; ".join(shown[:4]) + more


def cited(ground: Ground) -> str:
    """A ground as one phrase: citation, evidence, and what kind of ground it is."""
    rule = ground.rule
    if rule.provision is None:
        return f"dinyatakan tidak diatur; dibaca: {', '.join(rule.read)}"
    kind = _KINDS.get(ground.kind)
    told = [rule.evidence.label, *([kind] if kind else [])]
    told += [f"tafsir {rule.reading.by}"] if rule.reading else []
    return f"{rule.provision.citation} [{', '.join(told)}]"


def _closing(report: CaseReport) -> Iterator[str]:
    if report.open_questions:
        yield "Pertanyaan terbuka\n" + bullets(report.open_questions)
    if report.remedies:
        lines = [f"{remedy.about}: {remedy.change} — {remedy.holder}" for remedy in report.remedies]
        yield "Yang dapat mengubah jawaban, dan siapa yang memegangnya\n" + bullets(lines)
    if report.practices:
        lines = [f"{note.text} [{note.evidence.label}]" for note in report.practices]
        yield "Praktik di daerah lain (catatan, bukan aturan)\n" + bullets(lines)
