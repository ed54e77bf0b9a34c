"""The decided register as a workbook, a text file and Parquet: what is shown, what is masked, what can never run."""

import csv
import io
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from regpol.budget.row_amounts import RowAmounts
from regpol.reports.decided import parquet_file
from regpol.reports.decided.register import (
    DecidedRegister,
    Notes,
    Open,
    Reason,
    RowNote,
    SituationLine,
    Total,
)
from regpol.reports.decided.rows import Answered, store_answers, store_units
from regpol.reports.decided.situations_page import counted, html, markdown
from regpol.reports.decided.write import refuse_what_no_sheet_holds, write_decided, write_situations
from regpol.situations.columns import Layout
from regpol.terms.problems import Refused

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NIK, NAME = "5271055703800012", "Baiq Contoh"
AMOUNTS = RowAmounts(
    columns=tuple((f"{code}_{each}", "BIGINT") for code in ("jkk", "jkm") for each in ("sebulan", "setahun")),
    rows={1: (10_000, 120_000, None, None), 2: (10_000, 120_000, 6_800, 81_600)},
    monthly={code: f'd."{code}_sebulan"' for code in ("jkk", "jkm", "jht")},
    yearly={code: f'd."{code}_setahun"' for code in ("jkk", "jkm", "jht")},
    due={1: frozenset({"jkk", "jkm"}), 2: frozenset({"jkk", "jkm"})},
    personal=False,
)
FIRST = SituationLine(
    number=1,
    people=1,
    category="Ketua RT",
    facts=(("Usia", "18 sampai 64 tahun"),),
    unknown=("SK masih berlaku",),
    segment="BPU",
    answers={"JKK": "berhak", "JKM": "belum terbaca"},
    monthly={"JKK": 10_000, "JKM": None},
    by_income=False,
    fund="APBD kabupaten/kota",
    fund_answer="boleh",
    reasons=(Reason("+ alasan", "berhak", ("UU 24/2011 Pasal 14 [cermin naskah]",)),),
    attention=("Program JKM belum terbaca", "Dana belum terbaca"),
    open=(Open("Program JKM", "baca PP <b>1", "Bagian Hukum"),),
)
SECOND = replace(
    FIRST,
    number=2,
    category="Ketua RW",
    answers={"JKK": "berhak", "JKM": "wajib"},
    monthly={"JKK": 10_000, "JKM": 6_800},
    attention=("Dana belum terbaca",),
    open=(),
)
REPORT = DecidedRegister(
    title="Keputusan register",
    region="Kota Mataram",
    on_date=date(2024, 10, 22),
    source="register.xlsx",
    programmes=(("jkk", "JKK"), ("jkm", "JKM")),
    situations=(FIRST, SECOND),
    read=3,
    decided=2,
    rejected=1,
    rejects=Notes(lambda: [RowNote(9, "REG23", "NIK kosong", "kolom NIK kosong", "=1+1")]),
    warnings=Notes(),
    assumptions=("Judul kolom diambil dari baris 5",),
    totals=(Total("Diputus", 2, "orang", "Register"), Total("JKM", None, "rupiah", "Iuran")),
    column_sums={"JKK per bulan (Rp)": 20_000, "JKM per bulan (Rp)": 6_800, "Jumlah per bulan (Rp)": 16_800},
)


@pytest.fixture
def answered() -> Iterator[Answered]:
    with duckdb.connect() as database:
        database.execute(
            "CREATE TABLE people AS SELECT * FROM (VALUES (8, 'ketua_rw', '52.71.01', '52.71.01.1001'), "
            "(7, 'ketua_rt', '52.71.01', NULL)) t(row, kategori, kecamatan, kelurahan)"
        )
        database.execute("CREATE TABLE roster (row BIGINT, nik VARCHAR, nama VARCHAR)")
        database.execute("INSERT INTO roster VALUES (7, ?, ?), (8, '=1+1', '@lain')", [NIK, NAME])
        database.execute("CREATE TABLE faults AS SELECT 9 AS row, 'REG23' AS code, 'error' AS severity")
        layout = Layout(("ketua_rt", "ketua_rw"), (), frozenset(), {})
        made = Answered(database, layout, "people", (("jkk", "JKK"), ("jkm", "JKM")), AMOUNTS)
        store_units(database, {"52.71.01": "Ampenan", "52.71.01.1001": "Bintaro"})
        store_answers(made, [FIRST, SECOND], {1: layout.key_of("ketua_rt", {}), 2: layout.key_of("ketua_rw", {})})
        yield made


