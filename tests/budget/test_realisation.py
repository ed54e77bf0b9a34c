"""Planned against paid against active: rupiah that add up, proposals that follow from them, nothing invented."""

import csv
import random
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regpol.budget.planning.plan import Plan, PlanCounts, PlanGround, PlanHead, PlanLine
from regpol.budget.realisation import RealisationView, set_beside
from regpol.budget.realisation_file import month_of, read_realisation
from regpol.project.realisation_format import COVERAGE, Coverage, read_realisation_mapping
from regpol.reports.realisation.text import realisation_text
from regpol.reports.realisation.words import NO_COVERAGE, coverages, verdict
from regpol.terms.problems import Refused

UNITS = ("93.01.01.2001", "93.01.01.2002")
NAMES = {
    "dana:add": "Alokasi Dana Desa",
    "dana:apbd_kabkota": "APBD kabupaten/kota",
    "program:jkk": "JKK",
    "program:jkm": "JKM",
    "unit:93.01.01.2001": "Rimba Jaya",
    "unit:93.01.01.2002": "Samkai",
}
PRICES = {"jkk": 10_000, "jkm": 6_800}


def line(fund: str, unit: str, programme: str, month: int, people: int, amount: int | None) -> PlanLine:
    return PlanLine(
        fund, "5.1.02", unit, "petani", "bpu", programme, "pekerja", month, month, people, None, amount, "pilihan", "g"
    )


def plan_of(lines: list[PlanLine]) -> Plan:
    head = PlanHead("93.01", "Kabupaten Merauke", 2026, "2026-01-01", "t", "s", "r")
    ground = PlanGround("petani", "jkk", "add", ())
    return Plan(head, PlanCounts(10, 10, 0, 0), tuple(lines), {"g": ground}, names=NAMES)


def full_plan(people: int = 10) -> Plan:
    return plan_of(
        [
            line(fund, unit, programme, month, people, price * people)
            for fund, unit in zip(("add", "apbd_kabkota"), UNITS, strict=True)
            for programme, price in PRICES.items()
            for month in range(1, 13)
        ]
    )


def paid_file(folder: Path, rows: list[list[object]], headings: str = "Dana,Bulan,Program,Unit,Jumlah,Peserta") -> Path:
    path = folder / "realisasi.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings.split(","), *rows])
    return path


def beside(plan: Plan, path: Path, through: int | None = None) -> RealisationView:
    return set_beside(plan, read_realisation(path, plan, read_realisation_mapping(None)), through)


def test_a_line_that_pays_for_fewer_people_gives_the_rest_of_the_year_back(tmp_path: Path) -> None:
    rows = [["Alokasi Dana Desa", month, "JKK", "Rimba Jaya", "Rp80.000", 8] for month in range(1, 7)]
    view = beside(full_plan(), paid_file(tmp_path, rows))
    one = next(it for it in view.lines if it.key == ("add", "jkk", UNITS[0]))
    assert (view.through, view.months_left) == (6, 6)
    assert (one.planned, one.planned_so_far, one.paid, one.gap) == (1_200_000, 600_000, 480_000, 120_000)
    assert (one.active, one.planned_people, one.still_needed) == (8, 10, 480_000)
    assert (one.proposal, one.proposal_if_owed) == (-240_000, -120_000)


def test_more_people_than_planned_is_a_shortfall_for_the_months_left(tmp_path: Path) -> None:
    rows = [["add", "Maret", "jkm", UNITS[0], "102.000", "15 orang"]]
    one = next(it for it in beside(full_plan(), paid_file(tmp_path, rows)).lines if it.key == ("add", "jkm", UNITS[0]))
    assert (one.planned, one.paid, one.active, one.still_needed) == (816_000, 102_000, 15, 9 * 102_000)
    assert (one.proposal, one.proposal_if_owed) == (102_000 + 918_000 - 816_000, 204_000 + 204_000 - 102_000)


def test_a_line_nobody_reported_is_never_called_a_saving(tmp_path: Path) -> None:
    view = beside(full_plan(), paid_file(tmp_path, [["add", 3, "jkk", UNITS[0], 300_000, 10]]))
    silent = next(it for it in view.lines if it.key == ("add", "jkm", UNITS[0]))
    assert (silent.reported, silent.proposal, silent.proposal_if_owed) == (False, -204_000, 0)
    assert verdict(silent) == "tanpa realisasi"
    assert len(view.unreported) == 3
    assert "3 baris tanpa realisasi" in realisation_text(view, ())


def test_without_people_the_months_left_cost_what_was_planned(tmp_path: Path) -> None:
    rows = [["add", 1, "jkk", UNITS[0], 100_000]]
    view = beside(full_plan(), paid_file(tmp_path, rows, "Dana,Bulan,Program,Unit,Jumlah"))
    one = next(it for it in view.lines if it.key == ("add", "jkk", UNITS[0]))
    assert (one.active, one.still_needed, one.proposal) == (None, 1_100_000, 0)


def test_what_the_plan_could_not_count_stays_uncounted(tmp_path: Path) -> None:
    lines = [line("add", UNITS[0], "jkk", month, 10, None if month == 9 else 100_000) for month in range(1, 13)]
    view = beside(plan_of(lines), paid_file(tmp_path, [["add", 1, "jkk", UNITS[0], 100_000, 10]]))
    (one,) = view.lines
    assert (one.planned, one.planned_so_far, one.still_needed, one.proposal) == (None, 100_000, None, None)
    assert view.total("proposal") is None
    assert "belum dapat dihitung" in realisation_text(view, ())


