"""Why a clause is not what it was, said only as far as the files tell.

A file of ours carries what it was made from and a fingerprint of every clause. A clause whose words are not
those regpol wrote was changed by a person. If they are, what changed is what it was made from, and where only
one of the inputs differs that one is the reason. Files without the record are judged by their marks alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from regpol.documents.redline.touched import Touched
from regpol.documents.redline.wording import Span
from regpol.documents.word.record import DAY, LAW, Record
from regpol.documents.word_back.edited import Clause, Comment, Edited, shown

PROGRAM = "regpol"


class Reason(StrEnum):
    """Why, as far as the files tell."""

    DRAFTER = "perancang"
    RULE = "aturan"
    RULE_VALUE = "nilai aturan"
    POLICY = "kebijakan"
    REGISTER = "register"
    TEMPLATE = "templat"
    DAY = "hari keputusan"
    FIGURES = "kebijakan atau register"
    VALUE = "nilai aturan, kebijakan, atau register"
    ORDER = "urutan"
    UNKNOWN = "tidak diketahui dari berkas"


_POLICY = "kebijakan proyek"
_INPUTS = {
    LAW: Reason.RULE_VALUE,
    "hukum": Reason.RULE_VALUE,
    _POLICY: Reason.POLICY,
    "register": Reason.REGISTER,
    "pemetaan kolom": Reason.REGISTER,
    "daftar SK": Reason.REGISTER,
    "templat": Reason.TEMPLATE,
    DAY: Reason.DAY,
}
_SILENT = {"gaya", "pustaka", "kode program"}
"""Inputs that are named but change no words by themselves, unless nothing else changed."""


def spoken(clause: Clause) -> tuple[Comment, ...]:
    """Comments of people, not ours."""
    return tuple(comment for comment in clause.comments if comment.author != PROGRAM)


def changed_words(spans: Sequence[Span]) -> str:
    """All that went and came."""
    return "".join(shown(span.text) for span in spans if span.kind != "sama")


@dataclass(frozen=True, slots=True)
class Reasons:
    """Tells the reason of each change between two papers."""

    older: Edited
    newer: Edited

    def by_hand(self, new: Clause) -> bool:
        """Whether a person typed these words."""
        if new.tracked:
            return True
        if self.newer.record:
            return not new.as_written
        return not new.mark or self._edited

    def of_fresh(self, new: Clause) -> Reason:
        """A clause that only the newer paper has."""
        return Reason.DRAFTER if new.tracked or not new.mark or self.by_hand(new) else self._of_whole()

    def of_gone(self, old: Clause) -> Reason:
        """A clause that only the older paper has: struck out if the newer one was made with it."""
        if self.newer.record:
            left = {clause.mark for clause in self.newer.clauses}
            made = self.newer.record.clauses
            print_of = old.written.fingerprint if old.written else ""
            struck = any(it.fingerprint == print_of for mark, it in made.items() if mark not in left)
            if (print_of and struck) or (not print_of and old.mark in made and old.mark not in left):
                return Reason.DRAFTER
        return self._of_whole()

    def of_pair(
        self, new: Clause, spans: tuple[Span, ...], touched: Touched, *, away: bool, rule: bool, reworded: bool
    ) -> Reason:
        """A clause that both papers have."""
        if new.tracked or (reworded and self.by_hand(new)):
            return Reason.DRAFTER
        if rule:
            # other law under the same rulebook: policy or register now lead to another rule
            return self._single() or Reason.RULE
        if not spans:
            edited = away or spoken(new)
            return (Reason.DRAFTER if self._edited else self._of_whole(away=True)) if edited else Reason.ORDER
        return self._of_making(spans, touched)

    def _of_making(self, spans: Sequence[Span], touched: Touched) -> Reason:
        """Words that differ between two drafts that nobody typed in."""
        certain = self._single(touched)
        if certain:
            return certain
        told = changed_words(spans)
        if self._edited and not self.newer.record:
            return Reason.DRAFTER
        if re.search(r"\d", told) or touched.only_facts:
            return Reason.FIGURES if self._same_rules else Reason.VALUE
        return Reason.UNKNOWN

    def _of_whole(self, *, away: bool = False) -> Reason:
        """A clause that came, went or moved in a draft of ours did so by a condition or by its template."""
        certain = self._single()
        if certain:
            return certain
        if self._edited:
            return Reason.DRAFTER
        return Reason.FIGURES if self._same_rules and not away else Reason.UNKNOWN

    def _single(self, touched: Touched | None = None) -> Reason | None:
        """The one input that differs, if it is one; a template alone changes no facts, and facts no template."""
        told = [side.record and _POLICY in side.record.inputs for side in (self.older, self.newer)]
        reasons = {_INPUTS[name] for name in self.inputs if name in _INPUTS} if all(told) else set()
        if touched and touched.only_facts:
            reasons -= {Reason.TEMPLATE}
        return reasons.pop() if len(reasons) == 1 else None

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of what the two papers were made from that is not the same; none where a file does not say."""
        if not self.older.record or not self.newer.record:
            return ()
        return differing(self.older.record, self.newer.record)

    @property
    def _same_rules(self) -> bool:
        return bool(self.older.rulebook) and self.older.rulebook == self.newer.rulebook

    @property
    def _edited(self) -> bool:
        """A file shows it: words that are not those written, or gone; else a lost mark, or a tracked change."""
        newer = self.newer
        if newer.record:
            left = {clause.mark for clause in newer.clauses}
            whole = newer.record.clauses.keys() <= left
            return not whole or any(self.by_hand(it) or spoken(it) for it in newer.clauses)
        return not newer.rulebook or any(not it.mark or it.tracked or spoken(it) for it in newer.clauses)


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """Names of the inputs that differ; those that change no words only if nothing else does."""
    before, after = one.inputs, other.inputs
    names = [name for name in sorted({*before, *after}) if _value(before, name) != _value(after, name)]
    telling = tuple(name for name in names if name not in _SILENT)
    return telling or tuple(names)


def _value(inputs: Mapping[str, str], name: str) -> str:
    return inputs.get(name, "")
