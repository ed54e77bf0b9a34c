"""The smallest changes that would turn an answer, and who holds each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding, decide_part
from regpol.decision.precedence import Ground
from regpol.law.model import FactKind, Question, Rulebook
from regpol.situations.axis import CodeAxis
from regpol.situations.target import Known, Moment
from regpol.terms.answer import Answer


class Holder(StrEnum):
    """Who can make the change; values are what an official reads."""

    FACT = "fakta orangnya"
    TEXT = "pembaca naskah (Bagian Hukum)"
    REGION = "peraturan daerah sendiri"
    AGREEMENT = "kesepakatan dengan BPJS Ketenagakerjaan"
    NATION = "pembentuk norma nasional"


@dataclass(frozen=True)
class Remedy:
    """A change, who holds it, and what it would turn."""

    change: str
    holder: Holder
    about: str


def remedies(decider: Decider, finding: Finding, known: Known, moment: Moment) -> tuple[Remedy, ...]:
    """What would turn a finding that is not positive."""
    if finding.answer.positive:
        return ()
    about = subject(decider.rulebook, finding)
    found = [*_from_facts(decider, finding, known, moment, about), *_from_answer(decider.rulebook, finding, about)]
    return tuple(found)


def subject(rulebook: Rulebook, finding: Finding) -> str:
    """What a finding is about, in words."""
    name = rulebook.term(finding.question.vocabulary, finding.object).short if finding.object else ""
    programme = f"{rulebook.term('program', finding.programme).short} dari " if finding.programme else ""
    return f"{finding.question} {programme}{name}".strip()


def _from_facts(decider: Decider, finding: Finding, known: Known, moment: Moment, about: str) -> list[Remedy]:
    """Facts of a person that, changed alone, would turn the answer."""
    facts = decider.rulebook.facts
    target = decider.part(finding.question, finding.object)
    found = []
    for axis in target.axes:
        code = axis.fact.code
        changeable = axis.fact.kind in {FactKind.YES_NO, FactKind.CODE} and axis.fact.origin == "orang"
        if not changeable or known.get(code) is None or not isinstance(axis, CodeAxis):
            continue
        for cell in range(axis.size):
            changed: Known = {**known, code: axis.representative(cell), "program": finding.programme or None}
            other = decide_part(decider, target, changed, moment, Answer.UNSETTLED)
            if finding.object in other.findings and other.findings[finding.object].answer.positive:
                change = f"{facts[code].name} menjadi {axis.label(cell)} ({facts[code].changed_by})"
                found.append(Remedy(change, Holder.FACT, about))
    return found


def _from_answer(rulebook: Rulebook, finding: Finding, about: str) -> list[Remedy]:
    if finding.answer is Answer.UNKNOWN:
        return [Remedy(rulebook.facts[fact].ask, Holder.FACT, about) for fact in finding.missing]
    if finding.answer is Answer.UNREAD:
        return [Remedy(f"baca {name}", Holder.TEXT, about) for name in _instruments(finding)]
    if finding.answer is Answer.SILENT:
        rooms = [ground.rule.room for ground in finding.grounds if ground.rule.room]
        if not rooms:
            return [Remedy("cari naskah lain yang mengaturnya; ruang bagi daerah tidak ditemukan", Holder.TEXT, about)]
        return [Remedy(f"atur dalam peraturan daerah berdasarkan {rooms[0]}", Holder.REGION, about)]
    if finding.sides:
        return []
    if finding.answer is Answer.UNSETTLED:
        holder = Holder.AGREEMENT if finding.question is Question.SEGMENT else Holder.REGION
        return [Remedy("pilih salah satu tafsir sebagai kebijakan, setelah memeriksa sumbernya", holder, about)]
    if finding.answer is Answer.NOT_IN_FORCE:
        return [
            Remedy(f"{_cited(ground)} hanya berlaku {ground.rule.validity.label}", _lawgiver([ground]), about)
            for ground in finding.grounds
            if ground.kind == "outside_time"
        ][:1]
    names = ", ".join(_instruments(finding))
    return [Remedy(f"perubahan {names}", _lawgiver(finding.grounds), about)]


def _lawgiver(grounds: Sequence[Ground]) -> Holder:
    """The region where all these norms are its own."""
    national = any(ground.rule.provision and ground.rule.provision.regulation.national for ground in grounds)
    return Holder.NATION if national else Holder.REGION


def _cited(ground: Ground) -> str:
    return str(ground.rule.provision.citation) if ground.rule.provision else ground.rule.id


def _instruments(finding: Finding) -> tuple[str, ...]:
    named = [ground.rule.provision.regulation.name for ground in finding.grounds if ground.rule.provision]
    return tuple(dict.fromkeys(named))
