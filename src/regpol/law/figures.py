"""What rests on a provision beside rules: dated values, how contributions are made up, discounts, benefits."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.law.model import Benefit, Provision, Rulebook, Source, Value
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.pinpoint import meet


@dataclass(frozen=True)
class Figure:
    """One of them, whichever kind it is.

    ``values`` are the values it is made up from, ``about`` the entries of closed lists it is for; ``unread``
    where something of it is known to exist and was not found.
    """

    kind: str
    name: str
    meaning: str
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    values: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    unread: bool = False

    def rests_on(self, provision: Provision) -> bool:
        """Whether its pinpoint names a place of the provision."""
        same = self.citation.regulation == provision.citation.regulation
        return same and meet(self.citation.pinpoint, provision.citation.pinpoint)


def figures(book: Rulebook) -> tuple[Figure, ...]:
    """All of them, values first; a benefit stands once for each place it names."""
    values = (value_figure(value) for value in book.values.values())
    return (*values, *_contributions(book), *_discounts(book), *(it for one in book.benefits for it in _benefit(one)))


def value_figure(value: Value) -> Figure:
    """A value, as well known as the weakest row that was found."""
    evidence = min((row.evidence for row in value.rows), default=Evidence.NOT_FOUND)
    unread = bool(value.unread) or not value.rows
    sources = tuple(dict.fromkeys(source for row in value.rows for source in row.sources))
    return Figure("nilai", value.name, value.meaning, value.citation, evidence, sources, unread=unread)


def _contributions(book: Rulebook) -> Iterator[Figure]:
    for it in book.contributions:
        programme, segment = book.term("program", it.programme), book.term("segmen", it.segment)
        meaning = f"Susunan iuran {programme.short} bagi {segment.name.lower()}"
        about = (("program", it.programme), ("segmen", it.segment))
        name = f"{it.programme} {it.segment}"
        yield Figure("iuran", name, meaning, it.citation, it.evidence, it.sources, it.values, about)


def _discounts(book: Rulebook) -> Iterator[Figure]:
    for it in book.discounts:
        programmes = " dan ".join(book.term("program", code).short for code in it.programmes)
        meaning = f"Keringanan iuran {programmes} bagi {book.term('segmen', it.segment).name.lower()}"
        about = (*(("program", code) for code in it.programmes), ("segmen", it.segment))
        yield Figure("keringanan", it.id, meaning, it.citation, it.evidence, it.sources, it.values, about)


def _benefit(it: Benefit) -> Iterator[Figure]:
    about = (("program", it.programme), *(("segmen", code) for code in it.segments))
    parts = [(it.citation, it.evidence, it.sources, f"Manfaat {it.programme.upper()}: {it.group or it.id}")]
    parts += [(item.citation, item.evidence, item.sources, item.text) for item in it.items]
    parts += [(step.citation, step.evidence, step.sources, step.text) for step in it.steps]
    seen = set()
    for citation, evidence, sources, text in parts:
        if citation not in seen:
            seen.add(citation)
            yield Figure("manfaat", it.id, text, citation, evidence, sources, it.values, about)
