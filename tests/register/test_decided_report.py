"""The decided register as a file: masked, inert, whole or not at all."""

import csv
import io
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from regpol.register.people import Roster, RosterEntry
from regpol.reports.decided.register import DecidedRegister, DecidedRow, RowNote, SituationLine, Total
from regpol.reports.decided.workbook import decided_xlsx
from regpol.reports.decided.write import write_decided
from regpol.terms.problems import Refused

NIK, NAME = "5271055703800012", "Baiq Contoh"
ROW = DecidedRow(
    row=7,
    district="Selaparang",
    village="=HYPERLINK(1)",
    category="Ketua RT",
    segment="BPU",
    answers={"JKK": "berhak", "JKM": "belum terbaca"},
    monthly={"JKK": 10_000, "JKM": None},
    fund="APBD kabupaten/kota",
    fund_answer="boleh",
    reasons="+ alasan",
    situation=1,
)
REPORT = DecidedRegister(
    title="Keputusan register",
    region="Kota Mataram",
    on_date=date(2024, 10, 22),
    source="register.xlsx",
    programmes=("JKK", "JKM", "JHT"),
    rows=(ROW, replace(ROW, row=8, monthly={"JKK": 10_000, "JKM": 6_800})),
    situations=(
        SituationLine(1, 2, "Ketua RT", "usia 18 sampai 64", "BPU", {"JKK": "berhak"}, "APBD", "boleh", "-", True),
    ),
    rejects=(RowNote(9, "REG23", "NIK kosong", "kolom NIK kosong", "minta KTP"),),
    warnings=(),
    assumptions=("Judul kolom diambil dari baris 5",),
    totals=(Total("Diputus", 2, "orang", "Register"), Total("JKM", None, "rupiah", "Iuran")),
    roster=Roster({7: RosterEntry(NIK, NAME, "P", ""), 8: RosterEntry("=1+1", "@lain", "L", "")}),
)


def texts(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_workbook_has_its_sheets_filters_and_frozen_headings() -> None:
    book = openpyxl.load_workbook(io.BytesIO(decided_xlsx(REPORT)))
    assert book.sheetnames == ["Ringkasan", "Keputusan", "Situasi", "Ditolak", "Peringatan", "Asumsi"]
    decisions = book["Keputusan"]
    headings = [cell.value for cell in decisions[4]]
    assert headings[:4] == ["Baris", "NIK", "Nama", "Kecamatan"]
    assert decisions.freeze_panes == "D5"
    assert decisions.auto_filter.ref == "A4:R6"
    assert decisions.page_setup.orientation == "landscape"
    first = dict(zip(headings, (cell.value for cell in decisions[5]), strict=True))
    assert (first["JKK per bulan (Rp)"], first["JKM per bulan (Rp)"]) == (10_000, "belum diketahui")
    assert first["Jumlah per bulan (Rp)"] == "belum diketahui"
    assert first["JHT per bulan (Rp)"] is None
    assert book["Peringatan"]["A5"].value == "Tidak ada."


def test_people_are_masked_unless_asked_for() -> None:
    masked = texts(decided_xlsx(REPORT))
    assert "527105••••••••12" in masked
    assert not any(NIK in text or NAME in text for text in masked)
    assert any("disamarkan" in text for text in masked)
    shown = texts(decided_xlsx(REPORT, show_personal=True))
    assert NIK in shown
    assert any("RAHASIA" in text for text in shown)


def test_without_a_roster_there_is_no_column_for_people() -> None:
    book = openpyxl.load_workbook(io.BytesIO(decided_xlsx(replace(REPORT, roster=None))))
    assert [cell.value for cell in book["Keputusan"][4]][:2] == ["Baris", "Kecamatan"]


@pytest.mark.parametrize("show", [True, False])
def test_nothing_can_run_as_a_formula(show: bool) -> None:
    book = openpyxl.load_workbook(io.BytesIO(decided_xlsx(REPORT, show_personal=show)))
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(str(formula).startswith("=SUBTOTAL(109,") for formula in formulas)
    assert "'=HYPERLINK(1)" in texts(decided_xlsx(REPORT))


def test_the_text_file_is_inert_and_keeps_every_digit(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    write_decided(REPORT, path, show_personal=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [row["NIK"] for row in rows] == [f"'{NIK}", "'=1+1"]
    assert rows[0]["Kelurahan/Desa"] == "'=HYPERLINK(1)"
    assert rows[0]["Alasan"] == "'+ alasan"
    assert rows[1]["Jumlah per bulan (Rp)"] == "16800"


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    for name in ("hasil.xlsx", "hasil.csv"):
        (tmp_path / name).write_text("lama", encoding="utf-8")
        (tmp_path / name).chmod(0o644)
        write_decided(REPORT, tmp_path / name)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hasil.csv", "hasil.xlsx"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("lama", encoding="utf-8")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(Refused, match="REG11"):
        write_decided(REPORT, path)
    assert path.read_text(encoding="utf-8") == "lama"
    assert [p.name for p in tmp_path.iterdir()] == ["hasil.csv"]


@pytest.mark.parametrize("name", ["tidak/ada/hasil.xlsx", "berkas/hasil.csv"])
def test_a_folder_that_cannot_be_written_is_a_clear_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="REG11"):
        write_decided(REPORT, tmp_path / name)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert decided_xlsx(REPORT) == decided_xlsx(REPORT)
