"""What a decided register says beside its rows: situations, sums, rejects and what had to be assumed.

The rows themselves are never held: they stream from the database into the file (`rows`). The report
holds words and numbers only; what they mean was settled before.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

_SEVERAL = 2


@dataclass(frozen=True)
class Open:
    """A point somebody has to settle: what it is about, what to do, who can."""

    about: str
    change: str
    holder: str


@dataclass(frozen=True)
class Reason:
    """One answer with the texts it rests on; ``grounds`` name provision and evidence."""

    about: str
    answer: str
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class SituationLine:
    """One situation: everybody in it gets the same answers.

    ``facts`` are those known, ``unknown`` the names of those that are not. ``answers`` are by programme as it is
    shown, and so is ``monthly``: rupiah a month for one person, None where not known or each person's own
    (``by_income``). ``attention`` says why somebody should look at it, and is empty where nothing is open.
    """

    number: int
    people: int
    category: str
    facts: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    segment: str
    answers: Mapping[str, str]
    monthly: Mapping[str, int | None]
    by_income: bool
    fund: str
    fund_answer: str
    reasons: tuple[Reason, ...]
    attention: tuple[str, ...]
    open: tuple[Open, ...]

    @property
    def total(self) -> int | None:
        """Rupiah a month for one person over all programmes; None if any part of it is not known, or none is due."""
        amounts = list(self.monthly.values())
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known and len(known) == len(amounts) else None

    @property
    def open_points(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Each change with its holder, and everything it would settle."""
        grouped: dict[tuple[str, str], list[str]] = {}
        for point in self.open:
            grouped.setdefault((point.change, point.holder), []).append(point.about)
        return tuple((change, holder, tuple(about)) for (change, holder), about in grouped.items())

    @property
    def why(self) -> str:
        """The reasons on one line, for the row of a person."""
        return " | ".join(f"{reason.about}: {'; '.join(reason.grounds)}" for reason in self.reasons)


@dataclass(frozen=True)
class RowNote:
    """A reject or a warning, pointing at a row."""

    row: int
    code: str
    title: str
    found: str
    action: str


@dataclass(frozen=True)
class Notes:
    """Notes that are worded only when they are read; ``read`` starts from the first each time."""

    read: Callable[[], Iterable[RowNote]] = tuple


@dataclass(frozen=True)
class Total:
    """One line of the summary; ``unit`` is ``orang``, ``baris``, ``situasi`` or ``rupiah``."""

    label: str
    value: int | None
    unit: str
    group: str


@dataclass(frozen=True)
class DecidedRegister:
    """Everything the report shows beside its rows.

    ``programmes`` are code and word shown, in order. ``read`` rows of the file are ``decided`` and ``rejected``
    ones. ``column_sums`` are known rupiah over all rows, by heading.
    """

    title: str
    region: str
    on_date: date
    source: str
    programmes: tuple[tuple[str, str], ...]
    situations: tuple[SituationLine, ...]
    read: int
    decided: int
    rejected: int
    rejects: Notes
    warnings: Notes
    assumptions: tuple[str, ...]
    totals: tuple[Total, ...]
    column_sums: Mapping[str, int]

    @property
    def common(self) -> tuple[str, ...]:
        """What is open in every situation alike, if there are several: told once, not in each of them."""
        if len(self.situations) < _SEVERAL:
            return ()
        first, *others = (line.attention for line in self.situations)
        return tuple(text for text in first if all(text in other for other in others))

    @property
    def common_points(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Each change, with its holder, that would settle something open in every situation."""
        if not self.common:
            return ()
        first, *others = (line.open_points for line in self.situations)
        return tuple(point for point in first if all(point in other for other in others))

    def own(self, line: SituationLine) -> tuple[str, ...]:
        """Why somebody should look at this situation, beside what is open in all of them."""
        return tuple(text for text in line.attention if text not in self.common)

    @property
    def to_look_at(self) -> tuple[SituationLine, ...]:
        """The situations that somebody should look at for themselves."""
        return tuple(line for line in self.situations if self.own(line))