def test_payments_outside_the_plan_and_unread_rows_are_listed_and_not_folded_in(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["add", 1, "jkk", UNITS[0], 100_000, 10],
        ["add", 1, "jkk", UNITS[1], 70_000, 7],
        ["APBD-P", 1, "jkk", UNITS[0], 50_000, 5],
        ["add", "triwulan 1", "jkk", UNITS[0], 40_000, 4],
        ["add", "", "jkk", UNITS[0], 30_000, 3],
        ["add", 2, "jkk", UNITS[0], "lunas", 3],
        ["", "Jumlah", "", "", 290_000, ""],
        ["5271010101700012", 1, "jkk", UNITS[0], 1, 1],
    ]
    view = beside(full_plan(), paid_file(tmp_path, rows))
    assert [(it.place.line, it.reason, it.amount) for it in view.realisation.unread] == [
        (4, "dana “APBD-P” tidak dikenal dalam rencana, yang memuat APBD kabupaten/kota, Alokasi Dana Desa", 50_000),
        (5, "bulannya “triwulan 1” tidak terbaca", 40_000),
        (6, "bulannya kosong", 30_000),
        (7, "jumlahnya tidak terbaca", None),
        (9, "dana tidak dikenal dalam rencana, yang memuat APBD kabupaten/kota, Alokasi Dana Desa", 1),
    ]
    assert (view.unplanned, view.unread_amount, view.total("paid")) == (70_000, 120_001, 100_000)
    assert [it.key for it in view.lines if not it.known] == [("add", "jkk", UNITS[1])]


def test_a_file_without_units_is_compared_without_units(tmp_path: Path) -> None:
    view = beside(full_plan(), paid_file(tmp_path, [["jkk", 1, 200_000]], "Program,Bulan,Jumlah"))
    assert view.realisation.dimensions == ("programme",)
    assert [(it.key, it.planned, it.planned_people) for it in view.lines] == [
        (("jkk",), 2_400_000, 20),
        (("jkm",), 1_632_000, 20),
    ]


def test_months_beyond_the_year_belong_to_the_next_budget(tmp_path: Path) -> None:
    late = line("add", UNITS[0], "jkk", 12, 10, 100_000)
    carried = PlanLine(**{name: getattr(late, name) for name in late.__dataclass_fields__} | {"month_cash": 13})
    view = beside(
        plan_of([carried, line("add", UNITS[0], "jkk", 1, 10, 100_000)]),
        paid_file(tmp_path, [["add", 1, "jkk", UNITS[0], 100_000, 10]]),
    )
    assert view.total("planned") == 100_000


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("Januari", 1),
        ("bulan Agustus 2026", 8),
        ("Agt", None),
        ("12", 12),
        ("13", None),
        ("2026-02-28", 2),
        ("01/07/2026", 7),
        ("7/2026", 7),
        ("Mei-Juni", None),
        ("", None),
    ],
)
def test_a_month_is_read_or_it_is_not(written: str, month: int | None) -> None:
    assert month_of(written) == month


def test_a_file_without_amounts_is_refused_with_what_was_found(tmp_path: Path) -> None:
    path = paid_file(tmp_path, [["add", 1, 5]], "Dana,Bulan,Nominal")
    with pytest.raises(Refused) as refused:
        beside(full_plan(), path)
    assert [problem.code for problem in refused.value.problems] == ["BUD44"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_sums_over_rows_are_sums_over_lines_whatever_was_paid(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    truth: dict[tuple[str, str, str], int] = defaultdict(int)
    rows: list[list[object]] = []
    for _ in range(chance.randint(1, 40)):
        key = (chance.choice(("add", "apbd_kabkota")), chance.choice(("jkk", "jkm")), chance.choice(UNITS))
        amount = chance.randint(0, 5_000_000)
        truth[key] += amount
        rows.append([key[0], chance.randint(1, 12), key[1], key[2], amount, chance.randint(0, 20)])
    view = beside(full_plan(chance.randint(1, 30)), paid_file(tmp_path_factory.mktemp("acak"), rows))
    assert {it.key: it.paid for it in view.lines if it.paid} == {key: sum_ for key, sum_ in truth.items() if sum_}
    assert sum(view.month(month).paid for month in range(1, 13)) == sum(truth.values())
    for it in view.lines:
        if it.known:
            assert it.proposal is not None
            assert it.gap is not None
            assert it.proposal == it.paid + (it.still_needed or 0) - (it.planned or 0)
            assert it.proposal_if_owed == it.proposal + max(it.gap, 0)
            assert isinstance(it.still_needed, int)


def test_coverage_needs_a_whole_from_the_project_and_is_blank_without(tmp_path: Path) -> None:
    view = beside(
        full_plan(),
        paid_file(tmp_path, [["add", 1, "jkk", UNITS[0], 100_000, 8], ["add", 1, "jkm", UNITS[0], 68_000, 7]]),
    )
    told = (
        Coverage("Kampung yang ikut", 179, "Berita pertemuan Merauke 5 April 2023", "kampung", 29),
        Coverage("Pekerja", 120, "pendataan"),
        Coverage("Distrik", 20, "pendataan", "distrik"),
    )
    assert [(it.joined, it.permille) for it in coverages(view, told)] == [(29, 162), (8, 67), (None, None)]
    assert NO_COVERAGE in " ".join(realisation_text(view, ()).split())
    assert "required" in COVERAGE.schema()["items"]
    assert {"nama", "dari", "sumber"} == set(COVERAGE.schema()["items"]["required"])
