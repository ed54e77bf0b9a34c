"""The plan in the forms of offices: RKA and village lines, the workbook, what stays blank, what is refused."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from planning import Person, Planned, planned

from regpol.budget.planning.plan import from_json, to_json
from regpol.commands.budget.work import check_shapes
from regpol.law.shape import Unreadable
from regpol.law.yaml_text import read_text
from regpol.project.budget_format import BUDGET, BudgetPolicy
from regpol.project.policy import FundChoice, Policy
from regpol.reports.plan.view import PlanView, view_of
from regpol.reports.plan.workbook import plan_xlsx
from regpol.terms.dates import parse_date
from regpol.terms.problems import Refused

RT = Policy(
    segments={"ketua_rt": "bpu"},
    programmes={"ketua_rt": ("jkk", "jkm"), "non_asn": ("jkk", "jkm")},
    funds={"ketua_rt": (FundChoice("apbd_kabkota"),), "non_asn": (FundChoice("apbd_kabkota"),)},
    wage_base="upah_minimum",
    risk_group="sangat_rendah",
)
VILLAGE = Policy(
    programmes={"kepala_desa": ("jkk", "jkm")},
    funds={"kepala_desa": (FundChoice("add"),)},
    wage_base="penghasilan",
    risk_group="sangat_rendah",
)


def budget(text: str) -> BudgetPolicy:
    """The section of a project file."""
    report: list[Any] = []
    tree, problems = read_text(text, "project.yaml")
    assert not problems
    try:
        return BUDGET.read(tree, report)  # type: ignore[arg-type]
    except Unreadable:
        raise Refused(*report) from None


def shown(made: Planned, choices: BudgetPolicy | None = None) -> PlanView:
    chosen = choices or BudgetPolicy()
    return view_of(made.plan, chosen.rka, chosen.village)


HALF = parse_date("2025-06-30")


def test_months_with_equally_many_people_are_one_line() -> None:
    """A decree that ends in June: two lines, each people x months x price, and not one with a broken number."""
    view = shown(planned([Person("ketua_rt"), Person("ketua_rt", sk_sampai=HALF)], RT))
    found = [(it.people, it.months, it.price, it.amount) for it in view.rka if "JKK" in it.texts["uraian"]]
    assert found == [(2, 6, 10_000, 120_000), (1, 6, 10_000, 60_000)]


def test_codes_stand_only_where_the_rulebook_or_the_project_has_them() -> None:
    view = shown(planned([Person("ketua_rt"), Person("non_asn")], RT))
    codes = {it.texts["uraian"]: it.texts["rekening"] for it in view.rka}
    assert codes["Iuran JKK Ketua RT (BPU)"] == ""
    assert codes["Iuran JKK Pegawai non-ASN (PU)"].startswith("5.1.02")
    assert ("rekening", "Iuran JKM Ketua RT (BPU)") in {(it.column, it.about) for it in view.missing}
    own = budget(
        """rka:
  skpd: "Kec. {unit}"
  rinci: kecamatan
  kategori: {ketua_rt: {rekening: {jkk: 5.1.x}}}
