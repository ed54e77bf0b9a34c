"""A case in a few lines: what stands, what is open, what is closed. The details follow it; it adds nothing to them."""

from collections.abc import Iterable, Iterator

from regpol.decision.case import PeriodAnswer
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.terms.answer import Answer

Row = tuple[str, str, str]


def summary_rows(rulebook: Rulebook, period: PeriodAnswer) -> Iterator[Row]:
    """Programmes and funds by their answer, the strongest first."""
    yield "Program", _told(_by_answer(rulebook, period.programmes)), ""
    paying = [f for f in period.programmes if not f.answer.negative and not _umbrella(rulebook, f)]
    if not period.funding:
        yield "Dana", "tidak ditanyakan: tidak ada program BPJS Ketenagakerjaan yang dapat diikuti", ""
        return
    names = ", ".join(rulebook.term("program", f.object).short for f in paying)
    yield f"Dana bagi {names}", _told(_by_answer(rulebook, period.funding)), ""


def _umbrella(rulebook: Rulebook, finding: Finding) -> bool:
    return rulebook.term("program", finding.object).umbrella


def _by_answer(rulebook: Rulebook, findings: Iterable[Finding]) -> dict[Answer, list[str]]:
    """The objects under their answer; a fund that answers differently by programme names the programmes."""
    answers: dict[str, dict[Answer, list[Finding]]] = {}
    for finding in findings:
        answers.setdefault(finding.object, {}).setdefault(finding.answer, []).append(finding)
    found: dict[Answer, list[str]] = {}
    for by_answer in answers.values():
        for answer, alike in by_answer.items():
            short = rulebook.term(alike[0].question.vocabulary, alike[0].object).short
            only = ", ".join(rulebook.term("program", it.programme).short for it in alike if it.programme)
            stamp = " ASUMSI" if any(it.assumed for it in alike) else ""
            found.setdefault(answer, []).append((short if len(by_answer) == 1 else f"{short} ({only})") + stamp)
    return found


def _told(by_answer: dict[Answer, list[str]]) -> str:
    ordered = sorted(by_answer, key=lambda answer: answer.rank)
    return "\n".join(f"{answer.label}: {', '.join(by_answer[answer])}" for answer in ordered)
