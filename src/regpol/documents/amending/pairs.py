"""Which provision of the old text is which of the new one, by wording and not by number."""

import re
from collections.abc import Sequence

from regpol.documents.amending.pointing import masked
from regpol.documents.amending.provisions import Path, Provision, parents, paths
from regpol.documents.naskah.tree import Kind, Unit, Words
from regpol.documents.redline.pairing import Pairing, likeness, longest_rise
from regpol.documents.word_back.edited import Clause

Pairs = dict[int, int]
"""From the place in the new row to the place in the old one; both rise together."""


def of_bodies(old: Sequence[Provision], new: Sequence[Provision]) -> Pairs:
    """Headings and articles that go on; what changed places counts as gone and come anew."""
    live = [place for place, it in enumerate(old) if not it.deleted]
    found = _paired(_body_clauses(old, live), _body_clauses(new, range(len(new))))
    pairs = {fresh: live[former] for fresh, former in found.items()}
    pairs = _with_retitled(_with_distant_kin(_in_order(pairs), old, new), old, new)
    for kind in (Kind.CHAPTER, Kind.ARTICLE):
        pairs = _first_kept(pairs, _places(old, kind), [at for at, it in enumerate(new) if it.kind is kind])
    for kind in (Kind.PART, Kind.SECTION):
        pairs = _firsts_of_headings(pairs, kind, old, new)
    return _in_order(pairs)


def _with_distant_kin(pairs: Pairs, old: Sequence[Provision], new: Sequence[Provision]) -> Pairs:
    """Between two that go on, an article still knows the one it was by a third of its words."""
    made = dict(pairs)
    for fresh, it in enumerate(new):
        if fresh in made or it.kind is not Kind.ARTICLE:
            continue
        before = max((made[at] for at in made if at < fresh), default=-1)
        behind = min((made[at] for at in made if at > fresh), default=len(old))
        free = [at for at in range(before + 1, behind) if old[at].kind is Kind.ARTICLE and not old[at].deleted]
        like = {at: likeness(_bag(old[at]), _bag(it)) for at in free}
        if like and max(like.values()) >= _KIN:
            made[fresh] = max(free, key=lambda at: like[at])
    return made


def _with_retitled(pairs: Pairs, old: Sequence[Provision], new: Sequence[Provision]) -> Pairs:
    """A heading whose title is another, but which most of the same articles stand under, goes on."""
    made = dict(pairs)
    for fresh, it in enumerate(new):
        if fresh in made or not it.kind.heading:
            continue
        inside = {made[at] for at in _below(new, fresh) if at in made}
        for former in _places(old, it.kind):
            held = [at for at in _below(old, former) if not old[at].deleted]
            if former not in made.values() and 2 * len(inside.intersection(held)) > len(held):
                made[fresh] = former
    return made


def _below(body: Sequence[Provision], heading: int) -> list[int]:
    """The articles that stand under a heading, at whatever depth."""
    rank = _RANKS.index(body[heading].kind)
    found = []
    for at in range(heading + 1, len(body)):
        if body[at].kind in _RANKS[: rank + 1]:
            break
        if body[at].kind is Kind.ARTICLE:
            found.append(at)
    return found


_RANKS = (Kind.CHAPTER, Kind.PART, Kind.SECTION)
_KIN = 0.3


def _bag(it: Provision) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", masked(it.words, (it.step,)).casefold()))


def of_clauses(old: Sequence[Provision], new: Sequence[Provision], here: tuple[Path, Path]) -> Pairs:
    """Ayat that go on; between two that do, those left over go on too, however much of them changed."""
    live = [place for place, it in enumerate(old) if not it.deleted]
    found = _paired(
        [_clause(old[at], here[0], f"o{at}", "") for at in live],
        [_clause(it, here[1], f"n{at}", "") for at, it in enumerate(new)],
    )
    pairs = _in_order({fresh: live[former] for fresh, former in found.items()})
    for fresh in range(len(new)):
        if fresh not in pairs:
            before = max((pairs[at] for at in pairs if at < fresh), default=-1)
            behind = min((pairs[at] for at in pairs if at > fresh), default=len(old))
            free = [at for at in live if before < at < behind]
            if free:
                pairs[fresh] = free[0]
    return _first_kept(pairs, live, list(range(len(new))))


def _places(body: Sequence[Provision], kind: Kind) -> list[int]:
    return [at for at, it in enumerate(body) if it.kind is kind and not it.deleted]


def _paired(old: Sequence[Clause], new: Sequence[Clause]) -> Pairs:
    return dict(Pairing(old, new).back)


def _body_clauses(body: Sequence[Provision], places: Sequence[int]) -> list[Clause]:
    where, above = paths(body), parents(body)
    return [_clause(body[at], where[at], str(at), str(above[at]) if above[at] >= 0 else "") for at in places]


def _clause(it: Provision, here: Path, eid: str, parent: str) -> Clause:
    article = it.kind is Kind.ARTICLE
    own = masked(f"{it.title} {it.text} {' '.join(it.rows)} {it.closing}".strip(), here)
    below = [masked(child.words, (*here, child.step)) for child in it.children]
    unit = Unit(
        kind=it.kind,
        number=0,
        eid=eid,
        address=" ".join(here),
        title="" if article else it.title,
        children=tuple(
            Unit(kind=Kind.CLAUSE, number=0, eid="", address="", lead=(Words(words),)) for words in below if article
        ),
    )
    text = own if article else " ".join([own, *below])
    return Clause(
        unit=unit, part="batang", mark=it.step, parent=parent, text=(text,), before=(), paragraphs=(), typed=True
    )


def _in_order(pairs: Pairs) -> Pairs:
    fresh = sorted(pairs)
    kept = set(longest_rise([pairs[at] for at in fresh]))
    return {at: pairs[at] for at in fresh if pairs[at] in kept}


def _first_kept(pairs: Pairs, old: Sequence[int], new: Sequence[int]) -> Pairs:
    """Nothing can be put in front of the first number: the first new one takes the first old one's place."""
    if not old or not new or new[0] in pairs or not any(at in pairs for at in new):
        return pairs
    held = {at: former for at, former in pairs.items() if former != old[0]}
    return held | {new[0]: old[0]}


def _firsts_of_headings(pairs: Pairs, kind: Kind, old: Sequence[Provision], new: Sequence[Provision]) -> Pairs:
    over_old, over_new = parents(old), parents(new)
    for parent in sorted({over_new[at] for at, it in enumerate(new) if it.kind is kind}):
        series = [at for at, it in enumerate(new) if it.kind is kind and over_new[at] == parent]
        former = pairs.get(parent, -2)
        known = [at for at in _places(old, kind) if over_old[at] == former]
        strangers = {at for at in series if at in pairs and over_old[pairs[at]] != former}
        pairs = {at: place for at, place in pairs.items() if at not in strangers}
        pairs = _first_kept(pairs, known, series)
    return pairs
