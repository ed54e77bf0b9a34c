"""The comparison of two papers: each change with its words, its hands and its likely reason.

Each change says its words, its hand, the template clause and facts it touches, and its likely reason; what
the reason rests on is told in `reasons`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from regpol.documents.redline.pairing import Pairing
from regpol.documents.redline.reasons import PROGRAM, Reason, Reasons, spoken
from regpol.documents.redline.touched import NOTHING, Touched, touched
from regpol.documents.redline.wording import Span, compared, same
from regpol.documents.word_back.edited import Clause, Comment, Edited, Text, Tracked, shown

_T = TypeVar("_T")
_BASIS = re.compile(r"^Dasar(?: belum dihimpun)?: (.+)$", re.MULTILINE)


class Move(StrEnum):
    """What became of a clause; the values are what a reader sees."""

    INSERTED = "disisipkan"
    DELETED = "dihapus"
    REWORDED = "diubah"
    MOVED = "dipindah"
    RENUMBERED = "nomor bergeser"
    SPOKEN = "dikomentari"
    GROUNDS = "dasarnya berubah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One clause that is not what it was."""

    move: Move
    also_moved: bool = False
    old: Clause | None
    new: Clause | None
    spans: tuple[Span, ...] = ()
    reason: Reason
    bases: tuple[str, ...] = ()
    """The legal bases the clause carries in the newer paper, or carried in the older one."""
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()
    """Comments of people, not ours."""
    touched: Touched = NOTHING
    """The template clause and the facts behind it."""

    @property
    def clause(self) -> Clause:
        """The clause as it is, or as it was if it is gone."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """Two papers compared."""

    old: Edited
    new: Edited
    changes: tuple[Change, ...]
    unchanged: int
    around: tuple[tuple[Text, Text], ...] = ()
    """Lines outside of every clause that differ: title, parties, signatures, annexes."""
    tables: bool = False
    """Whether a table differs."""
    rows: tuple[tuple[str, str], ...] = ()
    """Rows of tables that differ, cells parted by bars; '' where a row is new or gone."""
    inputs: tuple[str, ...] = ()
    """What the two papers were made from that is not the same; none where a file does not say."""
    pairs: tuple[tuple[int, int], ...] = ()
    """Places of the clauses that are one, in `Edited.clauses` of the older and of the newer paper."""
    moved: frozenset[int] = frozenset()
    """Places in the older paper of those that stand elsewhere, with all that went along below them."""

    @property
    def differs(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.changes or self.around or self.tables)

    def paired(self) -> Iterator[tuple[Clause, Clause]]:
        """The clauses that are one, in the order of the older paper."""
        for a, b in self.pairs:
            yield self.old.clauses[a], self.new.clauses[b]


def compare(old: Edited, new: Edited) -> Redline:
    """The comparison, in the order of the newer paper with what is gone where it stood."""
    pairing = Pairing(old.clauses, new.clauses)
    renamed = {
        one.mark: other.mark
        for one, other in ((old.clauses[a], new.clauses[b]) for a, b in pairing.forth.items())
        if one.mark and other.mark
    }
    reasons = Reasons(old, new)
    hand = _Hand(reasons, renamed, pairing.moved())
    found: list[tuple[float, Change]] = []
    last = -1.0
    for a, clause in enumerate(old.clauses):
        b = pairing.forth.get(a)
        if b is None:
            last += 0.001
            found.append((last, hand.gone(clause)))
            continue
        last = float(b) if a not in hand.moved else last
        change = hand.pair(a, clause, new.clauses[b])
        if change:
            found.append((float(b), change))
    found += [(float(b), hand.fresh(it)) for b, it in enumerate(new.clauses) if b not in pairing.back]
    ordered = tuple(change for _, change in sorted(found, key=lambda pair: pair[0]))
    around = _around(old, new)
    tables = tuple(_table_rows(old, new))
    return Redline(
        old=old,
        new=new,
        changes=ordered,
        unchanged=len(new.clauses) - sum(1 for it in ordered if it.new),
        around=around,
        tables=bool(tables),
        rows=tables,
        inputs=reasons.inputs,
        pairs=tuple(sorted(pairing.forth.items())),
        moved=frozenset(pairing.gone_along(hand.moved)),
    )


@dataclass(frozen=True, slots=True)
class _Hand:
    """Words a change once it is known which clauses belong together."""

    reasons: Reasons
    renamed: Mapping[str, str]
    moved: set[int]

    def gone(self, clause: Clause) -> Change:
        bases = _bases(clause)
        return Change(
            move=Move.DELETED,
            old=clause,
            new=None,
            spans=(Span("dihapus", clause.text),),
            reason=self.reasons.of_gone(clause),
            bases=bases,
            lost=bases,
            touched=touched(clause, None, self.renamed, by_hand=False),
        )

    def fresh(self, clause: Clause) -> Change:
        bases = _bases(clause)
        return Change(
            move=Move.INSERTED,
            old=None,
            new=clause,
            spans=(Span("disisipkan", clause.text),),
            reason=self.reasons.of_fresh(clause),
            bases=bases,
            gained=bases,
            tracked=clause.tracked,
            comments=spoken(clause),
            touched=touched(None, clause, self.renamed, by_hand=False),
        )

    def pair(self, at: int, old: Clause, new: Clause) -> Change | None:
        before, after = _bases(old), _bases(new)
        lost = tuple(it for it in before if it not in after) if after else ()
        gained = tuple(it for it in after if it not in before) if before else ()
        reworded = not same(old.text, new.text, self.renamed)
        away = at in self.moved
        said = tuple(it for it in spoken(new) if it not in old.comments)
        move = self._move(old, new, said, reworded=reworded, away=away)
        if move is None and not new.tracked and not lost and not gained:
            return None
        spans = compared(old.text, new.text, self.renamed) if reworded else ()
        behind = touched(old, new, self.renamed, by_hand=self.reasons.by_hand(new))
        rule = bool(lost or gained)
        return Change(
            move=move or (Move.GROUNDS if rule else Move.REWORDED),
            also_moved=reworded and away,
            old=old,
            new=new,
            spans=spans,
            reason=self.reasons.of_pair(new, spans, behind, away=away, rule=rule, reworded=reworded),
            bases=after or before,
            lost=lost,
            gained=gained,
            tracked=new.tracked,
            comments=said,
            touched=behind,
        )

    def _move(self, old: Clause, new: Clause, said: tuple[Comment, ...], *, reworded: bool, away: bool) -> Move | None:
        if reworded:
            return Move.REWORDED
        if away:
            return Move.MOVED
        if said:
            return Move.SPOKEN
        return Move.RENUMBERED if old.unit.address != new.unit.address else None


def _bases(clause: Clause) -> tuple[str, ...]:
    said = (it.text for it in clause.comments if it.author == PROGRAM)
    return tuple(line for text in said for line in _BASIS.findall(text))


def _around(old: Edited, new: Edited) -> tuple[tuple[Text, Text], ...]:
    before, after = ([it.text for it in side.others if it.text] for side in (old, new))
    keys = [shown(it) for it in before], [shown(it) for it in after]
    return tuple((gone or (), fresh or ()) for gone, fresh in _side_by_side(*keys, before, after))


def _table_rows(old: Edited, new: Edited) -> Iterator[tuple[str, str]]:
    before, after = (list(_rows(side)) for side in (old, new))
    for gone, fresh in _side_by_side(before, after, before, after):
        yield gone or "", fresh or ""


def _rows(edited: Edited) -> Iterator[str]:
    for table in (*edited.tables, *(it for unit in edited.units() for it in unit.tables)):
        above = [""] * len(table.columns)
        lines = [table.columns]
        for row in table.rows:
            # a cell that reaches down says the same on every row it covers
            above = [cell.text if cell.rows else over for cell, over in zip(row, above, strict=False)]
            lines.append(tuple(above))
        yield from (" | ".join(line).replace("\n", " ") for line in (*lines, table.total) if any(line))


def _side_by_side(
    old_keys: Sequence[str], new_keys: Sequence[str], old: Sequence[_T], new: Sequence[_T]
) -> Iterator[tuple[_T | None, _T | None]]:
    """What differs between two rows of things, what stands level beside each other."""
    import difflib

    for kind, a, b, c, d in difflib.SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if kind != "equal":
            for place in range(max(b - a, d - c)):
                yield (old[a + place] if a + place < b else None), (new[c + place] if c + place < d else None)
