"""Where a need can still enter a budget on a day: each door with its steps, past, last chance, open or undated.

The day is an argument. Inside a span (a week whose counting the law does not tell, working days without the
holidays) nothing is called past or open: it is the last chance, to be used or checked at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from regpol.law.model.calendar import BudgetCalendar, Door, Moment, Remark, Step, Track
from regpol.terms.dates import Force, Span


class StepState(StrEnum):
    """How a step stands on a day."""

    PAST = "lewat"
    LAST_CHANCE = "hari penghabisan"
    OPEN = "masih terbuka"
    AHEAD = "belum dibuka"
    UNDATED = "tanpa tanggal"


class DoorState(StrEnum):
    """How a door stands on a day; ``HALF`` once its first deadline has passed but not its last."""

    PAST = "lewat"
    LAST_CHANCE = "hari penghabisan"
    HALF = "sebagian lewat"
    OPEN = "masih terbuka"
    AHEAD = "belum dibuka"
    UNDATED = "tanggal belum terbaca"


CAN_ENTER = frozenset({DoorState.LAST_CHANCE, DoorState.HALF, DoorState.OPEN})


@dataclass(frozen=True)
class StepOnDay:
    """A step of a budget year. ``left`` are the days until the earliest day it may close; None without one."""

    step: Step
    opens: date | None
    closes: Span | None
    state: StepState
    left: int | None


@dataclass(frozen=True)
class DoorOnDay:
    """A door of a budget year."""

    door: Door
    state: DoorState
    steps: tuple[StepOnDay, ...]

    @property
    def next_step(self) -> StepOnDay | None:
        """The step that closes next."""
        coming = [one for one in self.steps if one.closes and one.state is not StepState.PAST]
        return min(coming, key=lambda one: one.closes.latest if one.closes else date.max, default=None)


@dataclass(frozen=True)
class CalendarOnDay:
    """The doors of a budget year on a day, and those of the year after it if a need misses this one."""

    year: int
    on: date
    doors: tuple[DoorOnDay, ...]
    following: tuple[DoorOnDay, ...]
    remarks: tuple[Remark, ...]

    @property
    def open(self) -> tuple[DoorOnDay, ...]:
        """The doors a need can still go through."""
        return tuple(one for one in self.doors if one.state in CAN_ENTER)

    @property
    def next_deadline(self) -> StepOnDay | None:
        """What closes next in this budget year."""
        coming = [step for one in self.doors if (step := one.next_step)]
        return min(coming, key=lambda one: one.closes.latest if one.closes else date.max, default=None)


def calendar_on(calendar: BudgetCalendar, year: int, on: date, tracks: frozenset[Track]) -> CalendarOnDay:
    """The calendar of a budget year as it stands on a day, for the budgets asked for."""
    doors = tuple(_doors(calendar, year, on, tracks))
    coming = CAN_ENTER | {DoorState.UNDATED}
    after = tuple(one for one in _doors(calendar, year + 1, on, tracks) if one.state in coming)
    remarks = tuple(it for it in calendar.remarks if it.track in tracks and it.validity.on(on, year) is not Force.NO)
    return CalendarOnDay(year, on, doors, after, remarks)


def _doors(calendar: BudgetCalendar, year: int, on: date, tracks: frozenset[Track]) -> Iterator[DoorOnDay]:
    found = []
    for door in calendar.doors:
        if door.track in tracks:
            found.append(_door(door, year, on))
    for at, one in enumerate(found):
        behind = found[at + 1] if at + 1 < len(found) else None
        yield replace(one, state=DoorState.PAST) if behind and _surely_past(one, behind) else one


def _door(door: Door, year: int, on: date) -> DoorOnDay:
    in_force = tuple(_in_force(door, year, on))
    first = min((it.opens.in_year(year).earliest for it in in_force if it.opens), default=None)
    steps = tuple(_step(step, year, on, first) for step in in_force)
    state = _door_state(steps)
    if state is DoorState.PAST:
        steps = tuple(replace(it, state=StepState.PAST) if it.state is StepState.OPEN else it for it in steps)
    return DoorOnDay(door, state, steps)


def _surely_past(one: DoorOnDay, behind: DoorOnDay) -> bool:
    """Whether a door without days is past because the next one, which rests on it, has had its first deadline."""
    same = one.door.track is behind.door.track
    dated = [step.state for step in behind.steps if step.closes]
    return one.state is DoorState.UNDATED and same and dated[:1] == [StepState.PAST]


def _in_force(door: Door, year: int, on: date) -> Iterator[Step]:
    """The steps of the law in force when the door closes; a door without deadlines is judged on the day itself."""
    dated = [
        last
        for step in door.steps
        if step.closes and step.validity.on(last := step.closes.in_year(year).latest, year) is not Force.NO
    ]
    first = min((it.opens.in_year(year).earliest for it in door.steps if it.opens), default=date(year - 1, 1, 1))
    judged = max(dated) if dated else min(max(on, first), date(year, 12, 31))
    for step in door.steps:
        day = step.closes.in_year(year).latest if step.closes else judged
        if step.validity.on(day, year) is not Force.NO:
            yield step


def _step(step: Step, year: int, on: date, first: date | None) -> StepOnDay:
    """A step on a day; ``first`` is the day its door opens, if the law tells."""
    opens, closes = _first_day(step.opens, year), step.closes.in_year(year) if step.closes else None
    if (closes or opens) and on < (opens or first or on):
        state = StepState.AHEAD
    elif closes is None:
        state = StepState.OPEN if opens and on.year == opens.year else StepState.UNDATED
    elif on > closes.latest:
        state = StepState.PAST
    else:
        state = StepState.OPEN if on < closes.earliest else StepState.LAST_CHANCE
    left = (closes.earliest - on).days if closes and on < closes.earliest else None
    return StepOnDay(step, opens, closes, state, left)


def _first_day(opens: Moment | None, year: int) -> date | None:
    return opens.in_year(year).earliest if opens else None


def _door_state(steps: tuple[StepOnDay, ...]) -> DoorState:
    states = [one.state for one in steps if one.closes]
    if not states:
        found = {one.state for one in steps}
        return next(
            (door for door in (DoorState.AHEAD, DoorState.OPEN) if str(door) in map(str, found)), DoorState.UNDATED
        )
    if states[-1] is StepState.PAST:
        return DoorState.PAST
    if states[0] is StepState.AHEAD:
        return DoorState.AHEAD
    if states[-1] is StepState.LAST_CHANCE:
        return DoorState.LAST_CHANCE
    if any(state is StepState.PAST for state in states):
        return DoorState.HALF
    return DoorState.LAST_CHANCE if StepState.LAST_CHANCE in states else DoorState.OPEN
