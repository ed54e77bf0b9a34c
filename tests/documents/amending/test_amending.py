"""Small regulations side by side: which formula a change gets, which number, and what is refused."""

from pathlib import Path

import pytest

from regpol.documents.amending.applying import amendment_of, applied
from regpol.documents.amending.changes import Amendment
from regpol.documents.amending.formulas import points, touched
from regpol.documents.amending.matrix import annex_table, body_table
from regpol.documents.amending.phrases import read_phrases
from regpol.documents.amending.provisions import Regulation
from regpol.documents.amending.reading import read_regulation
from regpol.documents.amending.scale import scale_of, warnings
from regpol.terms.problems import Refused

TEMPLATES = Path(__file__).parents[3] / "templates"
PHRASES = read_phrases(TEMPLATES)
HEAD = """PERATURAN BUPATI CONTOH
NOMOR 5 TAHUN 2023
TENTANG
CONTOH

DENGAN RAHMAT TUHAN YANG MAHA ESA

BUPATI CONTOH,

Menimbang:
a. bahwa perlu;

Mengingat:
1. Undang-Undang Nomor 1 Tahun 2000 tentang Contoh;

MEMUTUSKAN:
Menetapkan: PERATURAN BUPATI TENTANG CONTOH.

"""
TAIL = """
Ditetapkan di Contoh
BUPATI CONTOH,
NAMA CONTOH
"""
OLD = """BAB I
KETENTUAN UMUM

Pasal 1
Dinas adalah perangkat daerah yang membidangi tenaga kerja.

BAB II
PENYELENGGARAAN

Pasal 2
(1) Dinas mendata pekerja setiap tahun.
(2) Hasil pendataan disampaikan kepada Bupati.

Pasal 3
Iuran dibayar setiap bulan oleh Pemerintah Daerah.

Pasal 4
Kartu peserta dibagikan oleh camat sebagaimana dimaksud dalam Pasal 3.

BAB III
KETENTUAN PENUTUP

Pasal 5
Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
"""


def read(tmp_path: Path, body: str, name: str = "lama.txt") -> Regulation:
    path = tmp_path / name
    path.write_text(HEAD + body + TAIL, encoding="utf-8")
    return read_regulation(path)


def amendment(tmp_path: Path, new: str, old: str = OLD) -> Amendment:
    return amendment_of(read(tmp_path, old), read(tmp_path, new, "baru.txt"))


def said(made: Amendment) -> list[str]:
    return [it.formula for it in points(made, PHRASES, "Peraturan Bupati ini", "Peraturan Bupati Contoh")]


