"""What a lawyer has to obtain and read, most needed first.

A text is obtained whole, so the list is of regulations; what rests on each is counted, and what is known of
it only by hearsay is named.
"""

from dataclasses import dataclass
from enum import IntEnum

from regpol.law.coverage import Covered, coverage
from regpol.law.figures import figures
from regpol.law.model import Regulation, Rulebook
from regpol.law.touched import touched_by
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED


class Stage(IntEnum):
    """How far a text is from being read at its issuer, worst first."""

    UNREAD = 0
    QUOTED = 1
    MIRRORED = 2


@dataclass(frozen=True)
class ToRead:
    """A regulation with the places that are not known from its official text."""

    regulation: Regulation
    stage: Stage
    places: tuple[Covered, ...]
    rules: int
    figures: int
    categories: tuple[str, ...]


def reading_list(book: Rulebook) -> tuple[ToRead, ...]:
    """Every regulation with something below official evidence, by stage and by how much rests on it."""
    found = []
    by_name = {it.regulation: it.places for it in coverage(book)}
    grades = {figure.name: figure.evidence for figure in figures(book)}
    for regulation in book.regulations.values():
        weak = tuple(place for place in by_name.get(regulation.name, ()) if grade(place, grades) < Evidence.OFFICIAL)
        if not weak and regulation.reading == "lengkap":
            continue
        own = [rule for rule in book.rules if rule.provision and rule.provision.regulation is regulation]
        told = [figure for figure in figures(book) if figure.citation.regulation == regulation.name]
        stage = min((_stage(place, grades) for place in weak), default=Stage.UNREAD)
        found.append(ToRead(regulation, stage, weak, len(own), len(told), touched_by(book, own)))
    return tuple(
        sorted(found, key=lambda it: (it.stage, -len(it.categories), -it.rules, -it.figures, it.regulation.slug))
    )


def grade(place: Covered, grades: dict[str, Evidence]) -> Evidence:
    """How well a place is known: as its provision says, or as the figures that name it do."""
    if place.provision:
        return place.provision.evidence
    return min((grades[name] for name in place.by if name in grades), default=Evidence.NOT_FOUND)


def _stage(place: Covered, grades: dict[str, Evidence]) -> Stage:
    known = grade(place, grades)
    if known is Evidence.NOT_FOUND or (place.provision and place.citation.pinpoint == UNVERIFIED):
        return Stage.UNREAD
    return Stage.QUOTED if known < Evidence.MIRROR else Stage.MIRRORED