"""
    )
    view = shown(planned([Person("ketua_rt")], RT), own)
    assert {it.texts["skpd"] for it in view.rka} == {"Kec. Ampenan"}
    assert [it.texts["rekening"] for it in view.rka] == ["5.1.x", ""]


def test_village_money_stands_in_the_form_of_villages() -> None:
    people = [
        Person("kepala_desa", penghasilan=2_000_000, kelurahan=unit) for unit in ("62.01.01.2001", "62.01.01.2002")
    ]
    view = shown(planned(people, VILLAGE, region="62.01"))
    assert not view.rka
    assert len({it.unit for it in view.village}) == 2
    assert sum(it.amount or 0 for it in view.village) == view.plan.total > 0
    assert all(it.price is None for it in view.village), "each by the person's own income"
    sheets = openpyxl.load_workbook(io.BytesIO(plan_xlsx(view))).sheetnames
    assert "Desa" in sheets


def test_what_leaves_next_years_cash_is_in_no_line_of_this_year() -> None:
    choices = budget("iuran_desember: januari_berikutnya")
    view = shown(planned([Person("non_asn")], RT, choices), choices)
    assert sum(it.amount or 0 for it in view.rka) == 11 * 15_442
    assert view.plan.total == 12 * 15_442


def test_what_crosses_the_turn_of_the_year_is_told_and_enters_the_cash_of_january() -> None:
    choices = budget("iuran_desember: januari_berikutnya\ndesember_lalu: {apbd_kabkota: Rp9.000}")
    plan = planned([Person("non_asn")], RT, choices).plan
    plan = replace(plan, head=replace(plan.head, carried=tuple(choices.december_before.items())))
    notes = " ".join(plan.head.notes)
    assert "tulis dalam project.yaml tahun 2026: desember_lalu: {apbd_kabkota: Rp15.442}" in notes
    assert "iuran Desember 2024" in notes
    assert "utang" in notes
    assert from_json(to_json(plan), "rencana.json") == plan
    view = view_of(plan, choices.rka, choices.village)
    assert sum(it.amount or 0 for it in view.rka) == 11 * 15_442, "no line of this year's contributions"
    sheet = openpyxl.load_workbook(io.BytesIO(plan_xlsx(view)), data_only=True)["Kas per bulan"]
    every = {row[0].value: [cell.value for cell in row[3:6]] for row in sheet.iter_rows(min_row=6)}
    assert every["Semua dana"] == [9_000, 15_442, 15_442]
    assert every["Kumulatif"] == [9_000, 24_442, 39_884]


def test_the_workbook_sums_are_formulas_whose_kept_values_agree() -> None:
    made = planned([Person("ketua_rt"), Person("ketua_rt", sk_sampai=HALF), Person("non_asn")], RT)
    content = plan_xlsx(shown(made))
    formulas, values = (openpyxl.load_workbook(io.BytesIO(content), data_only=only) for only in (False, True))
    assert formulas.sheetnames == [
        *("Ringkasan", "RKA", "Kas per bulan", "Per unit", "Rincian", "Tidak terhitung", "Dasar hukum")
    ]
    rka, last = values["RKA"], formulas["RKA"].max_row
    at = [cell.value for cell in rka[5]].index("Jumlah (Rp)") + 1
    assert rka.cell(last, at).value == made.plan.total
    assert formulas["RKA"].cell(6, at).value == "=H6*I6*J6"
    for row in range(6, last):
        assert rka.cell(row, at).value == rka.cell(row, 8).value * rka.cell(row, 9).value * rka.cell(row, 10).value
    cash = values["Kas per bulan"]
    assert cash.cell(cash.max_row, 16).value == made.plan.total


def test_the_details_cite_provisions_and_number_their_grounds() -> None:
    made = planned([Person("ketua_rt"), Person("non_asn")], RT)
    book = openpyxl.load_workbook(io.BytesIO(plan_xlsx(shown(made))), data_only=True)
    at = [cell.value for cell in book["Rincian"][5]].index("Dasar")
    details = {str(row[at]) for row in book["Rincian"].iter_rows(min_row=6, values_only=True) if row[at]}
    grounds = list(book["Dasar hukum"].iter_rows(min_row=6, values_only=True))
    told = {f"{number}. {cited}" for number, _, _, _, _, cited, *_ in grounds}
    assert details <= told
    assert all(" Pasal " in it and "[" in it for it in details)


def test_an_amount_that_is_not_known_is_said_and_never_zero() -> None:
    made = planned([Person("ketua_rt")], Policy(programmes={"ketua_rt": ("jkk", "jkm")}, funds=RT.funds))
    view = shown(made)
    assert not made.plan.complete
    assert {it.amount for it in made.plan.lines} == {None}
    book = openpyxl.load_workbook(io.BytesIO(plan_xlsx(view)), data_only=True)
    assert "belum dapat dihitung" in {cell.value for row in book["RKA"].iter_rows() for cell in row}
    assert "segmen belum pasti dan kebijakan belum memilihnya" in {
        cell.value for row in book["Tidak terhitung"].iter_rows() for cell in row
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('mulai: "13"', "bulan 1 sampai 12"),
        ('mulai: "0"', "bulan 1 sampai 12"),
        ("tunggakan: mungkin", "tunggakan"),
        ("iuran_desember: februari", "januari_berikutnya"),
        ("mula: 4", "mulai"),
        ("rka: {kolom: [skpd, warna]}", "warna"),
        ("rka: {kategori: {ketua_rt: {warna: merah}}}", "warna"),
    ],
)
def test_a_bad_choice_is_refused_with_what_is_meant(text: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        budget(text)
    assert told in str(refused.value)


def test_forms_name_only_what_the_rulebook_knows() -> None:
    made = planned([], RT)
    text = 'rka: {kategori: {ketua_rw_x: {skpd: x}, ketua_rt: {rekening: {jkq: "5"}}}}'
    with pytest.raises(Refused) as refused:
        check_shapes(made.deciding.rulebook, budget(text))
    assert {problem.given for problem in refused.value.problems} == {"ketua_rw_x", "jkq"}  # type: ignore[attr-defined]


@pytest.mark.slow
def test_libreoffice_computes_every_formula_to_the_value_kept(tmp_path: Path) -> None:
    import subprocess

    made = planned([Person("ketua_rt"), Person("ketua_rt", sk_sampai=HALF), Person("non_asn")], RT)
    path = tmp_path / "rencana.xlsx"
    path.write_bytes(plan_xlsx(shown(made)))
    form = "xlsx:Calc MS Excel 2007 XML"
    out = tmp_path / "dihitung"
    subprocess.run(["soffice", "--headless", "--convert-to", form, "--outdir", out, path], check=True, timeout=180)
    kept, computed = (openpyxl.load_workbook(it, data_only=True) for it in (path, out / "rencana.xlsx"))
    formulas = openpyxl.load_workbook(path)
    checked = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith("="):
                    checked += 1
                    place = (sheet.title, cell.coordinate)
                    assert kept[place[0]][place[1]].value == computed[place[0]][place[1]].value, place
    assert checked > 50
