"""One line for each of the three core regulations: what it says here, "nothing" and "not read" included."""

from dataclasses import dataclass
from typing import ClassVar

from regpol.decision.case import PeriodAnswer
from regpol.law.model import Core, Modality, Regulation, Rule, Rulebook
from regpol.terms.citation import UNVERIFIED
from regpol.terms.dates import Force


@dataclass(frozen=True)
class CoreLine:
    """What a core regulation says of a case. ``status``: says, instructs, unread, later, nothing, none, assumed."""

    LABELS: ClassVar[dict[str, str]] = {
        "says": "menyatakan",
        "instructs": "menginstruksikan",
        "unread": "belum terbaca",
        "later": "di luar waktu ini",
        "assumed": "ASUMSI",
        "nothing": "tidak memuat",
        "none": "tidak ada",
    }

    core: Core
    regulation: str
    status: str
    text: str
    rules: tuple[str, ...]


def core_lines(rulebook: Rulebook, period: PeriodAnswer, budget_year: int) -> tuple[CoreLine, ...]:
    """A line for each core regulation in one period."""
    return tuple(_line(rulebook, core, period, budget_year) for core in Core)


def _line(rulebook: Rulebook, core: Core, period: PeriodAnswer, budget_year: int) -> CoreLine:
    carried = [
        rule
        for rule in map(rulebook.rule, period.met)
        if rule.assumed and rule.provision and rule.provision.regulation.core is core
    ]
    regulation = core_regulation(rulebook, core, budget_year)
    if carried:
        said = "; ".join(dict.fromkeys(f"{_gist(rulebook, rule)}, {rule.assumed}" for rule in carried))
        return CoreLine(core, regulation.name if regulation else "", "assumed", said, tuple(it.id for it in carried))
    if regulation is None:
        return CoreLine(core, "", "none", f"tidak ada pedoman APBD {budget_year} dalam buku aturan", ())
    rules = [
        rulebook.rule(rule_id)
        for rule_id in period.met
        if (rule := rulebook.rule(rule_id)).provision and rule.provision.regulation is regulation
    ]
    status, text = _say(rulebook, regulation, rules, period.met)
    return CoreLine(core, regulation.name, status, text, tuple(rule.id for rule in rules))


def core_regulation(rulebook: Rulebook, core: Core, budget_year: int) -> Regulation | None:
    """The instrument that fills the place of a core regulation in a budget year, if the rulebook has one."""
    found = [regulation for regulation in rulebook.regulations.values() if regulation.core is core]
    return next((regulation for regulation in found if regulation.validity.covers_year(budget_year)), None)


def _say(rulebook: Rulebook, regulation: Regulation, rules: list[Rule], met: dict[str, Force]) -> tuple[str, str]:
    speaking = [rule for rule in rules if met[rule.id] is Force.YES and rule.norm.modality is not Modality.UNREAD]
    if speaking:
        status = "instructs" if all(rule.instructing for rule in speaking) else "says"
        said = "; ".join(dict.fromkeys(_gist(rulebook, rule) for rule in speaking))
        return status, said
    if any(met[rule.id] is not Force.NO for rule in rules):
        return "unread", "naskahnya mengatur hal ini tetapi belum terbaca; tidak disimpulkan apa pun"
    if rules:
        return "later", f"baru atau hanya berlaku {rules[0].validity.label}"
    if regulation.reading == "tidak_ada":
        return "unread", "naskahnya belum terbaca"
    part = "" if regulation.reading == "lengkap" else " dalam bagian yang terbaca"
    return "nothing", f"tidak memuat ketentuan untuk keadaan ini{part}"


def _gist(rulebook: Rulebook, rule: Rule) -> str:
    bearer = rulebook.term("pihak", rule.norm.bearer).name
    objects = ", ".join(rulebook.term(rule.question.vocabulary, name).short for name in rule.norm.objects)
    where = rule.provision.citation.pinpoint if rule.provision else ""
    where = f"letak {UNVERIFIED}" if where == UNVERIFIED else where
    told = f"{where}; satu dari beberapa tafsir" if rule.reading else where
    return f"{bearer} {_mode(rule)}: {objects} ({told})"


def _mode(rule: Rule) -> str:
    if rule.instructing and rule.norm.modality is Modality.REQUIRED:
        return "diinstruksikan"
    return "tidak memakai" if rule.norm.modality is Modality.EXCLUDED else str(rule.norm.modality)
