"""Planned against paid against active: rupiah that add up, proposals that follow from them, nothing invented."""

import csv
import random
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regpol.budget.paid_month import Written, months_later, read_month
from regpol.budget.planning.plan import Plan, PlanCounts, PlanGround, PlanHead, PlanLine
from regpol.budget.realisation import RealisationView, set_beside
from regpol.budget.realisation_file import read_realisation
from regpol.project.realisation_format import COVERAGE, Coverage, read_realisation_mapping
from regpol.register.cell_shape import spot
from regpol.reports.realisation.text import realisation_json, realisation_text
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
    assert [(spot(it.place), it.reason, it.amount) for it in view.realisation.unread] == [
        (
            "sel A4",
            "dana (teks, 2 kata) tidak dikenal dalam rencana, yang memuat APBD kabupaten/kota, Alokasi Dana Desa",
            50_000,
        ),
        ("sel B5", "bulannya (teks, 2 kata, 1 angka) tidak terbaca", 40_000),
        ("sel B6", "bulannya kosong", 30_000),
        ("sel E7", "jumlahnya tidak terbaca", None),
        (
            "sel A9",
            "dana (bilangan, 16 digit) tidak dikenal dalam rencana, yang memuat APBD kabupaten/kota, Alokasi Dana Desa",
            1,
        ),
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
        ("Januari", Written(1)),
        ("bulan Agustus 2026", Written(8, 2026)),
        ("Agt", None),
        ("12", Written(12)),
        ("13", None),
        ("2026-02-28", Written(2, 2026)),
        ("2026-02-28 00:00:00", Written(2, 2026)),
        ("01/07/2026", Written(7, 2026)),
        ("7/2026", Written(7, 2026)),
        ("15 Desember 2025", Written(12, 2025)),
        (date(2027, 1, 15), Written(1, 2027)),
        ("Mei-Juni", None),
        ("Desember 2025 2026", None),
        ("", None),
    ],
)
def test_a_month_is_read_or_it_is_not(written: str | date, month: Written | None) -> None:
    assert read_month(written) == month


PAID_FOR = "Dana,Tanggal Bayar,Untuk Bulan,Program,Unit,Jumlah"


def paid_for(folder: Path, later: int, *months: tuple[object, object]) -> RealisationView:
    """JKK of one unit, paid in a month for a month; the plan pays ``later`` months after the cover."""
    lines = [replace(it, month_cash=it.month_cover + later) for it in full_plan().lines if it.programme == "jkk"]
    rows = [["add", paid, meant, "jkk", UNITS[0], 100_000] for paid, meant in months]
    return beside(plan_of(lines), paid_file(folder, rows, PAID_FOR))


def paid_months(view: RealisationView) -> list[int]:
    return [month for month in range(1, 13) for _ in range(view.month(month).paid // 100_000)]


def test_december_paid_in_january_is_of_the_year_before_and_never_of_january(tmp_path: Path) -> None:
    view = paid_for(tmp_path, 1, ("Januari", "Desember"), ("15/01/2026", "Desember 2025"), ("Februari", "Januari"))
    assert paid_months(view) == [1]
    assert view.elsewhere == {0: 200_000}
    told = " ".join(realisation_text(view, ()).split())
    assert "Dibayar untuk Desember 2025 Rp200.000" in told
    assert "Dianggarkan untuk Desember 2025 (desember_lalu) Rp0" in told
    assert "1 pembayaran dengan “untuk bulan” tanpa tahun dianggap untuk tahun sebelum tahun bayarnya" in told


def test_december_paid_in_the_january_after_is_of_this_years_december(tmp_path: Path) -> None:
    view = paid_for(tmp_path, 1, ("2027-01-15", "Desember"), ("2027-01-15", "Desember 2026"), ("2027-02-01", "Januari"))
    assert (paid_months(view), view.elsewhere) == ([12, 12], {13: 100_000})


@pytest.mark.parametrize(("later", "month", "assumed"), [(1, 2, "bulan sebelumnya"), (0, 3, "untuk bulan bayarnya")])
def test_a_payment_that_does_not_tell_is_for_the_month_the_plan_pays_then(
    tmp_path: Path, later: int, month: int, assumed: str
) -> None:
    view = paid_for(tmp_path, later, ("Maret", ""))
    assert paid_months(view) == [month]
    (told,) = [text for text in view.realisation.assumptions if assumed in text]
    assert told.startswith("1 pembayaran tanpa isian")


def test_a_month_that_could_be_of_two_years_is_listed_and_counted_nowhere(tmp_path: Path) -> None:
    view = paid_for(tmp_path, 0, ("Januari", "Desember"), ("Maret", "April"), ("Maret", "April 2026"))
    assert (paid_months(view), view.elsewhere, view.unread_amount) == ([4], {}, 200_000)
    assert {one.reason for one in view.realisation.unread} == {
        "untuk bulan sesudah bulan bayar (di muka, atau tunggakan tahun lalu); tulis tahunnya"
    }


def test_where_lines_fall_due_differently_a_blank_month_is_not_guessed(tmp_path: Path) -> None:
    lines = [replace(it, month_cash=it.month_cover + (it.programme == "jkm")) for it in full_plan().lines]
    path = paid_file(tmp_path, [["add", 3, "", UNITS[0], 7]], "Dana,Bulan,Bulan Iuran,Unit,Jumlah")
    (unread,) = beside(plan_of(lines), path).realisation.unread
    assert unread.reason == "untuk bulannya kosong, jatuh temponya dalam rencana tidak tunggal; isi bulannya"


def test_december_paid_in_december_by_policy_does_not_hide_that_the_rest_is_paid_a_month_later() -> None:
    lines = [replace(it, month_cash=min(it.month_cover + 1, 12)) for it in full_plan().lines]
    assert months_later(lines) == 1
    assert months_later([it for it in lines if it.month_cover == 12]) is None


def test_a_file_of_the_months_paid_for_needs_no_month_of_payment(tmp_path: Path) -> None:
    path = paid_file(tmp_path, [["add", "Desember 2025", 3], ["add", "Mei", 4]], "Dana,Bulan Iuran,Jumlah")
    view = beside(full_plan(), path)
    assert (view.realisation.by_cover, view.elsewhere, view.month(5).paid) == (True, {0: 3}, 4)


def test_a_payment_in_the_january_after_is_not_of_this_years_january(tmp_path: Path) -> None:
    path = paid_file(tmp_path, [["add", "15/01/2027", 3], ["add", "15/01/2026", 4]], "Dana,Tanggal Bayar,Jumlah")
    view = beside(full_plan(), path)
    assert (view.elsewhere, view.month(1).paid) == ({13: 3}, 4)
    assert "Desember 2025, bila ada, ikut terhitung Januari" in " ".join(view.realisation.assumptions)


NAMES_PLANTED = ("Yohana Rumbewas", "Siti Rohani Lestari", "9371010101700012")


@pytest.mark.parametrize("column", [0, 1, 2, 3, 4, 5])
def test_a_name_in_a_misplaced_column_is_in_no_message(tmp_path: Path, column: int) -> None:
    rows: list[list[object]] = [["add", 1, 1, "jkk", UNITS[0], 100_000] for _ in NAMES_PLANTED]
    for row, planted in zip(rows, NAMES_PLANTED, strict=True):
        row[column] = planted
    view = beside(full_plan(), paid_file(tmp_path, rows, PAID_FOR))
    told = realisation_text(view, ()) + repr(realisation_json(view, ())) + repr(view.realisation.unread)
    assert len(view.realisation.unread) >= 2
    assert not [word for planted in NAMES_PLANTED for word in planted.split() if word in told]


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
