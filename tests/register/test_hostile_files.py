"""Files made to harm, or broken in transport: each a clear refusal or a safe result."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from regpol.register import archive
from regpol.register.cleaning import clean
from regpol.register.columnar_file import is_columnar, open_columnar
from regpol.register.mapping import FileMapping
from regpol.register.reading import read
from regpol.register.room import Room
from regpol.register.vocabulary import Vocabulary
from regpol.terms.problems import Problem, Refused

WORDS = Vocabulary((), {"ketua_rt": ("Ketua RT",)})
HEAD = ("NIK", "Nama", "Jabatan", "Kelurahan")
ROW = ("5271010101800001", "Contoh Satu", "Ketua RT", "Bintaro")


def text(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return path


def book(path: Path, rows: list[tuple[str, ...]], head: tuple[str, ...] = HEAD) -> Path:
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet()
    for at, row in enumerate([head, *rows]):
        for column, cell in enumerate(row):
            sheet.write_formula(at, column, cell, value="nilai") if cell.startswith("=") else sheet.write_string(
                at, column, cell
            )
    made.close()
    return path


def refused(path: Path) -> Problem:
    with pytest.raises(Refused) as told:
        read(path, vocabulary=WORDS)
    (problem,) = told.value.problems
    return problem


def columnar(path: Path) -> Problem:
    assert is_columnar(path)
    room = Room()
    with pytest.raises(Refused) as told:
        open_columnar(room.connection, path, WORDS, FileMapping())
    return told.value.problems[0]


def with_member(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def test_an_archive_that_swells_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = with_member(book(tmp_path / "bom.xlsx", [ROW]), "xl/media/besar.bin", bytes(5 << 20))
    assert read(path, vocabulary=WORDS).rows
    monkeypatch.setattr(archive, "MOST_UNPACKED", 4 << 20)
    problem = refused(path)
    assert problem.code == "REG56"
    assert "5 MB" in problem.sentences[0]
    assert "4 MB" in problem.sentences[1]


def test_an_archive_that_lies_about_its_size_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = with_member(book(tmp_path / "bom.xlsx", [ROW]), "xl/media/besar.bin", bytes(5 << 20))
    monkeypatch.setattr(archive, "MOST_UNPACKED", 4 << 20)
    told, small = (5 << 20).to_bytes(4, "little"), (9).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(told, small))
    with zipfile.ZipFile(path) as lying:
        assert sum(member.file_size for member in lying.infolist()) < 1 << 20
    assert refused(path).code == "REG56"


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line(tmp_path: Path) -> None:
    path = text(tmp_path / "kutip.csv", [ROW] * 3)
    with path.open("a", encoding="utf-8") as file:
        file.write('5271010101800002,"Contoh Dua' + "x" * 200_000)
    problem = refused(path)
    assert problem.code == "REG57"
    assert "baris 4" in problem.sentences[0]


def test_a_cell_of_ten_megabytes_is_refused_or_read_and_never_a_fault(tmp_path: Path) -> None:
    assert refused(text(tmp_path / "sel.csv", [(ROW[0], "x" * (10 << 20), *ROW[2:])])).code == "REG57"


def test_formulas_and_links_to_other_files_are_values_only(tmp_path: Path) -> None:
    path = book(tmp_path / "rumus.xlsx", [(ROW[0], "=cmd|'/c calc'!A1", "Ketua RT", "='[lain.xlsx]A'!B2")])
    with_member(path, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    raw = read(path, vocabulary=WORDS)
    assert raw.column("nama") == ("nilai",)
    assert not [cell for row in raw.rows for cell in row if isinstance(cell, str) and cell.startswith("=")]


def test_a_thousand_columns_are_read_by_their_headings(tmp_path: Path) -> None:
    extra = tuple(f"Kolom {at}" for at in range(1000))
    raw = read(book(tmp_path / "lebar.xlsx", [(*("x",) * 1000, *ROW)], (*extra, *HEAD)), vocabulary=WORDS)
    assert raw.fields["nik"] == 1000
    register = clean(raw, WORDS, on_date=date(2025, 1, 1))
    assert (register.counts.read, register.counts.clean) == (1, 1)


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "potong.xlsx", [ROW] * 50)
    path.write_bytes(path.read_bytes()[:-400])
    assert refused(path).code == "REG03"


def test_text_with_zero_bytes_is_no_table(tmp_path: Path) -> None:
    path = text(tmp_path / "nol.csv", [ROW])
    path.write_bytes(path.read_bytes() + b"5271010101800002,Conto\x00h,Ketua RT,Bintaro\n")
    assert refused(path).code == "REG03"


def parquet(path: Path, select: str) -> Path:
    quoted = str(path).replace("'", "''")
    duckdb.execute(f"COPY ({select}) TO '{quoted}' (FORMAT parquet)")
    return path


def test_parquet_cut_short_is_refused(tmp_path: Path) -> None:
    rows = "SELECT 5271010101800000 + i AS nik, 'Ketua RT' AS jabatan FROM range(5000) t(i)"
    path = parquet(tmp_path / "potong.parquet", rows)
    path.write_bytes(path.read_bytes()[:-200])
    assert columnar(path).code == "REG03"
    path.write_bytes(b"PAR1" + bytes(100))
    assert columnar(path).code == "REG03"


def test_a_parquet_column_of_lists_is_named(tmp_path: Path) -> None:
    rows = "SELECT '5271010101800001' AS nik, ['Ketua RT'] AS jabatan"
    problem = columnar(parquet(tmp_path / "daftar.parquet", rows))
    assert problem.code == "REG55"
    assert "“jabatan” berjenis VARCHAR[]" in problem.sentences[0]


def test_names_of_columns_cannot_add_to_the_query(tmp_path: Path) -> None:
    rows = """SELECT '5271010101800001' AS nik, 'Ketua RT' AS jabatan, 'x' AS "nama""; DROP TABLE people; --" """
    room = Room()
    source = open_columnar(room.connection, parquet(tmp_path / "a'b.parquet", rows), WORDS, FileMapping())
    register = clean(source, WORDS, on_date=date(2025, 1, 1))
    assert register.counts.read == register.counts.clean == 1


def test_what_claims_to_be_a_workbook_is_judged_by_its_bytes(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("../../etc/passwd", "x")
    path = tmp_path / "register.xlsx"
    path.write_bytes(archive.getvalue())
    assert refused(path).code == "REG03"
    assert [one.name for one in tmp_path.iterdir()] == ["register.xlsx"]