def workbook(answered: Answered, folder: Path, *, show: bool = False) -> Any:
    write_decided(REPORT, answered, folder / "hasil.xlsx", show_personal=show)
    return openpyxl.load_workbook(folder / "hasil.xlsx")


def texts(book: Any) -> list[str]:
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_workbook_has_its_sheets_filters_and_frozen_headings(answered: Answered, tmp_path: Path) -> None:
    book = workbook(answered, tmp_path)
    assert book.sheetnames == ["Ringkasan", "Keputusan", "Situasi", "Ditolak", "Peringatan", "Asumsi"]
    decisions = book["Keputusan"]
    headings = [cell.value for cell in decisions[4]]
    assert headings[:4] == ["Baris", "NIK", "Nama", "Kecamatan"]
    assert decisions.freeze_panes == "D5"
    assert decisions.auto_filter.ref == "A4:Q6"
    assert decisions.page_setup.orientation == "landscape"
    first, second = (dict(zip(headings, (cell.value for cell in decisions[at]), strict=True)) for at in (5, 6))
    assert (first["Baris"], first["Kecamatan"], first["Kelurahan/Desa"]) == (7, "Ampenan", None)
    assert (second["Baris"], second["Kelurahan/Desa"], second["Jumlah per tahun (Rp)"]) == (8, "Bintaro", 201_600)
    assert (first["JKK per bulan (Rp)"], first["JKM per bulan (Rp)"]) == (10_000, "belum diketahui")
    assert first["Jumlah per bulan (Rp)"] == "belum diketahui"
    assert book["Peringatan"]["A5"].value == "Tidak ada."


def test_people_are_masked_unless_asked_for(answered: Answered, tmp_path: Path) -> None:
    masked = texts(workbook(answered, tmp_path))
    assert "527105••••••••12" in masked
    assert not any(NIK in text or NAME in text for text in masked)
    assert any("disamarkan" in text for text in masked)
    shown = texts(workbook(answered, tmp_path, show=True))
    assert NIK in shown
    assert any("RAHASIA" in text for text in shown)


@pytest.mark.parametrize("show", [True, False])
def test_nothing_can_run_as_a_formula(answered: Answered, tmp_path: Path, show: bool) -> None:
    book = workbook(answered, tmp_path, show=show)
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(str(formula).startswith("=SUBTOTAL(109,") for formula in formulas)
    assert "'=1+1" in texts(book)


