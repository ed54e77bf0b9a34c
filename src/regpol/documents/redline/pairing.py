"""Finds which clause of one paper is which of the other.

The same words come first, whatever number they carry: between two drafts of ours an article that was put in
moves the marks of all later ones. Then the words regpol wrote it with, which the file remembers. Then the mark,
which is the clause itself in a file that was edited by hand, then likeness. A clause under a paired one is
looked for there before it is looked for elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from regpol.documents.naskah.tree import Kind, Unit
from regpol.documents.word_back.edited import Clause, Link, Text

_LEAST, _LEAST_MARKED = 0.55, 0.3


class Pairing:
    """The pairs of two papers, by place in their lists of clauses."""

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        self.old, self.new = old, new
        self.forth: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self._above = _parents(old), _parents(new)
        self._said = [_gist(it) for it in old], [_gist(it) for it in new]
        for heading in (True, False):
            places = [[at for at, it in enumerate(side) if _holds(it) is heading] for side in (old, new)]
            self._same(*places)
            self._recorded(*places)
            self._alike(*places)

    def _pair(self, a: int, b: int) -> None:
        self.forth[a], self.back[b] = b, a

    def _same(self, left: Iterable[int], right: Iterable[int]) -> None:
        """Clauses with the same words, those under paired parents or with the same mark first."""
        waiting: dict[tuple[str, str, frozenset[str], str], list[int]] = defaultdict(list)
        for b in right:
            waiting[self._key(1, b)].append(b)
        for a in left:
            found = [b for b in waiting.get(self._key(0, a), ()) if b not in self.back]
            if found:
                self._pair(a, max((*self._near(a, b), -abs(a - b), b) for b in found)[-1])

    def _recorded(self, left: Iterable[int], right: Iterable[int]) -> None:
        """Clauses that regpol wrote in the same words, whatever a person has made of them since."""
        waiting: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for b in (it for it in right if it not in self.back):
            waiting[_print_of(self.new[b])].append(b)
        for a in (it for it in left if it not in self.forth):
            unit, found = self.old[a].unit, waiting[_print_of(self.old[a])]
            if (unit.lead or unit.title) and _print_of(self.old[a])[2] and found:
                best = max((*self._near(a, b), -abs(a - b), b) for b in found)[-1]
                found.remove(best)
                self._pair(a, best)

    def _key(self, side: int, at: int) -> tuple[str, str, frozenset[str], str]:
        clause = (self.old, self.new)[side][at]
        text, bag = self._said[side][at]
        return clause.part, clause.unit.kind, bag, text

    def _near(self, a: int, b: int) -> tuple[bool, bool]:
        over, under = self._above[0][a], self._above[1][b]
        together = (over is None and under is None) or (over is not None and self.forth.get(over) == under)
        return together, bool(self.old[a].mark) and self.old[a].mark == self.new[b].mark

    def _alike(self, left: Iterable[int], right: Iterable[int]) -> None:
        """What is left, the likest first."""
        rest = [b for b in right if b not in self.back]
        found = []
        for a in (it for it in left if it not in self.forth):
            for b in rest:
                if (self.old[a].part, self.old[a].unit.kind) != (self.new[b].part, self.new[b].unit.kind):
                    continue
                together, marked = self._near(a, b)
                like = likeness(self._said[0][a][1], self._said[1][b][1])
                if like >= (_LEAST_MARKED if marked and together else _LEAST):
                    found.append((like + 0.3 * together + 0.3 * marked, -abs(a - b), a, b))
        for _, _, a, b in sorted(found, reverse=True):
            if a not in self.forth and b not in self.back:
                self._pair(a, b)

    def moved(self) -> set[int]:
        """Places in the old paper of clauses that stand elsewhere: under another parent, or in another order."""
        gone = set()
        families: dict[int | None, list[int]] = defaultdict(list)
        for a, b in self.forth.items():
            over, under = self._above[0][a], self._above[1][b]
            same = over == under if None in {over, under} else self.forth.get(over) == under  # type: ignore[arg-type]
            if same:
                families[over].append(a)
            else:
                gone.add(a)
        for family in families.values():
            family.sort()
            kept = set(longest_rise([self.forth[a] for a in family]))
            gone |= {a for a in family if self.forth[a] not in kept}
        return gone

    def gone_along(self, moved: set[int]) -> set[int]:
        """The moved clauses of the old paper with everything that stood below them."""
        along: set[int] = set()
        for a, over in enumerate(self._above[0]):
            if a in moved or over in along:
                along.add(a)
        return along


def _print_of(clause: Clause) -> tuple[str, str, str]:
    return clause.part, clause.unit.kind, clause.written.fingerprint if clause.written else ""


def _holds(clause: Clause) -> bool:
    return clause.unit.kind.heading or clause.unit.kind is Kind.ARTICLE


def _parents(clauses: Sequence[Clause]) -> list[int | None]:
    places = {clause.unit.eid: at for at, clause in enumerate(clauses)}
    return [places.get(clause.parent) for clause in clauses]


def _gist(clause: Clause) -> tuple[str, frozenset[str]]:
    """The text with references left open, and its words; an article is known by all it holds."""
    text = _open(clause.text)
    if clause.unit.kind is Kind.ARTICLE:
        text = f"{text} {' '.join(_whole(child) for child in clause.unit.children)}"
    text = re.sub(r"\s+", " ", text).strip()
    return text, frozenset(re.findall(r"\w+", text.casefold()))


def _open(text: Text) -> str:
    return "".join("§" if isinstance(piece, Link) else piece for piece in text)


def _whole(unit: Unit) -> str:
    own = " ".join(part.text for part in unit.lead if not hasattr(part, "steps"))
    return " ".join([unit.title, own, *(_whole(child) for child in unit.children)])


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words among all words; two clauses without words say nothing of each other."""
    every = one | other
    return len(one & other) / len(every) if every else 0.0


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The longest rising row among the numbers: what stayed in order."""
    best: list[list[int]] = []
    for place, number in enumerate(numbers):
        before = [best[at] for at in range(place) if numbers[at] < number]
        best.append([*max(before, key=len, default=[]), number])
    return max(best, key=len, default=[])
