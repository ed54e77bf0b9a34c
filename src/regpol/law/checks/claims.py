"""What nothing reads: provisions without a rule, values without a use, entries of lists without a mention."""

from collections.abc import Iterator

from regpol.law.model import WAGES, Modality, Origin, Provision, Rulebook
from regpol.terms.pinpoint import meet
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.law_static import UnclaimedProvision, UnusedEntry, UnusedValue

_NOT_MODELLED = "tidak_dimodelkan"


def check_claims(rulebook: Rulebook) -> Iterator[Problem]:
    """Provisions, values and entries that nothing uses."""
    yield from _provisions(rulebook)
    yield from _values(rulebook)
    yield from _entries(rulebook)


def _provisions(rulebook: Rulebook) -> Iterator[Problem]:
    ruled = {rule.provision.id for rule in rulebook.rules if rule.provision}
    for provision in rulebook.provisions:
        citation = str(provision.citation)
        if provision.role == _NOT_MODELLED and not provision.reason:
            trouble = "ditandai tidak_dimodelkan tanpa alasan"
            yield UnclaimedProvision(place=provision.place, citation=citation, trouble=trouble)
        elif not provision.role and provision.id not in ruled and not _measured(rulebook, provision):
            trouble = "tidak menjadi kaidah, nilai, iuran, atau manfaat, dan tidak diberi sifat_teks"
            yield UnclaimedProvision(place=provision.place, citation=citation, trouble=trouble)


def _measured(rulebook: Rulebook, provision: Provision) -> bool:
    """Whether a value, a contribution, a discount or a benefit rests on a place of this provision."""
    citations = [value.citation for value in rulebook.values.values()]
    citations += [contribution.citation for contribution in rulebook.contributions]
    citations += [discount.citation for discount in rulebook.discounts]
    for benefit in rulebook.benefits:
        citations += [benefit.citation, *(it.citation for it in benefit.items), *(it.citation for it in benefit.steps)]
    alike = (it for it in citations if it.regulation == provision.citation.regulation)
    return any(meet(it.pinpoint, provision.citation.pinpoint) for it in alike)


def _values(rulebook: Rulebook) -> Iterator[Problem]:
    used = {WAGES} | {name for rule in rulebook.rules for name in rule.values}
    used |= {name for contribution in rulebook.contributions for name in contribution.values}
    used |= {name for discount in rulebook.discounts for name in discount.values}
    used |= {name for benefit in rulebook.benefits for name in benefit.values}
    for name, value in rulebook.values.items():
        if name not in used:
            yield UnusedValue(place=value.place, name=name, meaning=value.meaning)


def _entries(rulebook: Rulebook) -> Iterator[Problem]:
    read = {fact for rule in rulebook.rules for fact in rule.facts}
    read |= {test.fact for discount in rulebook.discounts for condition in discount.conditions for test in condition}
    read |= {contribution.measure for contribution in rulebook.contributions}
    implied = {fact for category in rulebook.categories.values() for fact, _ in category.implies}
    rows = {Origin.PERSON, Origin.REGION}
    told = {code for code, fact in rulebook.facts.items() if fact.origin in rows and not fact.orders}
    idle = tuple(code for code in rulebook.facts if code in told - read - implied)
    if idle:
        yield UnusedEntry(place=Place("rules/kosakata/fakta.yaml"), what="fakta", names=idle)
    norms = [rule.norm for rule in rulebook.rules if rule.norm.modality is not Modality.SILENT]
    spoken = {name for norm in norms for name in norm.objects}
    spoken |= {paper for benefit in rulebook.benefits for paper in benefit.papers}
    for what in ("tindakan", "dokumen"):
        unspoken = tuple(code for code in rulebook.vocabulary.get(what, {}) if code not in spoken)
        if unspoken:
            yield UnusedEntry(place=Place("rules/kosakata/istilah.yaml"), what=what, names=unspoken)
