"""``regpol budget calendar`` as an official meets it."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator
from python_calamine import load_workbook
from regpol_command import MATARAM, Regpol

from regpol.reports.schemas import documents

ASKED = ("budget", "calendar", "--region", "93.01", "--year", 2027, "--date", "2026-11-28")


def test_what_is_open_stands_first_and_everything_has_its_basis(regpol: Regpol) -> None:
    run = regpol(*ASKED).done()
    assert run.status == 0
    opening = run.out.partition("Anggaran daerah")[0]
    assert "RKA dan rancangan APBD (sebagian lewat): paling lambat 30 November 2026 (2 hari lagi)" in opening
    assert "KUA dan PPAS" not in opening
    assert "Nota kesepahaman atau perjanjian dengan BPJS Ketenagakerjaan bukan dasar penganggaran" in run.out
    assert "Desa di sini disebut Kampung" in run.out
    assert "Permendagri 86/2017 [tidak ditemukan]" in run.out


def test_the_document_fits_its_schema_and_says_the_same(regpol: Regpol) -> None:
    document = regpol(*ASKED, "--json").done().json
    Draft202012Validator(documents()["budget_calendar"]).validate(document)
    assert document["open"] == ["rapbd", "apb_desa"]
    assert document["next_deadline"]["closes"] == {"earliest": "2026-11-30", "latest": "2026-11-30"}
    kua = next(door for door in document["doors"] if door["door"] == "kua_ppas")
    assert kua["state"] == "past"
    assert {step["evidence"] for step in kua["steps"]} == {"mirror"}


def test_a_city_without_villages_has_no_village_budget(regpol: Regpol) -> None:
    asked = ("budget", "calendar", "--region", "52.71", "--year", 2027, "--date", "2026-06-01")
    assert "Anggaran desa" not in regpol(*asked).done().out
    assert regpol(*asked, "--track", "desa").refused().codes == ["BUD43"]
    assert regpol(*asked, "--track", "abpd").refused().codes == ["CMD01"]


def test_nothing_left_open_deserves_attention(regpol: Regpol) -> None:
    run = regpol("budget", "calendar", "--region", "52.71", "--year", 2025, "--date", "2026-01-01").done()
    assert run.status == 1
    assert "Tidak ada pintu yang diketahui masih terbuka" in run.out


def test_a_project_tells_region_and_year(regpol: Regpol) -> None:
    run = regpol("budget", "calendar", "--project", MATARAM, "--date", "2025-02-01").done()
    assert run.out.startswith("Kalender anggaran 2025 · Kota Mataram (52.71) · pada 1 Februari 2025")
    assert regpol("budget", "calendar", "--year", 2027).refused().codes == ["CMD10"]
    assert regpol("budget", "calendar", "--region", "52.71", "--year", 2027, "--date", "x").refused().codes


def test_the_calendar_is_written_as_a_workbook_and_in_other_forms(regpol: Regpol, tmp_path: Path) -> None:
    for ending in ("xlsx", "txt", "json"):
        assert regpol(*ASKED, "-o", tmp_path / f"kalender.{ending}").done().status == 0
    book = load_workbook(tmp_path / "kalender.xlsx")
    assert book.sheet_names == ["Kalender", "Keterangan"]
    head, *rows = book.get_sheet_by_name("Kalender").to_python()[4:]
    steps = [dict(zip(head, row, strict=True)) for row in rows]
    rapbd = next(it for it in steps if it["Tahun"] == 2027 and it["Hari lagi"] == 2)
    assert rapbd["Paling lambat"] == "30 November 2026"
    assert rapbd["Sitasi"]
    assert {it["Tahun"] for it in steps} == {2027, 2028}
    assert (tmp_path / "kalender.txt").read_text(encoding="utf-8").startswith("Kalender anggaran 2027")
    assert json.loads((tmp_path / "kalender.json").read_text(encoding="utf-8"))["year"] == 2027
    assert regpol(*ASKED, "-o", tmp_path / "kalender.pdf").refused().codes == ["CMD01"]