def test_the_text_file_is_inert_and_keeps_every_digit(answered: Answered, tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    beside = write_decided(REPORT, answered, path, show_personal=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [row["NIK"] for row in rows] == [f"'{NIK}", "'=1+1"]
    assert [row["Nama"] for row in rows] == [NAME, "'@lain"]
    assert rows[0]["Alasan"] == "'+ alasan: UU 24/2011 Pasal 14 [cermin naskah]"
    assert rows[1]["Jumlah per bulan (Rp)"] == "16800"
    assert beside == tmp_path / "hasil.ditolak.csv"
    assert "'=1+1" in beside.read_text(encoding="utf-8-sig")


def test_parquet_has_every_row_once_with_its_status_and_nobody_in_it(answered: Answered, tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    write_decided(REPORT, answered, path)
    found = duckdb.sql(f"SELECT status, baris, jkk, jkm_sebulan, sebulan, masalah FROM read_parquet({str(path)!r})")
    assert sorted(found.fetchall()) == [
        ("diputus", 7, "berhak", None, None, None),
        ("diputus", 8, "berhak", 6_800, 16_800, None),
        ("ditolak", 9, None, None, None, "REG23"),
    ]
    assert NIK.encode() not in path.read_bytes()
    assert not {"nik", "nama"} & set(duckdb.sql(f"FROM read_parquet({str(path)!r})").columns)
    write_decided(REPORT, answered, path, show_personal=True)
    assert duckdb.sql(f"SELECT nik FROM read_parquet({str(path)!r}) WHERE baris = 7").fetchall() == [(NIK,)]


@pytest.mark.parametrize("name", ["hasil.xlsx", "hasil.csv", "hasil.parquet"])
def test_a_lost_row_stops_the_output_and_leaves_the_old_file(answered: Answered, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("lama", encoding="utf-8")
    answered.connection.execute("DELETE FROM people WHERE row = 7")
    with pytest.raises(AssertionError, match="rows lost"):
        write_decided(REPORT, answered, path)
    assert path.read_text(encoding="utf-8") == "lama"
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_only_the_owner_may_read_the_file(answered: Answered, tmp_path: Path) -> None:
    for name in ("hasil.xlsx", "hasil.csv", "hasil.parquet"):
        (tmp_path / name).write_text("lama", encoding="utf-8")
        (tmp_path / name).chmod(0o644)
        write_decided(REPORT, answered, tmp_path / name)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "hasil.csv",
        "hasil.ditolak.csv",
        "hasil.parquet",
        "hasil.xlsx",
    ]


def test_a_failed_write_leaves_the_old_file(
    answered: Answered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("lama", encoding="utf-8")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(Refused, match="REG11"):
        write_decided(REPORT, answered, path)
    assert path.read_text(encoding="utf-8") == "lama"
    assert [p.name for p in tmp_path.iterdir()] == ["hasil.csv"]


def test_a_disk_that_refuses_is_a_clear_problem_for_parquet_too(
    answered: Answered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_file, "_quoted", lambda path: "/proc/version/x")
    with pytest.raises(Refused, match="REG11"):
        write_decided(REPORT, answered, tmp_path / "hasil.parquet")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["tidak/ada/hasil.xlsx", "berkas/hasil.csv", "tidak/ada/hasil.parquet"])
def test_a_folder_that_cannot_be_written_is_a_clear_problem(answered: Answered, tmp_path: Path, name: str) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="REG11"):
        write_decided(REPORT, answered, tmp_path / name)


def test_what_a_killed_run_left_behind_is_swept_away(answered: Answered, tmp_path: Path) -> None:
    (tmp_path / ".hasil.csv.abc.sementara").write_text("separuh", encoding="utf-8")
    (tmp_path / ".lain.csv.abc.sementara").write_text("milik yang lain", encoding="utf-8")
    write_decided(REPORT, answered, tmp_path / "hasil.csv")
    hidden = [p.name for p in tmp_path.iterdir() if p.name.startswith(".")]
    assert hidden == [".lain.csv.abc.sementara"]


def test_the_same_report_gives_the_same_bytes(answered: Answered, tmp_path: Path) -> None:
    for name in ("satu.xlsx", "dua.xlsx"):
        write_decided(REPORT, answered, tmp_path / name)
    assert (tmp_path / "satu.xlsx").read_bytes() == (tmp_path / "dua.xlsx").read_bytes()


def test_more_rows_than_a_sheet_holds_are_refused_with_another_form() -> None:
    refuse_what_no_sheet_holds(Path("hasil.xlsx"), 1_048_572)
    refuse_what_no_sheet_holds(Path("hasil.parquet"), 10**9)
    with pytest.raises(Refused, match=r"REG70.*\n.*1048573[\s\S]*hasil\.parquet"):
        refuse_what_no_sheet_holds(Path("hasil.xlsx"), 1_048_573)


def test_what_is_open_everywhere_is_told_once_and_marks_no_situation() -> None:
    assert REPORT.common == ("Dana belum terbaca",)
    assert REPORT.to_look_at == (FIRST,)
    assert counted(REPORT) == "2 situasi, 1 perlu dilihat (1 dari 2 orang)"
    alone = replace(REPORT, situations=(FIRST,))
    assert (alone.common, alone.to_look_at) == ((), (FIRST,))


@pytest.mark.parametrize("name", ["s.xlsx", "s.csv", "s.html", "s.md"])
def test_the_situations_stand_by_themselves_in_every_form(tmp_path: Path, name: str) -> None:
    write_situations(REPORT, tmp_path / name, TEMPLATES)
    written = tmp_path / name
    told = "\n".join(texts(openpyxl.load_workbook(written))) if name.endswith("xlsx") else written.read_text("utf-8")
    for word in ("Ketua RT", "18 sampai 64 tahun", "UU 24/2011 Pasal 14 [cermin naskah]", "Bagian Hukum", "boleh"):
        assert word in told
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_words_of_rules_are_text_on_the_page_and_in_markdown() -> None:
    assert "baca PP &lt;b&gt;1" in html(REPORT, TEMPLATES)
    assert "baca PP &lt;b>1" in markdown(REPORT)
