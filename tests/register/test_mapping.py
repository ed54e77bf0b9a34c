"""A mapping file corrects what was recognised, is written from it, and tells its mistakes at its own lines."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from regpol.project.mapping_format import mapping_text, read_mappings
from regpol.register.mapping import FileMapping
from regpol.register.quality.original import delimiter_of
from regpol.register.reading import read
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.terms.problems import Refused

WORDS = Vocabulary((Fact("rentan", "Pekerja rentan", FactKind.YES_NO),), {"ketua_rt": ("Ketua RT",)})
ROWS = ("5271010101700012;Budi;Ketua RT;ya", "5271010101700013;Ani;Ketua RT;tidak")


def text_file(folder: Path, *lines: str, name: str = "register.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def mapping(folder: Path, *lines: str) -> Path:
    return text_file(folder, "berkas:", *lines, name="pemetaan.yaml")


def entry(folder: Path, register: Path, *lines: str) -> FileMapping:
    return read_mappings(mapping(folder, *lines)).demanded(register)


def refused(register: Path, told: FileMapping) -> list[str]:
    with pytest.raises(Refused) as refusal:
        read(register, mapping=told, vocabulary=WORDS)
    return [f"{problem.code} {problem.place}" for problem in refusal.value.problems]


def test_what_is_written_reads_the_file_as_it_was_recognised(tmp_path: Path) -> None:
    register = text_file(tmp_path, "Daftar Ketua RT", "No KTP;Nama;Jabatan;Rentan;Nama", *(f"{r};X" for r in ROWS))
    plain = read(register, vocabulary=WORDS)
    text_file(tmp_path, mapping_text(((plain, ";"),), WORDS), name="pemetaan.yaml")
    told = read_mappings(tmp_path / "pemetaan.yaml").demanded(register)
    again = read(register, mapping=told, vocabulary=WORDS)
    assert (again.fields, again.rows, again.header_row) == (plain.fields, plain.rows, plain.header_row)
    assert told.columns == {
        "No KTP": "nik",
        "kolom B": "nama",
        "Jabatan": "kategori",
        "Rentan": "rentan",
        "kolom E": "",
    }
    assert any("pemetaan.yaml:" in said for said in again.assumptions)


def test_a_mapping_overrides_what_would_be_recognised(tmp_path: Path) -> None:
    register = text_file(tmp_path, "NIK;NIK lama;Nama;Posisi", "1;5271010101700012;Budi;Ketua RT")
    told = entry(
        tmp_path, register, "- nama: register.csv", "  kolom: {NIK lama: nik, NIK: tidak_dipakai, Posisi: kategori}"
    )
    raw = read(register, mapping=told)
    assert raw.column("nik") == ("5271010101700012",)
    assert raw.column("kategori") == ("Ketua RT",)


def test_sheet_and_heading_row_are_taken_as_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Rekap"
    book.active.append(["NIK", "Nama", "Jabatan"])
    book.active.append(["5271010101700099", "Salah", "Ketua RW"])
    data = book.create_sheet("Isi")
    for row in (["Kolom satu", "Dua", "Tiga"], ["x", "y", "z"], ["5271010101700012", "Budi", "Ketua RT"]):
        data.append(row)
    register = tmp_path / "register.xlsx"
    book.save(register)
    lines = ("- nama: '*.xlsx'", "  lembar: Isi", "  baris_judul: 2", "  kolom: {x: nik, y: nama, kolom C: kategori}")
    raw = read(register, mapping=entry(tmp_path, register, *lines))
    assert (raw.sheet, raw.header_row, raw.column("nama")) == ("Isi", 2, ("Budi",))


def test_the_delimiter_is_taken_as_told(tmp_path: Path) -> None:
    register = text_file(tmp_path, "NIK,Nama,Jabatan;sisa", "5271010101700012,Budi,Ketua RT;x")
    told = entry(tmp_path, register, "- nama: register.csv", "  pemisah: koma", "  kolom: {'Jabatan;sisa': kategori}")
    assert read(register, mapping=told).column("kategori") == ("Ketua RT;x",)


def test_one_category_for_all_needs_no_column(tmp_path: Path) -> None:
    register = text_file(tmp_path, "NIK;Nama", "5271010101700012;Budi")
    told = entry(tmp_path, register, "- nama: register.csv", "  kategori: ketua_rt")
    assert told.required == ("nik",)
    assert len(read(register, mapping=told, required=told.required).rows) == 1


def test_mistakes_are_told_at_the_line_of_the_mapping(tmp_path: Path) -> None:
    register = text_file(tmp_path, "NIK;Nama;Jabatan", ROWS[0])
    told = entry(tmp_path, register, "- nama: register.csv", "  kolom:", "    Namaa: nama", "    NIK: nikk")
    assert refused(register, told) == ["REG09 pemetaan.yaml:4:5", "REG09 pemetaan.yaml:5:5"]
    told = entry(tmp_path, register, "- nama: register.csv", "  baris_judul: 9")
    assert refused(register, told) == ["REG38 pemetaan.yaml:2:3"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("- nama: register.csv", "  pemisah: titik"), {"pemetaan.yaml:3:12"}),
        (("- nama: register.csv", "  baris_judul: nol", "  kolum: {}"), {"pemetaan.yaml:3:16", "pemetaan.yaml:4:3"}),
        (("- lembar: Data",), {"pemetaan.yaml:2:3"}),
    ],
)
def test_a_mapping_file_of_another_shape_is_refused(tmp_path: Path, lines: tuple[str, ...], codes: set[str]) -> None:
    with pytest.raises(Refused) as refusal:
        read_mappings(mapping(tmp_path, *lines))
    assert {str(problem.place) for problem in refusal.value.problems} == codes


def test_the_first_entry_that_fits_the_name_is_used(tmp_path: Path) -> None:
    found = read_mappings(mapping(tmp_path, "- {nama: rt-*.xlsx, lembar: RT}", "- {nama: '*.xlsx', lembar: Lain}"))
    assert [found.demanded(Path(name)).sheet for name in ("RT-Ampenan.xlsx", "kader.xlsx")] == ["RT", "Lain"]
    assert found.for_file(Path("kader.csv")) is None
    with pytest.raises(Refused) as refusal:
        found.demanded(Path("kader.csv"))
    assert refusal.value.problems[0].code == "REG37"


def test_a_heading_row_that_is_a_person_is_shown_by_its_letters(tmp_path: Path) -> None:
    register = text_file(tmp_path, "NIK;Nama;Jabatan;Rentan", *ROWS, "5271010101700014;Cici;Ketua RT;ya")
    wrong = entry(tmp_path, register, "- nama: register.csv", "  baris_judul: 2")
    lettered = entry(
        tmp_path, register, "- nama: register.csv", "  baris_judul: 2", "  kolom: {kolom A: nik, kolom C: kategori}"
    )
    strange = entry(tmp_path, register, "- nama: register.csv", "  baris_judul: 2", "  kolom: {Nomer: nik}")
    told = [*read(register, mapping=lettered, vocabulary=WORDS).assumptions]
    for mapped in (wrong, strange):
        with pytest.raises(Refused) as refusal:
            read(register, mapping=mapped, vocabulary=WORDS)
        told += [str(refusal.value), *(str(problem.as_dict()) for problem in refusal.value.problems)]
    assert "Kolom B" in " ".join(told)
    assert not [word for word in ("Budi", "Ani", "52710101") if word in " ".join(told)]
    assert delimiter_of(read(register, mapping=lettered, vocabulary=WORDS)) == ";"
