"""Citations: do they resolve, was the text read, and was it in force when something rests on it?"""

import re
from collections.abc import Iterator
from datetime import date

from regpol.law.model import Modality, Regulation, Rule, Rulebook
from regpol.terms.citation import Citation, parse_citation
from regpol.terms.dates import Force, Validity, long_date, split_year
from regpol.terms.pinpoint import places
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.law_static import (
    NoDelegation,
    RevokedCited,
    SilenceNotRead,
    UnrecordedCitation,
    UnresolvedCitation,
)


def check_citations(rulebook: Rulebook) -> Iterator[Problem]:
    """Citations of regulations, provisions and silences that do not hold."""
    for regulation in rulebook.regulations.values():
        yield from _delegation(rulebook, regulation)
    for provision in rulebook.provisions:
        amended = provision.citation.amends
        if amended and amended not in rulebook.regulations:
            yield _unresolved(rulebook, provision.place, "pada", amended)
    for rule in rulebook.rules:
        yield from _silence(rulebook, rule)


def _delegation(rulebook: Rulebook, regulation: Regulation) -> Iterator[Problem]:
    for citation in regulation.delegated_by:
        yield from _citation(rulebook, regulation.place, "delegasi", citation)
        yield from _delegator_in_force(rulebook, regulation, citation)
    for name in _named(rulebook, regulation.undelegated):
        if name not in rulebook.regulations:
            field, known = "tanpa_delegasi", tuple(rulebook.regulations)
            yield UnrecordedCitation(place=regulation.place, field=field, given=name, known=known)
    needed = regulation.kind in rulebook.ladder.delegated and _speaks(rulebook, regulation)
    if needed and not regulation.delegated_by and not regulation.undelegated:
        kind = rulebook.ladder.names[regulation.kind]
        yield NoDelegation(place=regulation.place, regulation=regulation.name, kind=kind)


def _speaks(rulebook: Rulebook, regulation: Regulation) -> bool:
    """Whether a norm was read in it; of a text nobody read, nobody knows what ordered it."""
    own = (rule for rule in rulebook.rules if rule.provision and rule.provision.regulation is regulation)
    return any(rule.norm.modality is not Modality.UNREAD for rule in own)


def _named(rulebook: Rulebook, text: str) -> Iterator[str]:
    """The regulations a sentence names, by the short names in use here."""
    kinds = sorted({name.rpartition(" ")[0] for name in rulebook.regulations}, key=len, reverse=True)
    if kinds:
        yield from re.findall(rf"\b(?:{'|'.join(map(re.escape, kinds))}) [\w.-]+/\d{{4}}", text)


def _citation(rulebook: Rulebook, place: Place, field: str, citation: Citation) -> Iterator[Problem]:
    if citation.regulation not in rulebook.regulations:
        yield _unresolved(rulebook, place, field, citation.regulation)
        return
    pinpoints = tuple(_pinpoints(rulebook, citation.regulation))
    if citation.pinpoint and not _recorded(citation.pinpoint, pinpoints):
        known = pinpoints or ("belum ada ketentuan",)
        yield UnrecordedCitation(place=place, field=field, given=str(citation), known=known)


def _recorded(cited: str, pinpoints: tuple[str, ...]) -> bool:
    """Whether each place that is cited is, holds or lies in a recorded one."""
    known = [place for pinpoint in pinpoints for place in places(pinpoint)]
    return all(any(one[: len(it)] == it[: len(one)] for it in known) for one in places(cited))


def _pinpoints(rulebook: Rulebook, regulation: str) -> Iterator[str]:
    """Where something of a regulation is recorded, in its own file or in that of one that amends it."""
    for provision in rulebook.provisions:
        if regulation in {provision.citation.regulation, provision.citation.amends}:
            yield provision.citation.pinpoint


def _unresolved(rulebook: Rulebook, place: Place, field: str, given: str) -> UnresolvedCitation:
    return UnresolvedCitation(place=place, field=field, given=given, known=tuple(rulebook.regulations))


def _delegator_in_force(rulebook: Rulebook, regulation: Regulation, citation: Citation) -> Iterator[Problem]:
    delegator = rulebook.regulations.get(citation.regulation)
    begins = regulation.validity.since
    if delegator is None or begins == Validity().since:
        return
    days = begins.earliest, begins.latest
    if all(delegator.validity.on(day, _year(delegator, day)) is Force.NO for day in days):
        when = f"{regulation.name} mulai berlaku {long_date(begins.latest)}"
        yield _revoked(regulation.place, "delegasi", delegator, when)


def _year(regulation: Regulation, day: date) -> int:
    return regulation.validity.years[0] if regulation.validity.years else day.year


def _revoked(place: Place, field: str, cited: Regulation, when: str) -> RevokedCited:
    validity = f"berlaku {cited.validity.label}"
    return RevokedCited(place=place, field=field, given=cited.name, validity=validity, when=when)


def _silence(rulebook: Rulebook, rule: Rule) -> Iterator[Problem]:
    for name in rule.read:
        regulation = rulebook.regulations.get(name)
        if regulation and regulation.reading == "tidak_ada":
            yield SilenceNotRead(place=rule.place, regulation=name)
    yield from _read_in_force(rulebook, rule)
    if rule.room:
        yield from _room(rulebook, rule)


def _read_in_force(rulebook: Rulebook, rule: Rule) -> Iterator[Problem]:
    """At any time, something that was read is in force; a silence of revoked texts alone says nothing."""
    known = [rulebook.regulations[name] for name in rule.read if name in rulebook.regulations]
    for day, year in _moments(rulebook, rule):
        if known and all(regulation.validity.on(day, year) is Force.NO for regulation in known):
            when = f"pada {long_date(day)}, tahun anggaran {year}, tidak satu pun naskah yang dibaca berlaku"
            yield _revoked(rule.place, "dibaca", known[-1], when)
            return


def _moments(rulebook: Rulebook, rule: Rule) -> Iterator[tuple[date, int]]:
    """A day of every period in which the rule is in force."""
    cuts = tuple(sorted({cut for regulation in rulebook.regulations.values() for cut in regulation.validity.cuts}))
    for year in rulebook.budget_years:
        for period in split_year(year, tuple(sorted({*cuts, *rule.validity.cuts}))):
            if rule.validity.on(period.start, year) is Force.YES:
                yield period.start, year


def _room(rulebook: Rulebook, rule: Rule) -> Iterator[Problem]:
    citation = parse_citation(rule.room)
    if citation is None:
        yield _unresolved(rulebook, rule.place, "ruang", rule.room)
        return
    yield from _citation(rulebook, rule.place, "ruang", citation)
    regulation = rulebook.regulations.get(citation.regulation)
    if regulation is None:
        return
    for day, year in _moments(rulebook, rule):
        if regulation.validity.on(day, year) is Force.NO:
            when = f"butir ini berlaku pada {long_date(day)}, tahun anggaran {year}"
            yield _revoked(rule.place, "ruang", regulation, when)
            return
