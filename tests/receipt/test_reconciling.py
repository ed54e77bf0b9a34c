"""One number changed in one finished file, in twenty-two ways: caught without any receipt, and by verify with one."""

import shutil
from datetime import date

import pytest
import small_packet
from small_packet import edit_attached, edit_docx, edit_pdf, edit_text, edit_xlsx

from regpol.commands.main import main
from regpol.receipt import receipt as receipts
from regpol.receipt.inputs import Inputs
from regpol.receipt.reconciling import numbers, run_page
from regpol.receipt.reconciling.checking import Way, check
from regpol.receipt.reconciling.figures import figures
from regpol.terms.problems import Refused

MUTATIONS = {
    "a count in a clause of the PDF": (edit_pdf, "perjanjian.pdf", "283", "238"),
    "the same count in its table": (edit_pdf, "perjanjian.pdf", "283", "284", 1),
    "a small count in the PDF": (edit_pdf, "perjanjian.pdf", "12", "10"),
    "one digit of a rupiah amount in the PDF": (edit_pdf, "perjanjian.pdf", "57.052.800", "57.052.801"),
    "two digits exchanged in the PDF": (edit_pdf, "perjanjian.pdf", "57.052.800", "75.052.800", 1),
    "the tariff in the PDF": (edit_pdf, "perjanjian.pdf", "16.800", "18.600"),
    "a row of the table in the PDF": (edit_pdf, "perjanjian.pdf", "38.304.000", "38.304.001"),
    "a known amount for another known one in the PDF": (edit_pdf, "perjanjian.pdf", "18.748.800", "38.304.000"),
    "the rate in the PDF": (edit_pdf, "perjanjian.pdf", "0,24", "0,42"),
    "a count in a clause of the DOCX": (edit_docx, "perjanjian.docx", "283", "293"),
    "a count in the table of the DOCX": (edit_docx, "perjanjian.docx", "93", "39"),
    "a rupiah amount in a clause of the DOCX": (edit_docx, "perjanjian.docx", "57.052.800", "57.052.080"),
    "a total in the DOCX": (edit_docx, "perjanjian.docx", "57.052.800", "57.152.800", 1),
    "the months in the DOCX": (edit_docx, "perjanjian.docx", "12", "11"),
    "an amount of the computation": (edit_xlsx, "rab.xlsx", "C2", 38_304_100),
    "a count of the computation": (edit_xlsx, "rab.xlsx", "B3", 94),
    "the total of the computation": (edit_xlsx, "rab.xlsx", "C4", 57_052_000),
    "the total in the index": (edit_text, "indeks.html", "57.052.800", "57.052.900"),
    "the count in the index": (edit_text, "indeks.html", "283", "282"),
    "an amount in the merged PDF": (edit_pdf, "gabungan.pdf", "18.748.800", "18.748.000", 1),
    "an amount of a list too long to print": (edit_xlsx, "daftar.xlsx", "B3", 38_304_000),
    "a known amount for another in the list inside the PDF": (edit_attached, "gabungan.pdf", "B3", 38_304_000),
}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("paket")
    small_packet.make(folder, tmp_path_factory.mktemp("templat"))
    return folder


@pytest.fixture
def packet(pristine, tmp_path):
    shutil.copytree(pristine, tmp_path / "paket")
    return tmp_path / "paket"


def found(folder):
    return check(folder, numbers.read(folder / numbers.NAME))


def test_a_packet_as_it_was_made_agrees(pristine):
    assert found(pristine) == ()


def change(packet, how, name, old, new, *which):
    how(packet / name, old, new, **({"at": which[0]} if which else {}))


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=list(MUTATIONS))
def test_a_changed_number_is_caught_without_a_receipt(packet, mutation):
    change(packet, *mutation)
    mismatches = found(packet)
    assert mismatches
    assert mutation[1] in {one.file for one in mismatches}


def with_receipt(folder):
    names = sorted(path for path in folder.iterdir())
    receipt = receipts.receipt_of(
        Inputs(program="regpol 0", rulebook="0" * 64, hashes=()),
        decided=date(2026, 11, 22),
        region="52.71",
        year=2025,
        command=("packet",),
        outputs=[receipts.output_of(path, folder) for path in names],
    )
    (folder / receipts.NAME).write_bytes(receipts.write(receipt))


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=list(MUTATIONS))
def test_a_changed_number_is_caught_by_verify(packet, mutation, capsys):
    with_receipt(packet)
    change(packet, *mutation)
    assert main(["verify", str(packet)]) == 1
    assert f"{mutation[1]}: isinya berubah" in capsys.readouterr().out


