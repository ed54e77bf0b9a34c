"""A case as an official reads it in a terminal.

A first period is told in full; of a later one only what changed. Citations stand under the answer
they carry, each with how well its text is known.
"""

from collections.abc import Iterator

from regpol.decision.case import PeriodAnswer
from regpol.decision.open_facts import Finding
from regpol.decision.policy_room import ROOM_NOT_SHOWN, PolicyChoice
from regpol.decision.precedence import Ground
from regpol.decision.remedies import Holder
from regpol.decision.segment import Segment
from regpol.law.model import Rulebook
from regpol.project.policy import Policy
from regpol.reports.case.costs import beside_rows, comparison_rows, relief_rows
from regpol.reports.case.report import CaseReport, ProgrammeCost
from regpol.reports.case.summary import summary_rows
from regpol.reports.layout import bullets, columns, heading, wrapped
from regpol.terms.money import rupiah

KINDS = {"instruction": "instruksi", "unread": "belum terbaca", "outside_time": "di luar waktu ini"}
_SHOWN = 4
_STAMP = "ASUMSI"
Row = tuple[str, str, str]
Block = tuple[str, tuple[Row, ...]]


def case_text(rulebook: Rulebook, report: CaseReport, region_name: str) -> str:
    """The whole report."""
    return _CaseText(rulebook, report).whole(region_name)


