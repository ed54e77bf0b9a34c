"""The report of a plan: the first page answers, nothing unknown reads as zero, and every table comes to the total."""

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from small_plans import plan_of, year_of

from regpol.budget.planning.plan import MANDATORY, Heads, LeftOut, Plan, PlanCounts, PlanGround
from regpol.reports.budget_page.charts import BarChart
from regpol.reports.budget_page.page import PLAN, report_html
from regpol.reports.budget_page.plan_report import PlanReport, plan_report
from regpol.reports.budget_page.tables import Column, Table

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = {
    "dana:apbd_kabkota": "APBD kabupaten/kota",
    "kategori:ketua_rt": "Ketua RT",
    "kategori:linmas": "Anggota linmas",
    "program:jkk": "JKK",
    "program:jkm": "JKM",
    "unit:52.71.01": "Ampenan",
    "unit:52.71.01.1001": "Bintaro",
}
GROUNDS = {
    "rt": PlanGround(
        "pilihan daerah; tentang dana ini hukum belum terbaca",
        "jkk",
        "apbd_kabkota",
        (
            ("Permendagri 15/2024, letak belum diverifikasi", "tidak ditemukan"),
            ("PP 44/2015 Pasal 11", "cermin naskah"),
        ),
        ("Permendagri 15/2024, letak belum diverifikasi (belum terbaca)",),
    ),
    "linmas": PlanGround("norma mewajibkan", "jkm", "apbd_kabkota", (("UU 40/2004 Pasal 46", "sekunder"),)),
}


def example() -> Plan:
    """Ten RT heads whose JKK is known, three guards whose JKM is not."""
    lines = [
        *year_of(ground="rt"),
        *year_of(category="linmas", programme="jkm", price=None, people=3, obligation=MANDATORY, ground="linmas"),
    ]
    out = (LeftOut("SK tidak berlaku", "ketua_rt", "52.71.01.1001", "", 2, "4-5"),)
    heads = (Heads("52.71.01.1001", "ketua_rt", 10, 2), Heads("52.71.01.1001", "linmas", 3, 0))
    made = plan_of(lines, assumptions=("ASUMSI: upah minimum dibawa dari 2024", "Judul kolom dari baris 5"))
    return replace(made, counts=PlanCounts(15, 13, 2, 0), grounds=GROUNDS, outside=out, names=NAMES, heads=heads)


def text_of(page: str) -> str:
    """What a reader sees of the page."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    page = re.sub(r"</(td|th)><(td|th)[^>]*>", " | ", page)
    page = re.sub(r"<br>|</?(p|li|tr|h\d|table|title|ul)[^>]*>", "\n", page)
    lines = (" ".join(line.split()) for line in html.unescape(re.sub(r"<[^>]+>", "", page)).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


@pytest.fixture(scope="module")
def report() -> PlanReport:
    return plan_report(example(), ("RKPD: masih terbuka, paling lambat 31 Mei 2026.",), ("skpd",))


def test_the_report_reads_as_the_golden_one(report: PlanReport, golden: Callable[[str, str], None]) -> None:
    golden("laporan-rencana.txt", text_of(report_html(PLAN, TEMPLATES, (), view=report)))


def test_an_unknown_amount_is_marked_wherever_it_enters_a_sum(report: PlanReport) -> None:
    assert report.total == "Rp1.200.000 + ?"
    assert report.incomplete
    cells = [cell for table in (*report.tables, *report.units) for row in (*table.rows, table.totals) for cell in row]
    assert "belum dapat dihitung" in cells
    assert not any(cell.startswith("Rp0") for cell in cells)


def test_every_table_comes_to_the_total_of_the_plan(report: PlanReport) -> None:
    for table in report.tables:
        assert table.totals[-1] == report.total, table.heading
    assert [table.totals[-1] for table in report.units] == [report.total]


def test_how_well_the_ground_is_known_is_told_in_rupiah(report: PlanReport) -> None:
    told = dict(report.summary)["Atas dasar apa, seberapa pasti"]
    assert any("belum terbaca, Permendagri 15/2024" in it and it.endswith(": Rp1.200.000.") for it in told)
    assert "Dari naskah yang terbaca, yang terlemah berbukti “cermin naskah”: Rp1.200.000." in told
    assert "Dari naskah yang terbaca, yang terlemah berbukti “sekunder”: belum dapat dihitung." in told


def test_names_cannot_become_markup() -> None:
    plan = replace(example(), names={**NAMES, "unit:52.71.01.1001": "<script>alert(1)</script>"})
    page = report_html(PLAN, TEMPLATES, (), view=plan_report(plan, ()))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_picture_lies_in_the_page_with_its_words(report: PlanReport) -> None:
    chart = BarChart("uji", "Uang", "Rp juta", ("JKK",), (), ("Sumber.",))
    page = report_html(PLAN, TEMPLATES, (chart,), view=report)
    assert page.count('<img src="data:image/svg+xml;base64,') == 1
    assert 'alt="Uang' in page


def test_a_row_that_does_not_fit_its_columns_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="fit"):
        Table("x", (Column("a"),), (("1", "2"),))
