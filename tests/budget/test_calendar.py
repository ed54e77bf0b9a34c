"""Where a need can still enter: both sides of every day the law names, and of the day the village decree changed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.budget.calendar import CAN_ENTER, CalendarOnDay, DoorState, StepState, calendar_on
from regpol.law.model.calendar import Moment, Track
from regpol.terms.answer import Evidence
from regpol.terms.dates import Span

BOTH = frozenset(Track)
ONE = timedelta(days=1)


def view(year: int, on: date) -> CalendarOnDay:
    return calendar_on(rulebook().calendar, year, on, BOTH)


def door_state(year: int, door: str, on: date) -> DoorState:
    return next(one.state for one in view(year, on).doors if one.door.code == door)


def step_states(year: int, door: str, on: date) -> list[StepState]:
    found = next(one for one in view(year, on).doors if one.door.code == door)
    return [one.state for one in found.steps]


# budget year, door, which of its steps, the day(s) it may close at the latest
DEADLINES = [
    (2027, "kua_ppas", 0, date(2026, 7, 12), date(2026, 7, 14)),
    (2027, "kua_ppas", 1, date(2026, 8, 9), date(2026, 8, 14)),
    (2027, "rapbd", 1, date(2026, 9, 7), date(2026, 9, 21)),
    (2027, "rapbd", 2, date(2026, 11, 30), date(2026, 11, 30)),
    (2027, "rapbd", 3, date(2026, 12, 31), date(2026, 12, 31)),
    (2027, "pergeseran", 0, date(2027, 12, 31), date(2027, 12, 31)),
    (2027, "perubahan_apbd", 0, date(2027, 7, 31), date(2027, 7, 31)),
    (2027, "perubahan_apbd", 1, date(2027, 8, 1), date(2027, 8, 7)),
    (2027, "perubahan_apbd", 2, date(2027, 8, 8), date(2027, 8, 14)),
    (2027, "perubahan_apbd", 3, date(2027, 9, 12), date(2027, 9, 14)),
    (2027, "perubahan_apbd", 4, date(2027, 9, 30), date(2027, 9, 30)),
    (2027, "musyawarah_desa", 0, date(2026, 6, 30), date(2026, 6, 30)),
    (2027, "rkp_desa", 1, date(2026, 9, 30), date(2026, 9, 30)),
    (2027, "apb_desa", 0, date(2026, 10, 31), date(2026, 10, 31)),
    (2027, "apb_desa", 1, date(2026, 12, 31), date(2026, 12, 31)),
    (2025, "apb_desa", 0, date(2024, 10, 31), date(2024, 10, 31)),
]


@pytest.mark.parametrize(("year", "door", "at", "earliest", "latest"), DEADLINES)
def test_a_deadline_is_told_on_both_of_its_sides(year: int, door: str, at: int, earliest: date, latest: date) -> None:
    assert step_states(year, door, earliest - ONE)[at] is StepState.OPEN
    assert step_states(year, door, earliest)[at] is StepState.LAST_CHANCE
    assert step_states(year, door, latest)[at] is StepState.LAST_CHANCE
    assert step_states(year, door, latest + ONE)[at] is StepState.PAST


def test_the_village_follows_the_decree_in_force_on_the_day_itself() -> None:
    """PP 43/2014 was repealed by PP 16/2026 on 27 March 2026: it lets villages begin in June, not in July."""
    assert [str(it.step.citation) for it in view(2026, date(2025, 7, 5)).doors[6].steps] == [
        "PP 43/2014 Pasal 118 ayat (5)",
        "PP 43/2014 Pasal 118 ayat (6)",
    ]
    assert [str(it.step.citation) for it in view(2027, date(2026, 7, 5)).doors[6].steps] == [
        "PP 16/2026 Pasal 146 ayat (5)",
        "PP 16/2026 Pasal 146 ayat (6)",
    ]
    assert door_state(2026, "rkp_desa", date(2025, 6, 30)) is DoorState.AHEAD
    assert door_state(2026, "rkp_desa", date(2025, 7, 1)) is DoorState.OPEN
    assert door_state(2027, "rkp_desa", date(2026, 5, 31)) is DoorState.AHEAD
    assert door_state(2027, "rkp_desa", date(2026, 6, 1)) is DoorState.OPEN
    for day, decree in ((date(2026, 3, 26), "PP 43/2014 Pasal 120"), (date(2026, 3, 27), "PP 16/2026 Pasal 148")):
        last = view(2026, day).doors[-1]
        assert str(last.steps[0].step.citation) == decree
        assert len(last.steps) == 2


def test_the_day_of_the_rkpd_is_not_known_but_it_is_past_once_the_kua_went_out() -> None:
    assert door_state(2027, "rkpd", date(2026, 7, 14)) is DoorState.UNDATED
    assert door_state(2027, "rkpd", date(2026, 7, 15)) is DoorState.PAST


def test_a_revised_budget_opens_with_its_year_and_is_half_gone_in_the_middle_of_august() -> None:
    assert door_state(2027, "perubahan_apbd", date(2026, 12, 31)) is DoorState.AHEAD
    assert set(step_states(2027, "perubahan_apbd", date(2026, 12, 31))) == {StepState.AHEAD}
    assert door_state(2027, "perubahan_apbd", date(2027, 1, 1)) is DoorState.OPEN
    assert door_state(2027, "perubahan_apbd", date(2027, 8, 20)) is DoorState.HALF
    assert door_state(2027, "perubahan_apbd", date(2027, 9, 30)) is DoorState.LAST_CHANCE
    assert door_state(2027, "perubahan_apbd", date(2027, 10, 1)) is DoorState.PAST


def test_what_misses_one_year_is_shown_the_doors_of_the_next() -> None:
    late = view(2027, date(2027, 12, 31))
    assert [one.door.code for one in late.open] == ["pergeseran", "perubahan_apb_desa"]
    assert [one.door.code for one in view(2027, date(2028, 1, 1)).open] == []
    assert {one.door.code for one in view(2027, date(2027, 6, 1)).following} >= {"rkpd", "kua_ppas", "rkp_desa"}


def test_an_agreement_is_never_a_ground_for_a_budget() -> None:
    for on, village in ((date(2026, 3, 26), "PP 43/2014"), (date(2026, 3, 27), "PP 16/2026")):
        told = [(str(it.citation), it.text) for it in view(2026, on).remarks]
        assert any(cited == "PP 12/2019 Pasal 23 ayat (2)" and "bukan dasar" in text for cited, text in told)
        assert [cited for cited, _ in told if cited.startswith(village)]


def test_no_day_stands_on_a_text_that_nobody_read() -> None:
    steps = [step for door in rulebook().calendar.doors for step in door.steps]
    assert len(steps) > 20
    for step in steps:
        assert step.evidence is not Evidence.NOT_FOUND or not (step.opens or step.closes), step.name
        assert step.evidence is not Evidence.OFFICIAL, "nothing here was read at the issuer"
        assert step.closes or step.undated, step.name


@pytest.mark.parametrize(
    ("moment", "days"),
    [
        (Moment(-1, 2), (date(2027, 2, 28), date(2027, 2, 28))),
        (Moment(0, 2), (date(2028, 2, 29), date(2028, 2, 29))),
        (Moment(0, 12), (date(2028, 12, 31), date(2028, 12, 31))),
        (Moment(-1, 8, week=1), (date(2027, 8, 1), date(2027, 8, 7))),
        (Moment(-1, 2, week=1), (date(2027, 2, 7), date(2027, 2, 7))),
        (Moment(-1, 11, day=30, workdays_before=5), (date(2027, 11, 23), date(2027, 11, 24))),
    ],
)
def test_a_moment_becomes_the_days_it_may_be(moment: Moment, days: tuple[date, date]) -> None:
    assert moment.in_year(2028) == Span(*days)


@given(st.integers(2024, 2040), st.dates(date(2023, 1, 1), date(2041, 12, 31)))
def test_time_only_closes_doors_it_never_opens_one_again(year: int, on: date) -> None:
    """Whoever looks a day later may find less open, or a door newly opened, never one that had closed."""
    today = {one.door.code: one.state for one in view(year, on).doors}
    tomorrow = {one.door.code: one.state for one in view(year, on + ONE).doors}
    for code, state in today.items():
        if state is DoorState.PAST:
            assert tomorrow[code] is DoorState.PAST
        if state is DoorState.LAST_CHANCE:
            assert tomorrow[code] in {*CAN_ENTER, DoorState.PAST}