INSERTED = OLD.replace(
    "Pasal 4\nKartu", "Pasal 4\nKepala desa mengusulkan nama calon penerima bantuan.\n\nPasal 5\nKartu"
).replace("PENUTUP\n\nPasal 5", "PENUTUP\n\nPasal 6")
CASES = {
    "one ayat reworded": (
        OLD.replace("kepada Bupati", "kepada Bupati dan BPJS Ketenagakerjaan"),
        ["Ketentuan ayat (2) Pasal 2 dalam Peraturan Bupati Contoh diubah sehingga Pasal 2 berbunyi sebagai berikut:"],
    ),
    "an ayat put in": (
        OLD.replace("(2) Hasil", "(2) Camat dan lurah memeriksa data pekerja.\n(3) Hasil"),
        [
            (
                "Di antara ayat (1) dan ayat (2) Pasal 2 dalam Peraturan Bupati Contoh disisipkan 1 (satu) ayat, "
                "yakni ayat (1a) sehingga Pasal 2 berbunyi sebagai berikut:"
            )
        ],
    ),
    "an article put in, the rest renumbered": (
        INSERTED,
        [
            (
                "Di antara Pasal 3 dan Pasal 4 dalam Peraturan Bupati Contoh disisipkan 1 (satu) pasal, yakni Pasal 3A "
                "sehingga berbunyi sebagai berikut:"
            )
        ],
    ),
    "an article struck out, another reworded": (
        OLD.replace("Pasal 3\nIuran dibayar setiap bulan oleh Pemerintah Daerah.\n\n", "")
        .replace("Pasal 4\n", "Pasal 3\n")
        .replace("oleh camat sebagaimana dimaksud dalam Pasal 3", "oleh camat atau lurah")
        .replace("Pasal 5\n", "Pasal 4\n"),
        ["Pasal 3 dihapus.", "Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:"],
    ),
    "a chapter put in": (
        OLD.replace("BAB III\n", "BAB III\nPEMBINAAN\n\nPasal 5\nBupati membina lurah.\n\nBAB IV\n").replace(
            "PENUTUP\n\nPasal 5", "PENUTUP\n\nPasal 6"
        ),
        [
            (
                "Di antara BAB II dan BAB III dalam Peraturan Bupati Contoh disisipkan 1 (satu) bab, yakni BAB IIA "
                "yang memuat Pasal 4A sehingga berbunyi sebagai berikut:"
            )
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_said_in_its_formula(case: str, tmp_path: Path) -> None:
    new, formulas = CASES[case]
    assert said(amendment(tmp_path, new)) == formulas


def test_numbers_given_stay_and_the_next_amendment_goes_on_from_them(tmp_path: Path) -> None:
    first = applied(amendment(tmp_path, INSERTED))
    assert [it.mark for it in first.articles] == ["1", "2", "3", "3A", "4", "5"]
    again = INSERTED.replace("Pasal 5\nKartu", "Pasal 5\nBank menyalurkan uang santunan.\n\nPasal 6\nKartu").replace(
        "PENUTUP\n\nPasal 6", "PENUTUP\n\nPasal 7"
    )
    second = applied(amendment_of(first, read(tmp_path, again)))
    assert [it.mark for it in second.articles] == ["1", "2", "3", "3A", "3B", "4", "5"]
    assert second.articles[5].text.endswith("dalam Pasal 3.")


def test_a_reference_follows_the_old_numbers(tmp_path: Path) -> None:
    pointing = INSERTED.replace("Peraturan Bupati ini mulai", "Kartu menurut Pasal 5 dan Peraturan Bupati ini mulai")
    made = amendment(tmp_path, pointing)
    assert made.changes[-1].new[0].text.startswith("Kartu menurut Pasal 4 dan")


def test_what_was_struck_out_stays_counted(tmp_path: Path) -> None:
    without = OLD.replace("(2) Hasil pendataan disampaikan kepada Bupati.\n", "")
    made = amendment(tmp_path, without)
    assert said(made)[0].startswith("Ketentuan ayat (2) Pasal 2 dalam Peraturan Bupati Contoh dihapus")
    clauses = applied(made).articles[1].children
    assert [(it.mark, it.deleted) for it in clauses] == [("(1)", False), ("(2)", True)]


def test_more_than_half_changed_is_better_replaced(tmp_path: Path) -> None:
    new = OLD.replace("tenaga kerja", "jaminan sosial").replace("setiap tahun", "setiap bulan")
    few = amendment(tmp_path, new)
    assert not warnings(few, PHRASES.replacing)
    many = amendment(tmp_path, new.replace("setiap bulan oleh Pemerintah", "setiap triwulan oleh Pemerintah"))
    assert scale_of(many).touched == 3
    assert warnings(many, PHRASES.replacing)[0].startswith("3 dari 5 Pasal (60%) berubah")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Kami sampaikan dengan hormat bahwa rapat diadakan besok.\n", "DOC75"),
        ("Pasal I\nKetentuan Pasal 3 diubah.\n\nPasal II\nPeraturan Bupati ini mulai berlaku.\n", "DOC76"),
        (OLD.replace("Pasal 4\n", "Pasal 3\n"), "DOC77"),
    ],
)
def test_a_file_that_cannot_be_amended_is_refused(body: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=code):
        read(tmp_path, body)


def test_the_same_text_has_nothing_to_amend(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="DOC78"):
        amendment(tmp_path, OLD)


def test_the_comparison_table_shows_only_what_changes(tmp_path: Path) -> None:
    made = amendment(tmp_path, OLD.replace("kepada Bupati", "kepada Bupati dan camat"))
    ((number, old, new, reason),) = [tuple(cell.text for cell in row) for row in body_table(made, PHRASES.table).rows]
    assert number == "1."
    assert old == "Pasal 2 ayat (2)\n(2) Hasil pendataan disampaikan kepada Bupati."
    assert new == "Pasal 2 ayat (2)\n(2) Hasil pendataan disampaikan kepada Bupati dan camat."
    assert reason == PHRASES.table.reason


def test_a_list_is_compared_item_by_item(tmp_path: Path) -> None:
    listed = "Pasal 3\nIuran dibayar oleh:\na. Pemerintah Daerah;\nb. Pemerintah Desa; dan\nc. perusahaan.\n"
    old = OLD.replace("Pasal 3\nIuran dibayar setiap bulan oleh Pemerintah Daerah.\n", listed)
    made = amendment(tmp_path, old.replace("b. Pemerintah Desa;", "b. kampung;"), old)
    rows = [tuple(cell.text for cell in row) for row in body_table(made, PHRASES.table).rows]
    assert [row[1:3] for row in rows] == [
        ("Pasal 3 huruf b\nb. Pemerintah Desa; dan", "Pasal 3 huruf b\nb. kampung; dan")
    ]


def test_an_item_struck_out_of_a_list_moves_those_below_it(tmp_path: Path) -> None:
    listed = "Pasal 3\nIuran dibayar oleh:\na. Pemerintah Daerah;\nb. Pemerintah Desa; dan\nc. perusahaan.\n"
    old = OLD.replace("Pasal 3\nIuran dibayar setiap bulan oleh Pemerintah Daerah.\n", listed)
    fewer = old.replace("b. Pemerintah Desa; dan\nc. perusahaan", "b. perusahaan").replace(
        "Daerah;\nb", "Daerah; dan\nb"
    )
    rows = [tuple(cell.text for cell in row) for row in body_table(amendment(tmp_path, fewer, old), PHRASES.table).rows]
    assert ("Pasal 3 huruf b\nDihapus; nomor sesudahnya menyesuaikan.") in [row[2] for row in rows]


def test_an_annex_is_compared_by_its_numbered_rows(tmp_path: Path) -> None:
    annex = (
        "\nLAMPIRAN\nPERATURAN BUPATI CONTOH\nTARIF\nNo. | Kategori | Iuran\n1. | Kader | 10.000\n2. | Linmas | {}\n"
    )
    for name, rate in (("lama.txt", "16.800"), ("baru.txt", "20.000")):
        (tmp_path / name).write_text(HEAD + OLD + TAIL + annex.format(rate), encoding="utf-8")
    made = amendment_of(*(read_regulation(tmp_path / name) for name in ("lama.txt", "baru.txt")))
    assert said(made)[0].startswith("Ketentuan Lampiran dalam Peraturan Bupati Contoh diubah sehingga menjadi")
    ((_, old, new, _),) = [tuple(cell.text for cell in row) for row in annex_table(made, PHRASES.table).rows]
    assert (old, new) == ("Lampiran\n2. Linmas; 16.800", "Lampiran\n2. Linmas; 20.000")


def test_a_change_rests_on_what_its_new_words_rest_on(tmp_path: Path) -> None:
    listed = "Pasal 3\nIuran dibayar oleh:\na. Pemerintah Daerah;\nb. Pemerintah Desa; dan\nc. perusahaan.\n"
    old = OLD.replace("Pasal 3\nIuran dibayar setiap bulan oleh Pemerintah Daerah.\n", listed)
    made = amendment(tmp_path, old.replace("b. Pemerintah Desa;", "b. kampung;"), old)
    assert [it.mark for it in touched(made.changes[0])] == ["b"]
    whole = amendment(tmp_path, OLD.replace("setiap bulan", "setiap triwulan"))
    assert [it.mark for it in touched(whole.changes[0])] == ["3"]


def test_a_chapter_with_another_title_and_the_same_articles_is_retitled(tmp_path: Path) -> None:
    made = amendment(tmp_path, OLD.replace("PENYELENGGARAAN", "KEPESERTAAN DAN IURAN"))
    assert said(made) == ["Judul BAB II dalam Peraturan Bupati Contoh diubah sehingga berbunyi sebagai berikut:"]


def test_text_out_of_a_pdf_is_read_over_its_broken_lines(tmp_path: Path) -> None:
    listed = OLD.replace(
        "setiap bulan oleh Pemerintah Daerah.", "oleh:\na. Pemerintah Daerah; dan/atau\nb. Pemerintah Desa."
    )
    broken = listed.replace("(2) Hasil", "(2)\n\nHasil").replace("dan/atau", "dan/\natau").replace("b. ", "b.\n")
    with pytest.raises(Refused, match="DOC78"):
        amendment(tmp_path, listed, broken)


@pytest.mark.parametrize(
    ("lost", "named"), [("Pasal 4\nKartu", "Kartu"), ("(1) Dinas mendata pekerja setiap tahun.\n", "")]
)
def test_a_number_that_was_not_read_is_refused_and_not_put_in_anew(lost: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="DOC106"):
        read(tmp_path, OLD.replace(lost, named))
