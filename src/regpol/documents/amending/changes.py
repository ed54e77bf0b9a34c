"""The changes that Pasal I lists, each one something that can be done to the old text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from regpol.documents.amending.comparing import Amended, Entry
from regpol.documents.amending.provisions import AnnexText, Path, Provision, Regulation, paths
from regpol.documents.naskah.tree import Kind


class Move(StrEnum):
    """What is done; the values are what a reader sees."""

    CHANGED = "diubah"
    RETITLED = "judul diubah"
    INSERTED = "disisipkan"
    APPENDED = "ditambahkan"
    DELETED = "dihapus"


@dataclass(frozen=True, slots=True)
class Clauses:
    """What happened to the ayat of one article, by their steps in the amended text."""

    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    inserted: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Before, behind ('' at the end), and the ayat that are new there."""
    whole: bool = True
    """Whether the article is better said to be changed as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One number of Pasal I."""

    move: Move
    keys: tuple[Path, ...]
    old: tuple[Provision, ...] = ()
    new: tuple[Provision, ...] = ()
    after: Path = ()
    """What the new one stands right behind."""
    before: Path = ()
    """The next of its own kind that stays; () at the end."""
    behind: Path = ()
    """The last of its own kind before it."""
    clauses: Clauses = Clauses()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexChange:
    """What is done to an annex."""

    move: Move
    name: str
    old: AnnexText | None
    new: AnnexText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Everything that turns the old regulation into the new one."""

    old: Regulation
    new: Regulation
    changes: tuple[Change, ...]
    annexes: tuple[AnnexChange, ...]
    odd: tuple[str, ...] = ()
    """Numbers that could not be given in their order."""


def body_changes(result: Amended) -> tuple[Change, ...]:
    """The changes of the body in the order of the text."""
    where = paths(result.body)
    found: list[Change] = []
    place = 0
    while place < len(result.entries):
        run = _run(result.entries, place)
        found += _of_run(result.entries, where, place, run)
        place += run
    return tuple(found)


def _run(entries: Sequence[Entry], start: int) -> int:
    """How many entries from here on are one change: what is put in together, or struck out with its heading."""
    state = _state(entries[start])
    length = 1
    if state in {Move.INSERTED, Move.DELETED}:
        while start + length < len(entries) and _state(entries[start + length]) is state:
            if entries[start + length].now.kind.heading and not _below(entries[start].now, entries[start + length].now):
                break
            length += 1
    return length


def _below(head: Provision, it: Provision) -> bool:
    order = [Kind.CHAPTER, Kind.PART, Kind.SECTION]
    return head.kind.heading and order.index(head.kind) < order.index(it.kind)


def _state(entry: Entry) -> Move | None:
    if entry.was is None:
        return Move.INSERTED
    if entry.now == entry.was:
        return None
    if entry.now.deleted:
        return Move.DELETED
    return Move.RETITLED if entry.now.kind.heading else Move.CHANGED


def _of_run(entries: Sequence[Entry], where: Sequence[Path], start: int, length: int) -> Iterator[Change]:
    state = _state(entries[start])
    if state is None:
        return
    held = entries[start : start + length]
    keys = tuple(where[start : start + length])
    old = tuple(entry.was for entry in held if entry.was)
    new = tuple(entry.now for entry in held)
    if state is Move.INSERTED:
        before, behind = _neighbours(entries, where, start)
        move = Move.INSERTED if before else Move.APPENDED
        after = where[start - 1] if start else ()
        yield Change(move=move, keys=keys, new=new, after=after, before=before, behind=behind)
    elif state is Move.CHANGED:
        yield Change(move=state, keys=keys, old=old, new=new, clauses=clause_changes(old[0], new[0]))
    else:
        yield Change(move=state, keys=keys, old=old, new=new if state is Move.RETITLED else ())


def _neighbours(entries: Sequence[Entry], where: Sequence[Path], start: int) -> tuple[Path, Path]:
    """The next old one of the same kind and in the same heading, and the last of that kind before."""
    kind, above = entries[start].now.kind, where[start][:-1]
    alike = [at for at, entry in enumerate(entries) if entry.now.kind is kind and where[at][:-1] == above]
    following = next((where[at] for at in alike if at > start and entries[at].was), ())
    return following, next((where[at] for at in reversed(alike) if at < start), ())


def clause_changes(old: Provision, new: Provision) -> Clauses:
    """What happened to the ayat of an article that stays."""
    was = {it.step: it for it in old.clauses}
    now = {it.step: it for it in new.clauses}
    same = (old.title, old.text, old.closing, old.rows) == (new.title, new.text, new.closing, new.rows)
    if not was or not now or not same or not set(was) <= set(now):
        return Clauses()
    changed = tuple(step for step in was if now[step] != was[step] and not now[step].deleted)
    deleted = tuple(step for step in was if now[step].deleted and not was[step].deleted)
    inserted: list[tuple[str, str, tuple[str, ...]]] = []
    row = list(now)
    for place, step in enumerate(row):
        if step in was:
            continue
        before = next((it for it in reversed(row[:place]) if it in was), "")
        behind = next((it for it in row[place:] if it in was), "")
        if inserted and inserted[-1][:2] == (before, behind):
            inserted[-1] = (before, behind, (*inserted[-1][2], step))
        else:
            inserted.append((before, behind, (step,)))
    whole = len(changed) == len([it for it in old.clauses if not it.deleted])
    return Clauses(changed, deleted, tuple(inserted), whole=whole and not deleted and not inserted)


def annex_changes(old: Sequence[AnnexText], new: Sequence[AnnexText]) -> tuple[AnnexChange, ...]:
    """What happened to the annexes; an annex is itself by its number, the only one on both sides in any case."""
    if len(old) == len(new) == 1:
        same = (old[0].title, old[0].rows) == (new[0].title, new[0].rows)
        return () if same else (AnnexChange(move=Move.CHANGED, name=old[0].name, old=old[0], new=new[0]),)
    was, now = {it.number: it for it in old}, {it.number: it for it in new}
    found = []
    for number, it in now.items():
        if number not in was:
            found.append(AnnexChange(move=Move.APPENDED, name=it.name, old=None, new=it))
        elif was[number] != it:
            found.append(AnnexChange(move=Move.CHANGED, name=it.name, old=was[number], new=it))
    for number, gone in was.items():
        if number not in now:
            found.append(AnnexChange(move=Move.DELETED, name=gone.name, old=gone, new=None))
    return tuple(found)