def test_verify_without_a_receipt_reads_the_numbers(packet, capsys):
    assert main(["verify", str(packet)]) == 0
    assert "semua cocok" in capsys.readouterr().out
    edit_xlsx(packet / "rab.xlsx", "C2", 1)
    assert main(["verify", str(packet)]) == 1
    out = capsys.readouterr().out
    assert "rab.xlsx [RAB!C2]" in out
    assert "38.304.000" in out


def test_a_file_that_cannot_be_read_agrees_with_nothing(packet):
    (packet / "perjanjian.pdf").write_bytes(b"%PDF-1.7 cut")
    assert (Way.FILE, "perjanjian.pdf") in {(one.way, one.file) for one in found(packet)}


def test_a_file_that_is_gone_misses_its_numbers(packet):
    (packet / "rab.xlsx").unlink()
    assert {one.file for one in found(packet)} == {"rab.xlsx"}


@pytest.mark.parametrize("text", ["", "{}", '{"angka": [{"kunci": "a", "nilai": "1"}]}', '{"angka": 1}', "[" * 9999])
def test_numbers_that_cannot_be_read_are_refused(tmp_path, text):
    (tmp_path / "angka.json").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="RCP10"):
        numbers.read(tmp_path / "angka.json")


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 7 ayat (2) huruf a angka 3",
        "UU 24/2011, Nomor 5 Tahun 2021, 400.3.2/15/DPMD/2025",
        "1 Januari 2025 sampai Maret 2026, 2025-01-01, tanggal 15",
        "halaman 3 dari 16, - 12 -, 52.71.01.1003",
        "NIK 5271010101800001",
    ],
)
def test_what_only_names_a_place_or_a_day_is_no_figure(text):
    assert not figures(text)


RUN = """<html><body><ul class="sums"><li><b>2</b>paket unit</li><li><b>283</b>orang</li>
<li><b>57.052.800</b>rupiah setahun</li></ul><table>
<tr><th>Kode</th><th>Unit</th><th>Orang</th><th>Setahun (Rp)</th><th>Butir</th></tr>
<tr><td>1</td><td>Ampenan</td><td>190</td><td>38.304.000</td><td>1</td></tr>
<tr><td>2</td><td>Mataram</td><td>93</td><td>18.748.800</td><td>–</td></tr>
<tr><td></td><td>Jumlah</td><td>283</td><td>57.052.800</td></tr></table></body></html>"""


@pytest.fixture
def run_folder(tmp_path):
    (tmp_path / "index.html").write_text(RUN, encoding="utf-8")
    (tmp_path / "1-Ampenan").mkdir()
    (tmp_path / "2-Mataram").mkdir()
    (tmp_path / "1-Ampenan" / "01-surat.pdf").write_bytes(b"")
    return tmp_path


def unit(code, people, yearly):
    known = [
        numbers.Known(key=key, value=value, shown=(), standings=())
        for key, value in (("orang", people), ("setahun", yearly))
    ]
    return numbers.Numbers(known=tuple(known), unit=code)


def page_faults(folder):
    units = {"1-Ampenan": unit("1", 190, 38_304_000), "2-Mataram": unit("2", 93, 18_748_800)}
    return [one.cell for one in run_page.check_page(folder, units)]


def test_the_page_of_a_run_agrees_with_its_packets(run_folder):
    assert page_faults(run_folder) == []


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("<td>190</td>", "<td>191</td>", "Ampenan, Orang"),
        ("18.748.800", "18.784.800", "Mataram, Setahun (Rp)"),
        ("<td>1</td></tr>", "<td>2</td></tr>", "Ampenan, Butir"),
        ("<td>283</td>", "<td>282</td>", "Jumlah, Orang"),
        ("<b>57.052.800</b>", "<b>57.052.900</b>", "ringkasan, rupiah setahun"),
        ("<b>2</b>", "<b>3</b>", "ringkasan, paket unit"),
    ],
)
def test_each_number_of_the_page_is_held_to_the_packets(run_folder, old, new, cell):
    edit_text(run_folder / "index.html", old, new)
    assert cell in page_faults(run_folder)


def test_a_page_without_its_table_cannot_be_vouched_for(run_folder):
    (run_folder / "index.html").write_text("<html></html>", encoding="utf-8")
    assert len(page_faults(run_folder)) == 1


@pytest.mark.parametrize(("months", "ways"), [(12, set()), (13, {Way.SHEET})])
def test_a_workbook_has_no_number_that_its_paper_has_not(packet, months, ways):
    (packet / "rab.xlsx").rename(packet / "perjanjian.xlsx")
    edit_xlsx(packet / "perjanjian.xlsx", "D2", months)
    assert {one.way for one in found(packet) if one.file == "perjanjian.xlsx"} == ways
