"""Whether a change is one to amend or one to replace, as far as it can be counted.

The limits and their basis stand in ``templates/perubahan.yaml``. What the essence of a regulation is nobody can
count; a changed subject or scope is only pointed out to the drafter.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.documents.amending.changes import Amendment, Change, Move
from regpol.documents.amending.formulas import spoken
from regpol.documents.amending.phrases import ReplaceWords
from regpol.documents.naskah.tree import Kind
from regpol.terms.language import series


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of the old regulation is touched."""

    touched: int
    """Articles changed, struck out or put in."""
    articles: int
    """Articles in force before, with those put in."""
    headings: tuple[str, ...]
    """Headings put in or struck out."""
    essence: tuple[str, ...]
    """What hints at another essence."""

    @property
    def percent(self) -> int:
        """Rounded up, so that a little more than half is never shown as half."""
        return -(-100 * self.touched // self.articles)


def scale_of(amendment: Amendment) -> Scale:
    """The scale of an amendment."""
    live = [it for it in amendment.old.articles if not it.deleted]
    touched, fresh = 0, 0
    headings: list[str] = []
    for change in amendment.changes:
        held = change.new or change.old
        articles = sum(it.kind is Kind.ARTICLE for it in held)
        touched += articles
        fresh += articles if change.move in {Move.INSERTED, Move.APPENDED} else 0
        if change.move in {Move.INSERTED, Move.APPENDED, Move.DELETED}:
            headings += [spoken(key) for key, it in zip(change.keys, held, strict=True) if it.kind.heading]
    return Scale(touched, len(live) + fresh, tuple(headings), tuple(_essence(amendment)))


def _essence(amendment: Amendment) -> Iterator[str]:
    old, new = amendment.old.name.about, amendment.new.name.about
    if old and old.casefold() != new.casefold():
        yield "hal yang diatur menurut judulnya lain"
    for change in amendment.changes:
        if _scope(change):
            yield f"ruang lingkup dalam {spoken(change.keys[0])} berubah"


def _scope(change: Change) -> bool:
    held = [it.words.casefold() for it in (*change.old, *change.new) if it.kind is Kind.ARTICLE]
    return any(sign in words for words in held for sign in ("tidak berlaku bagi", "ruang lingkup"))


def warnings(amendment: Amendment, words: ReplaceWords) -> tuple[str, ...]:
    """What the drafter must know before amending rather than replacing."""
    scale = scale_of(amendment)
    said = []
    if scale.touched * 100 > words.limit * scale.articles:
        said.append(
            words.substance.format(
                diubah=scale.touched, semua=scale.articles, persen=scale.percent, batas=words.limit, dasar=words.basis
            )
        )
    if scale.headings:
        said.append(words.system.format(yang=series(scale.headings), dasar=words.basis))
    if scale.essence:
        said.append(words.essence.format(yang=series(scale.essence), dasar=words.basis))
    return (*said, *(words.number.format(yang=odd) for odd in amendment.odd))
