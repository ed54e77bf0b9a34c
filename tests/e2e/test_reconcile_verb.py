"""``regpol register reconcile`` as its users meet it: lists in, counts, workbook and JSON out, nobody shown."""

import csv
import re
import signal
import stat
from pathlib import Path

import openpyxl
import pytest
from regpol_command import ROOT, Regpol

PALEMBANG = ROOT / "examples" / "palembang"
REGISTER = ["NIK", "Nama", "Tgl Lahir", "Jabatan", "Kelurahan", "Nomor SK"]
DECREES = ["Nomor SK", "TMT", "Berlaku s/d", "Nama", "NIK", "Jabatan", "Kelurahan"]
PEOPLE = [
    ["1671014505800012", "Contoh Aminah", "05/05/1980", "Ketua RT 03", "35 Ilir", "1/2024"],
    ["5,27101E+15", "Contoh Rusli", "12/03/1970", "Ketua RT 04", "35 Ilir", "1/2024"],
    ["1671011203700034", '=HYPERLINK("http://x")', "12/03/1970", "Ketua RT 05", "../../etc", "9/2024"],
    ["1671011203700051", "Contoh Kembar", "12/03/1970", "Ketua RT", "32 Ilir", ""],
    ["1671011304710052", "Contoh Kembar", "13/04/1971", "Ketua RT", "32 Ilir", ""],
]
LISTED = [
    ["1/2024", "2 Januari 2024", "31 Desember 2028", "Contoh Aminah", "1671014505800021", "Ketua RT 3", "35 Ilir"],
    ["1/2024", "2 Januari 2024", "31 Desember 2025", "CONTOH RUSLI", "", "Ketua RT 4", "35 Ilir"],
    ["7/2024", "2 Januari 2024", "31 Desember 2028", "Contoh Kembar", "", "Ketua RT", "32 Ilir"],
    ["8/2024", "2 Januari 2024", "31 Desember 2028", "+cmd|calc", "", "Ketua RT 9", "32 Ilir"],
]
PERSONAL = re.compile("|".join(["Aminah", "Rusli", "Kembar", "HYPERLINK", "calc", r"\d{13,}"]), re.IGNORECASE)


def write(path: Path, headings: list[str], rows: list[list[str]], encoding: str = "utf-8", mark: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=mark).writerows([headings, *rows])
    return path


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    listed = write(tmp_path / "daftar sk.csv", DECREES, LISTED, "utf-16", ";")
    return write(tmp_path / "register.csv", REGISTER, PEOPLE), listed


def line(lists: tuple[Path, Path], *more: object) -> tuple[object, ...]:
    return "register", "reconcile", lists[0], "--sk", lists[1], "--region", "16.71", "--year", 2026, *more


def test_counts_add_up_and_nobody_is_shown(regpol: Regpol, lists: tuple[Path, Path], tmp_path: Path) -> None:
    output = tmp_path / "hasil.xlsx"
    run = regpol(*line(lists, "-o", output)).done()
    assert run.status == 1
    assert "Register: 5 baris dibaca = 5 berkelas" in run.out
    assert "Daftar SK: 4 baris dibaca = 4 berkelas" in run.out
    as_json = regpol(*line(lists, "--json")).done()
    for text in (run.out, run.err, as_json.out, as_json.err):
        assert not PERSONAL.search(text)
    classes = [row["class"] for row in as_json.json["rows"]]
    assert classes == ["NIK berbeda", "masa SK habis", "tanpa SK", "perlu dipastikan", "perlu dipastikan"]
    figures = as_json.json["figures"]
    assert figures["register"]["read"] == 5 == sum(figures["register"]["classes"].values())
    assert as_json.json["rows"][0]["nik"] == "167101••••••••12"


def test_the_workbook_keeps_the_sheet_and_marks_it(regpol: Regpol, lists: tuple[Path, Path], tmp_path: Path) -> None:
    output = tmp_path / "hasil.xlsx"
    regpol(*line(lists, "-o", output)).done()
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    book = openpyxl.load_workbook(output)
    assert book.sheetnames == ["Ringkasan", "Rekonsiliasi", "SK", "Per unit", "Register", "Asumsi"]
    kept = book["Register"]
    assert [kept.cell(2, column).value for column in range(1, 7)] == PEOPLE[0]
    assert "NIK berbeda" in kept["A2"].comment.text
    assert kept["A2"].fill.fgColor.rgb == "FFFFF1CC"
    assert kept["B4"].value == f"'{PEOPLE[2][1]}", "neutralised"
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert [row[2].value for row in book["Rekonsiliasi"].iter_rows(min_row=5)][:2] == ["NIK berbeda", "masa SK habis"]


