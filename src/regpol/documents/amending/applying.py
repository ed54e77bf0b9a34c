"""Puts an amendment into the old text: the consolidated text, and the proof that the amendment says what it should."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from regpol.documents.amending.changes import Amendment, AnnexChange, Change, Move, annex_changes, body_changes
from regpol.documents.amending.comparing import amended
from regpol.documents.amending.marks import write
from regpol.documents.amending.pointing import rewritten
from regpol.documents.amending.provisions import AnnexText, Path, Provision, Regulation, parents, paths
from regpol.documents.naskah.tree import Kind
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.amending import NothingToAmend, NotReproduced


def amendment_of(old: Regulation, new: Regulation) -> Amendment:
    """The amendment that turns the old regulation into the new one, proved by doing it.

    Raises:
        Refused: if nothing differs, or if the changes found do not give the new text.
    """
    result = amended(old, new)
    changes, annexes = body_changes(result), annex_changes(old.annexes, new.annexes)
    if not changes and not annexes:
        raise Refused(NothingToAmend(place=NOWHERE, given=len(old.articles)))
    made = Amendment(old=old, new=new, changes=changes, annexes=annexes, odd=result.odd)
    wrong = _differences(renumbered(applied(made).body), renumbered(new.body))
    if wrong:
        raise Refused(NotReproduced(place=NOWHERE, given=", ".join(wrong[:5])))
    return made


def applied(amendment: Amendment) -> Regulation:
    """The old regulation with every change in it; what is struck out stays counted."""
    body = tuple(amendment.old.body)
    for change in amendment.changes:
        body = _done(body, change)
    return replace(amendment.old, body=body, annexes=_annexed(amendment.old.annexes, amendment.annexes))


def _done(body: tuple[Provision, ...], change: Change) -> tuple[Provision, ...]:
    where = paths(body)
    if change.move in {Move.INSERTED, Move.APPENDED}:
        at = where.index(change.after) + 1 if change.after else 0
        return (*body[:at], *change.new, *body[at:])
    made = list(body)
    for place, key in enumerate(change.keys):
        at = where.index(key)
        gone = change.move is Move.DELETED
        made[at] = Provision(kind=body[at].kind, mark=body[at].mark, deleted=True) if gone else change.new[place]
    return tuple(made)


def _annexed(annexes: Sequence[AnnexText], changes: Sequence[AnnexChange]) -> tuple[AnnexText, ...]:
    made = list(annexes)
    for change in changes:
        if change.old is not None:
            at = made.index(change.old)
            made[at : at + 1] = [change.new] if change.new else []
        elif change.new:
            made.append(change.new)
    return tuple(made)


def renumbered(body: Sequence[Provision]) -> tuple[Provision, ...]:
    """The text as if written anew: nothing struck out, numbers in a row, references following them."""
    body = tuple(replace(it, children=tuple(c for c in it.children if not c.deleted)) for it in body if not it.deleted)
    where, over = paths(body), parents(body)
    counts: Counter[tuple[Kind, int]] = Counter()
    given: list[str] = []
    renamed: dict[Path, Path] = {}
    for at, it in enumerate(body):
        series = (it.kind, -1 if it.kind in {Kind.ARTICLE, Kind.CHAPTER} else over[at])
        counts[series] += 1
        given.append(write(it.kind, counts[series]))
        own = replace(it, mark=given[-1])
        above = () if it.kind is Kind.ARTICLE or over[at] < 0 else renamed[where[over[at]]]
        renamed[where[at]] = (*above, own.step)
        for number, clause in enumerate(it.clauses, 1):
            renamed[(*where[at], clause.step)] = (own.step, f"ayat ({number})")

    def follow(path: Path) -> Path:
        for length in range(len(path), 0, -1):
            if path[:length] in renamed:
                return (*renamed[path[:length]], *path[length:])
        return path

    def anew(it: Provision, path: Path) -> Provision:
        return replace(
            it,
            mark=follow(path)[-1].partition(" ")[2],
            text=rewritten(it.text, path, follow),
            closing=rewritten(it.closing, path, follow),
            rows=tuple(rewritten(row, path, follow) for row in it.rows),
            children=tuple(anew(child, (*path, child.step)) for child in it.children),
        )

    return tuple(
        replace(anew(it, where[at]), mark=given[at]) if it.kind is Kind.ARTICLE else replace(it, mark=given[at])
        for at, it in enumerate(body)
    )


def _differences(one: Sequence[Provision], other: Sequence[Provision]) -> list[str]:
    found = [b.step for a, b in zip(one, other, strict=False) if a != b]
    longer = max(one, other, key=len)
    return found + [it.step for it in longer[min(len(one), len(other)) :]]
