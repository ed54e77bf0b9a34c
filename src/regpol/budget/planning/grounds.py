"""Why a fund pays a part of a contribution: mandatory or discretionary, on what norms, and on what account.

A line is mandatory where a norm in force requires the programme and puts the payer's part on this fund or
on whoever pays from it. Everything else a region pays because it chose to: discretionary, with the answer
the law gives on the fund, silence and unread texts included.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regpol.budget.planning.plan import DISCRETIONARY, MANDATORY, PlanGround
from regpol.budget.spans import Span
from regpol.decision.batch import DecidedCombination
from regpol.decision.open_facts import Finding
from regpol.decision.precedence import Ground
from regpol.law.model import Rulebook
from regpol.terms.answer import Answer

_OPEN = frozenset({Answer.UNREAD, Answer.UNSETTLED, Answer.UNKNOWN, Answer.SILENT, Answer.NOT_IN_FORCE})


@dataclass(frozen=True)
class PlanKey:
    """What a line of a combination, programme, payer and fund carries beside its amounts."""

    number: int
    programme: str
    payer: str
    fund: str
    account: str
    category: str
    segment: str
    obligation: str
    ground: str


class Grounds:
    """Collects the grounds of a plan, each once; ``found`` has them by key in the order they were met."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.found: dict[str, PlanGround] = {}
        self._rulebook = rulebook
        self._accounts = {(it.fund, it.programme, it.category): it.code for it in rulebook.accounts}

    def keys(self, one: DecidedCombination, spans: Iterable[Span]) -> Iterator[PlanKey]:
        """The keys of a combination's spans, for each fund policy chose for its category."""
        query = one.answer.query
        seen = dict.fromkeys((span.programme, span.payer, span.segment) for span in spans)
        for programme, payer, segment in seen:
            for fund in dict.fromkeys(query.policy.fund_codes(query.category)):
                obligation, ground = self._obligation(one, programme, payer, fund)
                yield PlanKey(
                    one.combination.number,
                    programme,
                    payer,
                    fund,
                    self._accounts.get((fund, programme, query.category), ""),
                    query.category,
                    segment,
                    obligation,
                    self._kept(f"{query.category}/{programme}/{fund}", ground),
                )

    def _kept(self, name: str, ground: PlanGround) -> str:
        number = 1
        while self.found.setdefault(name if number == 1 else f"{name}#{number}", ground) != ground:
            number += 1
        return name if number == 1 else f"{name}#{number}"

    def _obligation(self, one: DecidedCombination, programme: str, payer: str, fund: str) -> tuple[str, PlanGround]:
        last = one.answer.periods[-1]
        due = next((it for it in last.programmes if it.object == programme), None)
        funding = {it.object: it for it in last.funding if it.programme == programme}
        chosen = funding.get(fund)
        burdened = [it for it in funding.values() if self._owner(it.object) == payer and it.answer is Answer.REQUIRED]
        owed = due is not None and due.answer is Answer.REQUIRED
        by_worker = payer == self._worker
        about = ""
        if owed and chosen and chosen.answer is Answer.REQUIRED:
            about = "program wajib, dan norma mewajibkan dana ini membayarnya"
        elif owed and burdened and not by_worker:
            about = f"program wajib, dan norma membebankan bagian ini pada {self._party(payer)}"
        if about and last.segment.chosen:
            told = f"pilihan daerah karena segmennya dipilih kebijakan; dalam segmen itu {about}"
            return DISCRETIONARY, self._ground(told, programme, fund, [last.segment.finding, due, *burdened], chosen)
        if about:
            return MANDATORY, self._ground(about, programme, fund, [due, *burdened], chosen)
        answer = chosen.answer.label if chosen else "tidak ditanyakan"
        about = f"pilihan daerah; tentang dana ini hukum {answer}" if chosen else f"pilihan daerah; dana {answer}"
        if by_worker and burdened:
            about += f"; norma membebankan iurannya pada {self._party(payer)}"
        return DISCRETIONARY, self._ground(about, programme, fund, [chosen, due], *burdened)

    @property
    def _worker(self) -> str:
        return "pekerja"

    def _owner(self, fund: str) -> str:
        return self._rulebook.vocabulary["dana"][fund].owner

    def _party(self, code: str) -> str:
        return self._rulebook.term("pihak", code).name.lower() if code else "pihak yang belum diketahui"

    def _ground(
        self, about: str, programme: str, fund: str, main: Iterable[Finding | None], *beside: Finding | None
    ) -> PlanGround:
        findings = [it for it in (*main, *beside) if it]
        cited = dict.fromkeys(
            (_citation(ground), ground.rule.evidence.label) for it in findings for ground in it.grounds
        )
        unread = dict.fromkeys(
            _citation(ground)
            for it in findings
            if it.answer in _OPEN
            for ground in (*it.grounds, *it.instructed)
            if ground.kind == "unread"
        )
        return PlanGround(about, programme, fund, tuple(cited), tuple(unread))


def _citation(ground: Ground) -> str:
    rule = ground.rule
    if rule.provision is None:
        return f"dinyatakan tidak diatur; dibaca: {', '.join(rule.read)}"
    assumed = f" (ASUMSI: {rule.assumed})" if rule.assumed else ""
    return f"{rule.provision.citation}{assumed}"