class _CaseText:
    def __init__(self, rulebook: Rulebook, report: CaseReport) -> None:
        self._book = rulebook
        self._report = report
        self._funds = list(rulebook.vocabulary["dana"])

    def whole(self, region_name: str) -> str:
        query = self._report.answer.query
        name = self._book.categories[query.category].name
        parts = [heading(f"{name} di {region_name} ({query.region}), tahun anggaran {query.year}", "═")]
        parts += [wrapped(f"ASUMSI: {assumption}", "") for assumption in self._report.assumptions]
        told: tuple[Block, ...] = ()
        for period in self._report.answer.periods:
            blocks = tuple(self._blocks(period))
            parts.append(heading(period.period.label + (", yang berubah" if told else "")))
            parts += [_printed(block) for block in (_changed(told, blocks) if told else blocks)]
            told = blocks
        parts += list(self._closing())
        parts.append(f"Dalam kurung siku: seberapa pasti naskahnya diketahui. Buku aturan {self._book.hash[:12]}.")
        return "\n\n".join(parts) + "\n"

    def _blocks(self, period: PeriodAnswer) -> Iterator[Block]:
        segment = period.segment
        yield (
            "",
            (
                ("Kepesertaan", self._answer(period.membership), self._because(period.membership)),
                ("Segmen", self._segment(segment), self._because(segment.finding)),
            ),
        )
        yield "Ringkasnya", tuple(summary_rows(self._book, period))
        costs = self._report.costs
        yield (
            "Program dan iuran sebulan",
            tuple(self._programme(finding, costs[period.period, finding.object]) for finding in period.programmes),
        )
        paid = [(finding.object, costs[period.period, finding.object]) for finding in period.programmes]
        for title, rows in (("Cara lain membayar iuran", beside_rows), ("Keringanan iuran", relief_rows)):
            shown = tuple(row for programme, cost in paid for row in rows(self._book, programme, cost))
            if shown:
                yield title, shown
        for comparison in self._report.comparisons[period.period]:
            yield "Segmen belum pasti: perbandingan iuran sebulan", tuple(comparison_rows(self._book, comparison))
        yield "Pendanaan", tuple(self._funding(period))
        yield "Kewajiban", tuple(self._duty(finding) for finding in period.duties)
        documents = [self._book.term("dokumen", finding.object).name for finding in period.documents]
        yield "Dokumen", tuple((name, "", "") for name in documents)
        lines = next(lines for found, lines in self._report.core if found is period)
        yield (
            "Tiga peraturan inti",
            tuple((line.regulation or "Pedoman APBD", line.LABELS[line.status], line.text) for line in lines),
        )

    def _segment(self, segment: Segment) -> str:
        names = " atau ".join(self._book.term("segmen", code).short for code in segment.candidates)
        if segment.chosen:
            short = self._book.term("segmen", segment.value).short
            return f"{short}, dipilih kebijakan (hukum: {segment.finding.answer.label})"
        return names if segment.value else f"{segment.finding.answer.label}: {names}"

    def _programme(self, finding: Finding, cost: ProgrammeCost) -> Row:
        told = [self._answer(finding)]
        for tariff in cost.tariffs:
            amount = tariff.amount(cost.base.sen)
            monthly = (
                rupiah(amount) if amount is not None else "belum dapat dihitung (tarif atau dasarnya belum dipilih)"
            )
            segment = self._book.term("segmen", tariff.segment).short
            how = "" if tariff.fixed is not None or amount is None else f", {tariff.label} dari {cost.base.label}"
            payer = self._book.term("pihak", tariff.payer).name.lower()
            stamp = f" {_STAMP}" if cost.base.assumed and tariff.fixed is None and amount is not None else ""
            told.append(f"{segment}: {monthly}{stamp} oleh {payer}{how}")
        return self._book.term("program", finding.object).short, "\n".join(told), self._because(finding)

    def _answer(self, finding: Finding) -> str:
        sides = [f"bila {side.cells}: {side.answer.label}" for side in finding.sides]
        stamp = f" {_STAMP}" if finding.assumed else ""
        return "\n".join([finding.answer.label + stamp, *sides])

    def _funding(self, period: PeriodAnswer) -> Iterator[Row]:
        """One line for all funds and programmes that answer alike on the same grounds."""
        alike: dict[tuple[str, str], dict[str, list[str]]] = {}
        for finding in sorted(period.funding, key=lambda finding: self._funds.index(finding.object)):
            key = self._answer(finding) + self._chosen_fund(finding), self._because(finding) + self._account(finding)
            short = self._book.term("program", finding.programme).short
            alike.setdefault(key, {}).setdefault(self._book.term("dana", finding.object).short, []).append(short)
        everywhere = len({finding.programme for finding in period.funding})
        for (answer, because), funds in alike.items():
            by_programmes: dict[tuple[str, ...], list[str]] = {}
            for fund, programmes in funds.items():
                by_programmes.setdefault(tuple(programmes), []).append(fund)
            for shorts, names in by_programmes.items():
                only = "" if len(shorts) == everywhere else f"\n({', '.join(shorts)})"
                yield ", ".join(names) + only, answer, because

    def _chosen_fund(self, finding: Finding) -> str:
        query = self._report.answer.query
        return _chosen_fund(query.policy, query.category, finding.object)

    def _account(self, finding: Finding) -> str:
        account = self._report.account(finding)
        return f"\nrekening {account.code} [{account.evidence.label}]" if account else ""

    def _duty(self, finding: Finding) -> Row:
        bearers = [ground.rule.norm.bearer for ground in (*finding.grounds, *finding.instructed)]
        names = ", ".join(dict.fromkeys(self._book.term("pihak", bearer).name for bearer in bearers if bearer))
        act = self._book.term("tindakan", finding.object).name
        told = "instruksi" if not finding.grounds else self._answer(finding)
        return act, f"{told}: {names}", self._because(finding)

    def _because(self, finding: Finding) -> str:
        shown = list(dict.fromkeys(_with_fallen(ground) for ground in (*finding.grounds, *finding.instructed)))
        more = [f"dan {len(shown) - _SHOWN} lainnya"] if len(shown) > _SHOWN else []
        return "\n".join([*shown[:_SHOWN], *more])

    def _closing(self) -> Iterator[str]:
        report = self._report
        if report.choices:
            yield "Pilihan kebijakan dan ruangnya\n" + bullets(_chosen(choice) for choice in report.choices)
        if report.notes:
            yield "Catatan\n" + bullets(report.notes)
        if report.open_questions:
            yield "Pertanyaan terbuka\n" + bullets(report.open_questions)
        nearby = [remedy for remedy in report.remedies if remedy.holder is not Holder.NATION]
        if nearby:
            grouped: dict[tuple[str, str], list[str]] = {}
            for remedy in nearby:
                grouped.setdefault((remedy.change, str(remedy.holder)), []).append(remedy.about)
            lines = [
                f"{change} — {holder}. Mengubah: {_together(abouts)}" for (change, holder), abouts in grouped.items()
            ]
            yield "Yang dapat mengubah jawaban, dan siapa yang memegangnya\n" + bullets(lines)
        if report.practices:
            lines = [f"{note.text} [{note.evidence.label}]" for note in report.practices]
            yield "Praktik di daerah lain (catatan, bukan aturan)\n" + bullets(lines)


