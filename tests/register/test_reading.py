import json
from pathlib import Path

import pytest
import xlsxwriter

from regpol.register.reading import read
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.terms.problems import Refused

TABLE = "DAFTAR KADER\n\nNo;No. KTP;Nama Lengkap;Jabatan;Honor\n1;5271010101700012;Contoh Éka;Kader PKK;150.000,00\n"


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(Refused) as caught:
        read(path, **options)  # type: ignore[arg-type]
    return ",".join(problem.code for problem in caught.value.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_text_in_any_form_gives_the_same_table(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "register.csv"
    text = TABLE.replace("150.000,00", "150000").replace(";", delimiter)
    path.write_bytes(text.encode(encoding))
    raw = read(path)
    assert raw.column("nama") == ("Contoh Éka",)
    assert (raw.header_row, raw.numbers) == (3, (4,))
    assert dict(raw.fields) == {"nik": 1, "nama": 2, "kategori": 3, "penghasilan": 4}
    assert any("pemisah" in said for said in raw.assumptions)


def test_rows_keep_the_numbers_the_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    lines = ["NIK;Nama;Jabatan", "1;2;3", "", "5271010101700012;A;Linmas", "", 'x;"B\nC";Linmas', "NIK;Nama;Jabatan"]
    path.write_text("\n".join([*lines, "y;D;Linmas", ";;;Mataram, 22 Oktober 2024"]), encoding="utf-8")
    raw = read(path)
    assert raw.numbers == (4, 6, 8)  # a cell of two lines is one row
    assert [(s.row, s.reason) for s in raw.skipped] == [
        (2, "nomor kolom"),
        (7, "judul kolom terulang"),
        (9, "tanpa NIK, nama, dan kategori"),
    ]
    assert str(raw.place(0, "nama")) == f"{path}:4:2"


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    book.close()
    return path


HEAD = ["NIK", "Nama", "Jabatan"]
ROW = ["5271010101700012", "A", "Linmas"]


def test_a_workbook_is_read_from_the_sheet_that_has_the_table(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", Rekap=[["Jumlah", 3]], Data=[["Judul"], [], HEAD, ROW])
    raw = read(path)
    assert (raw.sheet, raw.header_row, raw.numbers) == ("Data", 3, (4,))
    assert raw.assumptions[0] == "Lembar yang dibaca: “Data”; tidak dibaca: Rekap"
    assert str(raw.place(0)) == f"{path}, lembar Data, baris 4"


def test_a_merged_unit_counts_for_every_row_below_it(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, [*HEAD, "Kecamatan"])
    for row in (1, 2, 3):
        sheet.write_row(row, 0, ROW)
    sheet.merge_range(1, 3, 3, 3, "Ampenan")
    book.close()
    assert read(path).column("kecamatan") == ("Ampenan",) * 3


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "REG02"),
        (b"  \n \n", "REG02"),
        (b"%PDF-1.7 ...", "REG03"),
        (b"PK\x03\x04 not really a workbook", "REG03"),
        (b"\xd0\xcf\x11\xe0 nor this", "REG03"),
        (b"NIK;Nama\x00\x01\x02;Jabatan\n", "REG03"),
        (b"NIK;Nama;Jabatan\n1;\x81\x8d;x\n", "REG04"),
        ("NIK;Nama".encode("utf-16") + b"\x00", "REG04"),
        (b"1;2;3\n4;5;6\n", "REG05"),
        (b"NIK;Nama;Alamat\n1;2;3\n", "REG06"),
        (b"NIK;Nama;Jabatan\n\n;;\n", "REG08"),
    ],
)
def test_a_file_that_is_no_register_is_refused_by_what_it_is(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "register.xlsx"  # the ending of the name tells nothing
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == "REG01"
    assert refusal(tmp_path) == "REG01"


def test_a_sheet_that_is_not_there_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", KetuaRT=[HEAD, ROW])
    with pytest.raises(Refused, match="KetuaRT"):
        read(path, "Ketua RT")
    assert read(path, "KetuaRT").numbers == (2,)


def test_missing_columns_name_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("No;Nama;Posisi;Kec.\n1;A;Ketua RT;Ampenan\n", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        read(path)
    text = str(caught.value)
    assert "kolom NIK, Kategori tidak dikenali" in text
    assert "yang belum terpakai: No, Posisi" in text
    assert read(path, mapping={"Posisi": "kategori"}, required=("kategori",)).column("kategori") == ("Ketua RT",)


def test_a_mapping_overrides_and_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("NIK;Nama;Jabatan;Status\n1;A;Staf;Linmas\n", encoding="utf-8")
    raw = read(path, mapping={"status": "kategori", "Nama": ""})
    assert dict(raw.fields) == {"nik": 0, "kategori": 3}
    assert refusal(path, mapping={"Statuss": "kategori", "Nama": "nmaa"}) == "REG09,REG09"


def test_facts_of_the_vocabulary_are_headings_too(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("NIK;Jabatan;Desil Kesejahteraan\n1;Linmas;2\n", encoding="utf-8")
    vocabulary = Vocabulary((Fact("desil", "Desil kesejahteraan", FactKind.NUMBER),), {})
    assert read(path, vocabulary=vocabulary).fields["desil"] == 2
    assert "desil" not in read(path).fields


def test_a_person_is_never_taken_for_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("1;;Baiq Contoh;Ketua RT;Kec. Ampenan;Kel. Banjar\n" * 3, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        read(path)
    assert [problem.code for problem in caught.value.problems] == ["REG05"]
    assert "Contoh" not in str(caught.value)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["Nomor Induk Kependudukan", "Pekerjaan"], {"nik": 0, "kategori": 1}),
        (["N I K", "NIK", "KATEGORI"], {"nik": 1, "kategori": 2}),
        (["NIK", "Nama Ibu Kandung", "Jabatan"], {"nik": 0, "kategori": 2}),
        (["NIK", "Nama Kelurahan", "Jabatan"], {"nik": 0, "kelurahan": 1, "kategori": 2}),
        (["NIK", "Jabatan", "Tempat/Tgl. Lahir"], {"nik": 0, "kategori": 1, "tanggal_lahir": 2}),
        (["NIK", "Jabatan", "Kel./Desa", "SK s.d."], {"nik": 0, "kategori": 1, "kelurahan": 2, "sk_sampai": 3}),
        (["NIK", "Jabatan", "No. Rekening", "NIP"], {"nik": 0, "kategori": 1}),
        (["NIK", "Jabatan", "Tgl. SK", "TMT"], {"nik": 0, "kategori": 1, "tanggal_sk": 2}),
    ],
)
def test_headings_are_read_by_meaning(tmp_path: Path, headings: list[str], fields: dict[str, int]) -> None:
    path = tmp_path / "r.csv"
    path.write_text(";".join(headings) + "\n" + ";".join("x" for _ in headings) + "\n", encoding="utf-8")
    assert dict(read(path).fields) == fields, json.dumps(headings)


def test_totals_and_signatures_below_the_list_are_no_people_but_a_forgotten_row_is(tmp_path: Path) -> None:
    people = ["No,NIK,Nama,Jabatan,Kecamatan", "1,5271010101900001,Contoh A,Ketua RT,Mataram", "2,,Contoh B,,"]
    foot = ["Jumlah,,2 orang,,", "", ",,,Mataram 1 Juli 2025,", ",,,Camat Mataram,"]

    def kept(rows: list[str]) -> tuple[tuple[int, ...], list[int]]:
        with xlsxwriter.Workbook(tmp_path / "register.xlsx") as book:
            sheet = book.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row.split(","))
        table = read(tmp_path / "register.xlsx")
        return table.numbers, [it.row for it in table.skipped]

    assert kept([*people, *foot]) == ((2, 3), [4, 6, 7])
    assert kept([*people, ",,Contoh C,,"]) == ((2, 3, 4), []), "right below the people it is one of them"