def test_a_masked_workbook_shows_nobody(regpol: Regpol, lists: tuple[Path, Path], tmp_path: Path) -> None:
    output = tmp_path / "hasil.xlsx"
    regpol(*line(lists, "-o", output, "--masked")).done()
    book = openpyxl.load_workbook(output)
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    texts += [cell.comment.text for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
    assert not [text for text in texts if PERSONAL.search(text)]


def test_the_same_lists_give_the_same_bytes(regpol: Regpol, lists: tuple[Path, Path], tmp_path: Path) -> None:
    for name, settings in (("a.xlsx", {}), ("b.xlsx", {"PYTHONHASHSEED": "9", "TZ": "Asia/Jayapura"})):
        regpol(*line(lists, "-o", tmp_path / name), **settings).done()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "REG02"),
        ("Nomor SK,Berlaku s/d\n1,2028\n", "REG06"),
        ("Nomor SK,Nama\n", "REG08"),
        ("bukan tabel\n", "REG05"),
    ],
    ids=["empty", "no names", "no rows", "no table"],
)
def test_a_useless_list_of_decrees_is_refused(
    regpol: Regpol, lists: tuple[Path, Path], tmp_path: Path, content: str, code: str
) -> None:
    lists[1].write_text(content, encoding="utf-8")
    output = tmp_path / "hasil.xlsx"
    assert regpol(*line(lists, "-o", output)).refused().codes == [code]
    assert not output.exists()


def test_wrong_use_is_refused(regpol: Regpol, lists: tuple[Path, Path]) -> None:
    register, listed = lists
    assert regpol("register", "reconcile", register, "--sk", register, "--region", "16.71", "--year", 2026).refused()
    assert regpol("register", "reconcile", register, "--sk", listed).refused().codes == ["CMD10"]
    assert regpol(*line(lists, "-o", listed.with_suffix(".csv"))).refused().status == 2
    assert regpol("register", "reconcile", register, "--sk", listed, "--region", "99", "--year", 2026).refused()


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.3, 0.7, 0.9, 1.0])
def test_a_killed_run_leaves_the_old_result_or_a_whole_one(regpol: Regpol, tmp_path: Path, moment: float) -> None:
    import time

    output = tmp_path / "hasil.xlsx"
    lists = (PALEMBANG / "register.xlsx", PALEMBANG / "daftar-sk.xlsx")
    begun = time.monotonic()
    regpol(*line(lists, "-o", output)).done()
    lasts = time.monotonic() - begun
    new = output.read_bytes()
    output.write_bytes(b"isi lama")
    regpol.stop(regpol.start(*line(lists, "-o", output)), lasts * moment, signal.SIGKILL)
    assert output.read_bytes() in {b"isi lama", new}


def test_no_person_of_palembang_is_shown(regpol: Regpol) -> None:
    """Everything printed is searched for every NIK and every name of both lists."""
    known: set[str] = set()
    for name, headings in (("register.xlsx", ("No. KTP", "NAMA LENGKAP")), ("daftar-sk.xlsx", ("NIK", "Nama"))):
        rows = list(openpyxl.load_workbook(PALEMBANG / name, read_only=True).worksheets[0].iter_rows(values_only=True))
        columns = [rows[4].index(heading) for heading in headings]
        for row in rows[6:]:
            cells = [str(row[column] or "").strip().lstrip("'") for column in columns]
            known |= {text.replace(" ", "") if text[:4].isdigit() else text for text in cells if len(text) > 9}
    assert len(known) > 8000
    lists = (PALEMBANG / "register.xlsx", PALEMBANG / "daftar-sk.xlsx")
    run = regpol(*line(lists, "--json")).done()
    assert len(run.json["rows"]) == run.json["figures"]["register"]["read"]
    strings = "\n".join([*(row["reason"] + row["nik"] for row in run.json["rows"]), *run.json["assumptions"], run.err])
    strings += "\n".join(row["reason"] for row in run.json["decrees"])
    assert not [text for text in known if text in strings]
    assert not re.search(r"\d{13,}", run.out)
