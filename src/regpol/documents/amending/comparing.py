"""The old regulation as it will stand: the new words under the old numbers.

What goes on keeps its number, what is new gets a number with a letter, what is gone stays counted. References
in the new words are written with these numbers, so that renumbering alone is never a change.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regpol.documents.amending import marks, pairs
from regpol.documents.amending.pointing import rewritten
from regpol.documents.amending.provisions import Path, Provision, Regulation, parents, paths
from regpol.documents.naskah.tree import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading or article of the amended text, and the one it was."""

    now: Provision
    was: Provision | None
    fresh: Provision | None = None
    """The provision of the new text it comes from, with its bases; None if it is gone."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The whole row, and where a number could not be given in order."""

    entries: tuple[Entry, ...]
    odd: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[Provision, ...]:
        """The amended text itself."""
        return tuple(entry.now for entry in self.entries)


def amended(old: Regulation, new: Regulation) -> Amended:
    """The old regulation with the words of the new one."""
    return _Numbering(old.body, new.body).result()


class _Numbering:
    def __init__(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        self.old, self.new = old, new
        self.pairs = pairs.of_bodies(old, new)
        self.back = {former: fresh for fresh, former in self.pairs.items()}
        self.where_old, self.where_new = paths(old), paths(new)
        self.odd: list[str] = []
        self.order = self._order()
        self.steps: dict[int, str] = {}
        self.renamed: dict[Path, Path] = {}
        self.clauses: dict[int, pairs.Pairs] = {}

    def result(self) -> Amended:
        self._number()
        for at, path in enumerate(self.where_new):
            self.renamed[path] = self._path(at)
        for at, it in enumerate(self.new):
            if it.kind is Kind.ARTICLE:
                self._number_clauses(at)
        return Amended(tuple(self._entry(former, fresh) for former, fresh in self.order), tuple(self.odd))

    def _order(self) -> list[tuple[int | None, int | None]]:
        """The row of the amended text: places in the old and in the new one."""
        made: list[tuple[int | None, int | None]] = []
        behind: dict[int, list[int]] = {}
        last = -1
        for fresh in range(len(self.new)):
            last = self.pairs.get(fresh, last)
            if fresh not in self.pairs:
                behind.setdefault(last, []).append(fresh)
        made += [(None, fresh) for fresh in behind.get(-1, [])]
        for former in range(len(self.old)):
            made.append((former, self.back.get(former)))
            made += [(None, fresh) for fresh in behind.get(former, [])]
        return made

    def _number(self) -> None:
        """Gives every element of the new row its mark, series by series."""
        over = self._parents_of_order()
        series: dict[tuple[Kind, int], list[int]] = {}
        for place, (former, fresh) in enumerate(self.order):
            it = self.old[former] if former is not None else self.new[fresh]  # type: ignore[index]
            kept = it.kind in {Kind.ARTICLE, Kind.CHAPTER}
            series.setdefault((it.kind, -1 if kept else over[place]), []).append(place)
        for (kind, _), places in series.items():
            known = [self.old[former].mark if (former := self.order[at][0]) is not None else "" for at in places]
            for at, mark in zip(places, self._filled(kind, known), strict=True):
                fresh = self.order[at][1]
                if fresh is not None:
                    self.steps[fresh] = mark

    def _parents_of_order(self) -> list[int]:
        row = [self.old[former] if former is not None else self.new[fresh] for former, fresh in self.order]  # type: ignore[index]
        return parents(row)

    def _filled(self, kind: Kind, known: Sequence[str]) -> list[str]:
        """The marks of a series; '' stands for one that needs a number."""
        taken = {mark for mark in known if mark}
        made: list[str] = []
        for place, mark in enumerate(known):
            given = mark
            if not mark:
                before = made[-1] if made else ""
                following = next((it for it in known[place:] if it), "")
                given = _fitting(kind, before, following, taken)
                taken.add(given)
                if not marks.in_order(kind, before, given, following):
                    self.odd.append(Provision(kind=kind, mark=given).step)
            made.append(given)
        return made

    def _path(self, fresh: int) -> Path:
        if self.new[fresh].kind is Kind.ARTICLE:
            return (f"Pasal {self.steps[fresh]}",)
        above = parents(self.new)[fresh]
        own = replace(self.new[fresh], mark=self.steps[fresh]).step
        return (*(self._path(above) if above >= 0 else ()), own)

    def _number_clauses(self, fresh: int) -> None:
        it, path = self.new[fresh], self.where_new[fresh]
        former = self.pairs.get(fresh)
        if former is None or not it.clauses or not self.old[former].clauses:
            return
        was = self.old[former].clauses
        found = pairs.of_clauses(was, it.clauses, (self.where_old[former], path))
        self.clauses[fresh] = found
        known, places = _merged(len(was), len(it.clauses), found)
        given = self._filled(Kind.CLAUSE, [was[at].mark if at is not None else "" for at, _ in known])
        for at, place in places.items():
            mark = given[place]
            self.renamed[(*path, it.clauses[at].step)] = (*self.renamed[path], f"ayat {mark}")

    def _rename(self, path: Path) -> Path:
        for length in range(len(path), 0, -1):
            if path[:length] in self.renamed:
                return (*self.renamed[path[:length]], *path[length:])
        return path

    def _entry(self, former: int | None, fresh: int | None) -> Entry:
        was = self.old[former] if former is not None else None
        if fresh is None:
            assert was is not None
            return Entry(was if was.deleted else _struck(was), was)
        it = self.new[fresh]
        if it.kind is not Kind.ARTICLE:
            return Entry(replace(it, mark=self.steps[fresh]), was, it)
        now = self._rewritten(it, self.where_new[fresh])
        if fresh in self.clauses and was is not None:
            now = replace(now, children=self._with_struck(fresh, was, now))
        now = replace(now, mark=self.steps[fresh])
        return Entry(was if was == now else now, was, it)

    def _rewritten(self, it: Provision, path: Path) -> Provision:
        """The provision with its numbers and references as they will be."""
        return replace(
            it,
            mark=self._rename(path)[-1].partition(" ")[2],
            text=rewritten(it.text, path, self._rename),
            closing=rewritten(it.closing, path, self._rename),
            rows=tuple(rewritten(row, path, self._rename) for row in it.rows),
            explained=tuple(rewritten(said, path, self._rename) for said in it.explained),
            children=tuple(self._rewritten(child, (*path, child.step)) for child in it.children),
        )

    def _with_struck(self, fresh: int, was: Provision, now: Provision) -> tuple[Provision, ...]:
        known, _ = _merged(len(was.clauses), len(now.children), self.clauses[fresh])
        made = []
        for former, at in known:
            if at is not None:
                made.append(now.children[at])
            elif former is not None:
                made.append(_struck(was.clauses[former]))
        return tuple(made)


def _merged(old: int, new: int, found: pairs.Pairs) -> tuple[list[tuple[int | None, int | None]], dict[int, int]]:
    """Old and new places in one row, and where in it each new place stands."""
    row: list[tuple[int | None, int | None]] = []
    back = {former: fresh for fresh, former in found.items()}
    last = -1
    behind: dict[int, list[int]] = {}
    for fresh in range(new):
        last = found.get(fresh, last)
        if fresh not in found:
            behind.setdefault(last, []).append(fresh)
    row += [(None, fresh) for fresh in behind.get(-1, [])]
    for former in range(old):
        row.append((former, back.get(former)))
        row += [(None, fresh) for fresh in behind.get(former, [])]
    return row, {fresh: place for place, (_, fresh) in enumerate(row) if fresh is not None}


def _fitting(kind: Kind, before: str, following: str, taken: set[str]) -> str:
    if not before:
        number = 1
        while marks.write(kind, number) in taken:
            number += 1
        return marks.write(kind, number)
    if not following:
        mark = marks.after(kind, before)
        while mark in taken:
            mark = marks.after(kind, mark)
        return mark
    return marks.between(kind, before, following, taken)


def _struck(it: Provision) -> Provision:
    return Provision(kind=it.kind, mark=it.mark, deleted=True)
