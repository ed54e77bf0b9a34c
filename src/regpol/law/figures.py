"""What rests on a provision beside rules: dated values and how contributions are made up."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.law.model import Provision, Rulebook, Source, Value
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.pinpoint import meet


@dataclass(frozen=True)
class Figure:
    """One of them, whichever kind it is.

    ``values`` are the values it is made up from, ``about`` the entries of closed lists it is for.
    """

    kind: str
    name: str
    meaning: str
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    values: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()

    def rests_on(self, provision: Provision) -> bool:
        """Whether its pinpoint names a place of the provision."""
        same = self.citation.regulation == provision.citation.regulation
        return same and meet(self.citation.pinpoint, provision.citation.pinpoint)


def figures(book: Rulebook) -> tuple[Figure, ...]:
    """All of them, values first."""
    return (*(value_figure(value) for value in book.values.values()), *_contributions(book))


def value_figure(value: Value) -> Figure:
    """A value, as well known as its weakest row; without a row nothing of it is known."""
    evidence = min((row.evidence for row in value.rows), default=Evidence.NOT_FOUND)
    sources = tuple(dict.fromkeys(source for row in value.rows for source in row.sources))
    return Figure("nilai", value.name, value.meaning, value.citation, evidence, sources)


def _contributions(book: Rulebook) -> Iterator[Figure]:
    for it in book.contributions:
        programme, segment = book.term("program", it.programme), book.term("segmen", it.segment)
        used = (*(share.value for share in it.shares), *((it.cap,) if it.cap else ()))
        meaning = f"Susunan iuran {programme.short} bagi {segment.name.lower()}"
        name = f"{it.programme} {it.segment}"
        about = (("program", it.programme), ("segmen", it.segment))
        yield Figure("iuran", name, meaning, it.citation, it.evidence, it.sources, used, about)
