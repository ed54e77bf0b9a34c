"""What comes of holding a register against an answer; every row and every answer is counted when it is made."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from regpol.register.reading import Sheet
from regpol.register.reconciliation.names import Name
from regpol.register.validation.answer_rows import AnswerFile, AnswerRow
from regpol.register.validation.mapping import MEANING, AnswerMapping, Meaning, Result, Way
from regpol.terms.place import Place


@dataclass(frozen=True, slots=True, repr=False)
class RowResult:
    """One row of the register: what it got, why, and the facts that are now known (code to value).

    ``unsettled`` are facts the answer speaks of without telling their value, such as a segment left blank.
    """

    sheet: int
    place: Place
    nik: str
    name: Name
    result: Result
    reason: str
    answers: tuple[AnswerRow, ...]
    facts: Mapping[str, str]
    unsettled: tuple[str, ...] = ()

    @property
    def meaning(self) -> Meaning:
        """What to do about it."""
        return MEANING[self.result]


@dataclass(frozen=True, slots=True, repr=False)
class FactChange:
    """A cell of a fact that is filled, changed, or emptied because its value is no longer known."""

    sheet: int
    place: Place
    fact: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, repr=False)
class StrayAnswer:
    """A row of the answer that belongs to nobody in the register."""

    row: AnswerRow
    reason: str


@dataclass(frozen=True, repr=False)
class Validation:
    """A register with its answers. ``names`` gives the facts their words."""

    sheets: tuple[Sheet, ...]
    answer: AnswerFile
    mapping: AnswerMapping
    rows: tuple[RowResult, ...]
    changes: tuple[FactChange, ...]
    strays: tuple[StrayAnswer, ...]
    statuses: tuple[tuple[str, str, int], ...]
    names: Mapping[str, str]
    assumptions: tuple[str, ...]

    def __post_init__(self) -> None:
        read = sum(len(sheet.table.rows) for sheet in self.sheets)
        if read != len(self.rows):
            raise AssertionError(f"rows lost: {read} read, {len(self.rows)} with a result")
        used = {row.place for one in self.rows for row in one.answers}
        if len(used) + len(self.strays) != len(self.answer.rows):
            raise AssertionError(f"answers lost: {len(used)} used, {len(self.strays)} left")

    @cached_property
    def by_result(self) -> dict[Result, int]:
        """How many rows ended in each result, in the order of the results."""
        found = Counter(one.result for one in self.rows)
        return {result: found[result] for result in Result}

    @cached_property
    def by_way(self) -> dict[Way, int]:
        """How many rows go on, are to be settled, or taken out."""
        found = Counter(one.meaning.way for one in self.rows)
        return {way: found[way] for way in Way}

    @property
    def answers_used(self) -> int:
        """Rows of the answer that belong to a row of the register."""
        return len(self.answer.rows) - len(self.strays)
