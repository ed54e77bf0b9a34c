"""When norms hold: days, days nobody knows, and budget years, and what comes of one inside another."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from regpol.terms.dates import Force, Span, Validity, split_year

days = st.dates(date(2022, 12, 1), date(2024, 3, 1))
spans = st.tuples(days, days).map(lambda pair: Span(min(pair), max(pair))) | days.map(lambda day: Span(day, day))
years = st.none() | st.tuples(st.integers(2022, 2025), st.integers(2022, 2025)).map(lambda pair: (min(pair), max(pair)))
validities = st.builds(Validity, spans, spans, years) | st.builds(Validity, since=spans, years=years)
WORSE = [Force.NO, Force.UNCERTAIN, Force.YES]


@given(validities, validities, days, st.integers(2021, 2026))
def test_a_norm_inside_another_holds_as_surely_as_the_less_sure_of_both(
    inner: Validity, outer: Validity, day: date, year: int
) -> None:
    """A rule dated inside a regulation of which only the year is known stays uncertain until that year is over."""
    forces = inner.on(day, year), outer.on(day, year)
    assert inner.within(outer).on(day, year) is min(forces, key=WORSE.index)
    assert inner.within(outer) == outer.within(inner)


@given(validities, days, st.integers(2021, 2026))
def test_between_two_cuts_nothing_changes(validity: Validity, day: date, year: int) -> None:
    before = day - timedelta(days=1)
    if day not in validity.cuts:
        assert validity.on(before, year) is validity.on(day, year)


@given(validities, validities, days, st.integers(2022, 2025))
def test_what_surely_holds_together_overlaps(one: Validity, other: Validity, day: date, year: int) -> None:
    if one.on(day, year) is other.on(day, year) is Force.YES:
        assert one.overlaps(other)


@given(st.integers(2020, 2028), st.lists(days, max_size=6))
def test_the_periods_of_a_year_are_the_year(year: int, cuts: list[date]) -> None:
    periods = split_year(year, tuple(cuts))
    assert (periods[0].start, periods[-1].end) == (date(year, 1, 1), date(year, 12, 31))
    assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(periods))
    assert {cut for cut in cuts if cut.year == year} <= {period.start for period in periods}