def _together(abouts: list[str]) -> str:
    """What a remedy turns; the programmes of one fund are named in one breath."""
    programmes: dict[tuple[str, str], list[str]] = {}
    for about in dict.fromkeys(abouts):
        paid, _, fund = about.rpartition(" dari ")
        question, _, programme = paid.partition(" ")
        programmes.setdefault((question, fund) if paid else (about, ""), []).append(programme)
    told = (f"{what} {', '.join(names)} dari {fund}" if fund else what for (what, fund), names in programmes.items())
    return "; ".join(told)


def cited(ground: Ground) -> str:
    """A ground as one phrase: citation, evidence, and what kind of ground it is."""
    rule = ground.rule
    if rule.provision is None:
        return f"dinyatakan tidak diatur; dibaca: {', '.join(rule.read)}"
    kind = KINDS.get(ground.kind)
    told = [rule.evidence.label, *([kind] if kind else [])]
    told += [f"tafsir: {rule.reading.by}"] if rule.reading else []
    told += [] if rule.provision.regulation.national else [f"peraturan daerah {rule.provision.regulation.scope}"]
    told += [_STAMP] if rule.assumed else []
    return f"{rule.provision.citation} [{', '.join(told)}]"


def _with_fallen(ground: Ground) -> str:
    """A ground with the regional norms that fell to it: setting a norm aside is a judge's act, so both are shown."""
    fallen = [
        f"{defeat.rule.provision.citation} ({defeat.rule.norm.modality}, peraturan daerah) kalah: {defeat.principle}"
        for defeat in ground.defeated
        if defeat.rule.provision and not defeat.rule.provision.regulation.national
    ]
    return "\n".join([cited(ground), *fallen])


def _chosen(choice: PolicyChoice) -> str:
    if choice.room is None:
        return f"{choice.about}: {choice.chosen} ({ROOM_NOT_SHOWN}: tidak ada norma yang terbaca tentangnya)"
    return f"{choice.about}: {choice.chosen} (hukum: {choice.room.answer.label}; {choice.room.words})"


def _chosen_fund(policy: Policy, category: str, fund: str) -> str:
    rank, share = policy.rank(category, fund), policy.share(category, fund)
    if rank is None:
        return ""
    if share:
        return f", dipilih kebijakan, bagian {share}"
    return ", dipilih kebijakan" + (f", urutan {rank}" if len(policy.fund_codes(category)) > 1 else "")


def _changed(before: tuple[Block, ...], now: tuple[Block, ...]) -> Iterator[Block]:
    known = {(title, row) for title, rows in before for row in rows}
    for title, rows in now:
        new = tuple(row for row in rows if (title, row) not in known)
        if new:
            yield title, new


def _printed(block: Block) -> str:
    title, rows = block
    if not rows:
        return f"{title}: tidak ada"
    if all(not answer and not because for _, answer, because in rows):
        return f"{title}\n" + bullets(name for name, _, _ in rows)
    if all(not because for _, _, because in rows):
        return f"{title}\n" + columns([(name, answer) for name, answer, _ in rows], (21, 0))
    return (f"{title}\n" if title else "") + columns(rows, (21, 34, 0))
