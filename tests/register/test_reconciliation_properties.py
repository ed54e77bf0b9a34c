"""What must hold for any two lists: nothing lost, one to one, the order of rows without effect."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reconciled import Row, compared

from regpol.register.reconciliation.classes import DecreeClass, Ground, PersonClass
from regpol.register.reconciliation.outcome import Figures, Reconciliation

NIKS = ["1671014505800012", "1671014505800021", "1671011203700034", "5,27101E+15", "", "16710145"]
NAMES = ["Siti Aminah Lubis", "SITI AMINAH", "Siti Aminh Lubis", "Rusli Hakim", "R. Hakim", "=1+1"]
UNITS = ["35 Ilir", "32 Ilir", "20 Ilir D.I", "Entah", ""]
POSTS = ["Ketua RT 03 RW 01", "Ketua RT 3", "Ketua RW 1", "Kader Posyandu", ""]
BORN = ["05/05/1980", "12/03/1970", "", "31/02/1980"]
common = {
    "NIK": st.sampled_from(NIKS),
    "Nama": st.sampled_from(NAMES),
    "Kelurahan": st.sampled_from(UNITS),
    "Jabatan": st.sampled_from(POSTS),
    "Tgl Lahir": st.sampled_from(BORN),
    "Nomor SK": st.sampled_from(["1/2024", "2/2025", ""]),
}
people = st.lists(st.fixed_dictionaries(common), min_size=1, max_size=9)
decrees = st.lists(
    st.fixed_dictionaries(
        common
        | {
            "TMT": st.sampled_from(["2 Januari 2024", "1 Oktober 2025", "1 Maret 2026", ""]),
            "Berlaku s/d": st.sampled_from(["31 Desember 2028", "2025", ""]),
        }
    ),
    min_size=1,
    max_size=9,
)
many = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def said(report: Reconciliation) -> tuple[Counter[object], Counter[object]]:
    """How many rows of each content ended in each class; rows that say the same are one content."""
    return (
        Counter((one.entry.content, one.klass, one.ground, one.found) for one in report.people),
        Counter((one.entry.content, one.klass) for one in report.decrees),
    )


@many
@given(people=people, decrees=decrees, seed=st.integers(0, 10**6))
def test_the_order_of_rows_never_matters(tmp_path: Path, people: list[Row], decrees: list[Row], seed: int) -> None:
    first = said(compared(tmp_path, people, decrees))
    dice = random.Random(seed)
    dice.shuffle(people)
    dice.shuffle(decrees)
    assert said(compared(tmp_path, people, decrees)) == first


@many
@given(people=people, decrees=decrees)
def test_every_row_has_one_class_and_no_decree_two_people(
    tmp_path: Path, people: list[Row], decrees: list[Row]
) -> None:
    report = compared(tmp_path, people, decrees)
    figures = report.figures()
    assert figures.people_read == len(report.people) == len({one.entry.place for one in report.people})
    assert figures.decrees_read == len(report.decrees) == len({one.entry.place for one in report.decrees})
    used = [one.decree.place for one in report.people if one.decree]
    assert len(used) == len(set(used))
    owners = [one.person.place for one in report.decrees if one.klass is DecreeClass.USED and one.person]
    assert sorted(owners) == sorted(one.entry.place for one in report.people if one.decree)
    for one in report.people:
        assert (one.decree is None) == (
            one.klass in {PersonClass.NO_DECREE, PersonClass.REPEATED, PersonClass.NOT_TOLD_APART}
        )


def test_figures_that_lose_a_row_cannot_be_made(tmp_path: Path) -> None:
    whole = compared(tmp_path, [{}], [{}]).figures()
    with pytest.raises(AssertionError, match="people"):
        Figures(
            region=whole.region,
            on_date=whole.on_date,
            people_read=2,
            decrees_read=whole.decrees_read,
            people=whole.people,
            decrees=whole.decrees,
            grounds={Ground.PRESENT: 1},
            by_unit=whole.by_unit,
            decrees_by_unit=whole.decrees_by_unit,
        )
    assert whole.as_dict()["register"]["read"] == 1
