"""Which places of each regulation something in the rulebook answers for, and which nothing does.

A place counts as claimed only by what names it: a rule written under it, a figure whose pinpoint meets it,
or the author's own word that it is a definition, a procedure, or left out for a reason. Words of the text
are never searched.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from regpol.law.figures import Figure, figures
from regpol.law.model import Modality, Provision, Rule, Rulebook
from regpol.terms.citation import Citation
from regpol.terms.pinpoint import inside, left_over


class Claim(StrEnum):
    """What answers for a place; values are the words a reader sees."""

    RULE = "kaidah"
    FIGURE = "nilai, iuran, atau manfaat"
    UNREAD = "belum terbaca"
    DEFINITION = "definisi"
    PROCEDURE = "prosedur"
    NOT_MODELLED = "tidak dimodelkan"
    UNCLAIMED = "belum diurus"


_ROLES = {
    "definisi": Claim.DEFINITION,
    "prosedur": Claim.PROCEDURE,
    "tidak_dimodelkan": Claim.NOT_MODELLED,
}


@dataclass(frozen=True)
class Covered:
    """A place and what answers for it; ``by`` are ids of rules and names of figures."""

    citation: Citation
    claim: Claim
    by: tuple[str, ...]
    gist: str
    reason: str
    provision: Provision | None


@dataclass(frozen=True)
class Coverage:
    """The places of one regulation."""

    regulation: str
    places: tuple[Covered, ...]

    @property
    def counts(self) -> Counter[Claim]:
        """How many places each claim has."""
        return Counter(place.claim for place in self.places)

    @property
    def unclaimed(self) -> int:
        """How many places nothing answers for."""
        return self.counts[Claim.UNCLAIMED]


def coverage(book: Rulebook) -> tuple[Coverage, ...]:
    """Every regulation with its places, those that only figures name included."""
    told = figures(book)
    rules: dict[str, list[Rule]] = {}
    for rule in book.rules:
        if rule.provision:
            rules.setdefault(rule.provision.id, []).append(rule)
    made = []
    for name in dict.fromkeys((*book.regulations, *(figure.citation.regulation for figure in told))):
        provisions = [provision for provision in book.provisions if provision.citation.regulation == name]
        own = [figure for figure in told if figure.citation.regulation == name]
        places = [_provision(it, rules.get(it.id, []), own) for it in provisions]
        made.append(Coverage(name, (*places, *_only_figures(provisions, own))))
    return tuple(made)


def _provision(provision: Provision, rules: list[Rule], own: list[Figure]) -> Covered:
    resting = [figure for figure in own if figure.rests_on(provision) and _told_here(provision, figure)]
    by = tuple(dict.fromkeys((*(rule.id for rule in rules), *(figure.name for figure in resting))))
    return Covered(
        provision.citation, _claim(provision, rules, resting), by, provision.gist, provision.reason, provision
    )


def _told_here(provision: Provision, figure: Figure) -> bool:
    """Where the author says what a provision is, a figure that names the whole article does not say otherwise."""
    return not provision.role or inside(figure.citation.pinpoint, provision.citation.pinpoint)


def _claim(provision: Provision, rules: list[Rule], resting: list[Figure]) -> Claim:
    if any(rule.norm.modality is not Modality.UNREAD for rule in rules):
        return Claim.RULE
    if resting:
        return Claim.FIGURE
    if rules:
        return Claim.UNREAD
    role = _ROLES.get(provision.role, Claim.UNCLAIMED)
    return Claim.UNCLAIMED if role is Claim.NOT_MODELLED and not provision.reason else role


def _only_figures(provisions: list[Provision], own: list[Figure]) -> Iterator[Covered]:
    alone: dict[Citation, list[Figure]] = {}
    held = tuple(provision.citation.pinpoint for provision in provisions)
    for figure in own:
        if left_over(figure.citation.pinpoint, held):
            alone.setdefault(figure.citation, []).append(figure)
    for citation, named in alone.items():
        gist = "; ".join(figure.meaning for figure in named)
        by = tuple(dict.fromkeys(figure.name for figure in named))
        yield Covered(citation, Claim.FIGURE, by, gist, "", None)
