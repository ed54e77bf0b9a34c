"""A workbook that regpol wrote is not a register, unless it holds one unmasked."""

from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from regpol.register.headings import headings_for
from regpol.register.reading import read, read_sheets
from regpol.register.written_here import BETWEEN, origin_of
from regpol.reports.workbook_style import sign
from regpol.terms.problems import Refused

HEAD, ROW = ("NIK", "Nama", "Jabatan"), ("5271010101700012", "Budi", "Ketua RT")


def workbook(path: Path, verb: str, sheets: tuple[str, ...], *, masked: bool = False) -> Path:
    """A workbook of ours: a table that looks like a register, and a sheet called Data."""
    book = xlsxwriter.Workbook(path)
    for name, person in (("Hasil", "Salah"), ("Data", "Budi")):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, (ROW[0], person, ROW[2]))
    sign(book, verb, sheets, masked=masked)
    book.close()
    return path


def refusal(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(Refused) as caught:
        read(path, sheet)
    assert caught.value.problems[0].code == "REG35"
    return str(caught.value)


def test_a_result_without_a_register_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "keputusan.xlsx", "register decide", ())
    assert "register decide" in refusal(path)
    assert "register decide" in refusal(path, "Data")
    with pytest.raises(Refused):
        read_sheets(path, ("nama",), headings_for())


def test_a_masked_result_is_refused(tmp_path: Path) -> None:
    assert "disamarkan" in refusal(workbook(tmp_path / "h.xlsx", "register inspect", ("Data",), masked=True))


def test_only_the_original_sheet_is_read_and_that_is_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "h.xlsx", "register inspect", ("Data",))
    raw = read(path)
    assert (raw.sheet, raw.column("nama")) == ("Data", ("Budi",))
    assert "Berkas ini hasil regpol; yang dibaca hanya lembar asalnya: Data" in raw.assumptions
    assert [sheet.table.sheet for sheet in read_sheets(path, ("nama",), headings_for())] == ["Data"]
    assert "Hasil" in refusal(path, "Hasil")


def test_it_is_known_again_after_somebody_saved_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "h.xlsx", "register inspect", ("Data", "Lembar & lain"))
    before = origin_of(path.read_bytes())
    saved = tmp_path / "disimpan.xlsx"
    load_workbook(path).save(saved)
    assert before is not None
    assert origin_of(saved.read_bytes()) == before
    assert before.sheets == ("Data", "Lembar & lain")
    assert not set(BETWEEN) - {" "} - set("[]:*?/\\|")


def test_other_workbooks_and_other_bytes_are_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    book = xlsxwriter.Workbook(path)
    book.set_custom_property("Kantor", "Kelurahan")
    book.add_worksheet()
    book.close()
    assert origin_of(path.read_bytes()) is None
    assert origin_of(b"PK\x03\x04 broken") is None
    assert origin_of(b"NIK;Nama") is None


def test_a_list_of_masked_nik_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "samar.csv"
    rows = ["NIK;Nama;Jabatan", "527101••••••••12;B•••;Ketua RT", "5271010101700012;Ani;Ketua RT"]
    path.write_text("\n".join([*rows, rows[1]]), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        read(path)
    assert [problem.code for problem in caught.value.problems] == ["REG36"]
    path.write_text("\n".join([*rows, rows[2]]), encoding="utf-8")
    assert len(read(path).rows) == 3
