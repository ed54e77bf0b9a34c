"""The comparison of two papers: each change with its words, its hands and its likely reason.

The reason is said only as far as the files tell. A tracked change is the drafter's. Where the legal basis of
the clause differs it is the rule. Figures that differ under the same rulebook come from policy or register.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from regpol.documents.redline.pairing import Pairing
from regpol.documents.redline.wording import Span, compared, same
from regpol.documents.word_back.edited import Clause, Comment, Edited, Text, Tracked, shown

PROGRAM = "regpol"
_BASIS = re.compile(r"^Dasar(?: belum dihimpun)?: (.+)$", re.MULTILINE)


class Move(StrEnum):
    """What became of a clause; the values are what a reader sees."""

    INSERTED = "disisipkan"
    DELETED = "dihapus"
    REWORDED = "diubah"
    MOVED = "dipindah"
    RENUMBERED = "nomor bergeser"
    SPOKEN = "dikomentari"


class Reason(StrEnum):
    """Why, as far as the files tell."""

    DRAFTER = "perancang"
    RULE = "aturan"
    FIGURES = "kebijakan atau register"
    VALUE = "nilai aturan, kebijakan, atau register"
    ORDER = "urutan"
    UNKNOWN = "tidak diketahui dari berkas"


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

    @property
    def differs(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.changes or self.around or self.tables)


def compare(old: Edited, new: Edited) -> Redline:
    """The comparison, in the order of the newer paper with what is gone where it stood."""
    pairing = Pairing(old.clauses, new.clauses)
    renamed = {
        one.mark: other.mark
        for one, other in ((old.clauses[a], new.clauses[b]) for a, b in pairing.forth.items())
        if one.mark and other.mark
    }
    hand = _Hand(old, new, renamed, pairing.moved())
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
    around, tables = _around(old, new)
    return Redline(
        old=old,
        new=new,
        changes=ordered,
        unchanged=len(new.clauses) - sum(1 for it in ordered if it.new),
        around=around,
        tables=tables,
    )


@dataclass(frozen=True, slots=True)
class _Hand:
    """Words a change once it is known which clauses belong together."""

    older: Edited
    newer: Edited
    renamed: Mapping[str, str]
    moved: set[int]

    def gone(self, clause: Clause) -> Change:
        bases = _bases(clause)
        return Change(
            move=Move.DELETED,
            old=clause,
            new=None,
            spans=(Span("dihapus", clause.text),),
            reason=self._of_whole(),
            bases=bases,
            lost=bases,
        )

    def fresh(self, clause: Clause) -> Change:
        bases = _bases(clause)
        return Change(
            move=Move.INSERTED,
            old=None,
            new=clause,
            spans=(Span("disisipkan", clause.text),),
            reason=Reason.DRAFTER if clause.tracked or not clause.mark else self._of_whole(),
            bases=bases,
            gained=bases,
            tracked=clause.tracked,
            comments=_spoken(clause),
        )

    def pair(self, at: int, old: Clause, new: Clause) -> Change | None:
        before, after = _bases(old), _bases(new)
        lost = tuple(it for it in before if it not in after) if after else ()
        gained = tuple(it for it in after if it not in before) if before else ()
        reworded = not same(old.text, new.text, self.renamed)
        away = at in self.moved
        spoken = tuple(it for it in _spoken(new) if it not in old.comments)
        move = self._move(old, new, spoken, reworded=reworded, away=away)
        if move is None and not new.tracked and not lost and not gained:
            return None
        spans = compared(old.text, new.text, self.renamed) if reworded else ()
        return Change(
            move=move or Move.REWORDED,
            also_moved=reworded and away,
            old=old,
            new=new,
            spans=spans,
            reason=self._reason(new, spans, away=away, rule=bool(lost or gained)),
            bases=after or before,
            lost=lost,
            gained=gained,
            tracked=new.tracked,
            comments=spoken,
        )

    def _move(
        self, old: Clause, new: Clause, spoken: tuple[Comment, ...], *, reworded: bool, away: bool
    ) -> Move | None:
        if reworded:
            return Move.REWORDED
        if away:
            return Move.MOVED
        if spoken:
            return Move.SPOKEN
        return Move.RENUMBERED if old.unit.address != new.unit.address else None

    def _reason(self, new: Clause, spans: tuple[Span, ...], *, away: bool, rule: bool) -> Reason:
        if new.tracked:
            return Reason.DRAFTER
        if rule:
            return Reason.RULE
        if not spans:
            return self._by_hand() if away or _spoken(new) else Reason.ORDER
        told = "".join(shown(span.text) for span in spans if span.kind != "sama")
        if self._by_hand() is Reason.UNKNOWN and re.search(r"\d", told):
            return Reason.FIGURES if self._same_rules else Reason.VALUE
        return self._by_hand()

    def _of_whole(self) -> Reason:
        """A clause that came or went in a draft of ours did so by a condition of its template."""
        by_hand = self._by_hand()
        return Reason.FIGURES if by_hand is Reason.UNKNOWN and self._same_rules else by_hand

    @property
    def _same_rules(self) -> bool:
        return bool(self.older.rulebook) and self.older.rulebook == self.newer.rulebook

    def _by_hand(self) -> Reason:
        """An edited file shows it: a clause without our mark, or a change that Word recorded."""
        edited = any(not it.mark or it.tracked or _spoken(it) for it in self.newer.clauses)
        return Reason.DRAFTER if edited or not self.newer.rulebook else Reason.UNKNOWN


def _bases(clause: Clause) -> tuple[str, ...]:
    said = (it.text for it in clause.comments if it.author == PROGRAM)
    return tuple(line for text in said for line in _BASIS.findall(text))


def _spoken(clause: Clause) -> tuple[Comment, ...]:
    return tuple(comment for comment in clause.comments if comment.author != PROGRAM)


def _around(old: Edited, new: Edited) -> tuple[tuple[tuple[Text, Text], ...], bool]:
    import difflib

    before, after = ([it.text for it in side.others if it.text] for side in (old, new))
    keys = [shown(it) for it in before], [shown(it) for it in after]
    found: list[tuple[Text, Text]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind != "equal":
            for place in range(max(b - a, d - c)):
                gone = before[a + place] if a + place < b else ()
                fresh = after[c + place] if c + place < d else ()
                found.append((gone, fresh))
    tables = [[*side.tables, *(it for unit in side.units() for it in unit.tables)] for side in (old, new)]
    return tuple(found), tables[0] != tables[1]
