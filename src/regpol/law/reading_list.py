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

_WHOLE = "lengkap"


class Stage(IntEnum):
    """How far a text is from being read at its issuer, worst first."""

    UNREAD = 0
    QUOTED = 1
    MIRRORED = 2


@dataclass(frozen=True)
class ToRead:
    """A regulation with the places that make it this urgent, and what rests on just these places."""

    regulation: Regulation
    stage: Stage
    places: tuple[Covered, ...]
    rules: int
    figures: int
    categories: tuple[str, ...]


def reading_list(book: Rulebook) -> tuple[ToRead, ...]:
    """Every regulation with something below official evidence, by stage and by how much rests on it.

    Where as much rests on two, the core regulation comes first, and then the newer one.
    """
    grades: dict[str, Evidence] = {}
    for figure in figures(book):
        known = Evidence.NOT_FOUND if figure.unread else figure.evidence
        grades[figure.name] = min(known, grades.get(figure.name, known))
    by_name = {it.regulation: it.places for it in coverage(book)}
    found = [_to_read(book, it, by_name.get(it.name, ()), grades) for it in book.regulations.values()]
    return tuple(sorted((one for one in found if one), key=_urgency))


def _to_read(
    book: Rulebook, regulation: Regulation, places: tuple[Covered, ...], grades: dict[str, Evidence]
) -> ToRead | None:
    stages = {place: _stage(place, grades) for place in places if grade(place, grades) < Evidence.OFFICIAL}
    if not stages and regulation.reading == _WHOLE:
        return None
    stage = min(stages.values(), default=Stage.UNREAD)
    urgent = tuple(place for place, own in stages.items() if own is stage)
    named = {name for place in urgent for name in place.by}
    rules = [rule for rule in book.rules if rule.id in named]
    told = len(named & set(grades))
    return ToRead(regulation, stage, urgent, len(rules), told, touched_by(book, rules))


def _urgency(one: ToRead) -> tuple[object, ...]:
    it = one.regulation
    return one.stage, -len(one.categories), -one.rules, -one.figures, it.core is None, -int(it.year), it.slug


def grade(place: Covered, grades: dict[str, Evidence]) -> Evidence:
    """How well a place is known: as well as its provision and every figure that names it."""
    known = [grades[name] for name in place.by if name in grades]
    own = [place.provision.evidence] if place.provision else []
    return min((*own, *known), default=Evidence.NOT_FOUND)


def _stage(place: Covered, grades: dict[str, Evidence]) -> Stage:
    known = grade(place, grades)
    if known is Evidence.NOT_FOUND or (place.provision and place.citation.pinpoint == UNVERIFIED):
        return Stage.UNREAD
    return Stage.QUOTED if known < Evidence.MIRROR else Stage.MIRRORED
