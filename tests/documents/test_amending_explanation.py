"""The Penjelasan of an amending Perda: per number of Pasal I, with what the new text says of the articles it quotes."""

from pathlib import Path

import pytest
from naskah_cases import TAIL, TEMPLATES, draft_of

from regpol.documents.amending.applying import amendment_of
from regpol.documents.amending.filling import with_bases
from regpol.documents.amending.formulas import points
from regpol.documents.amending.phrases import read_phrases
from regpol.documents.amending.reading import from_draft, read_regulation
from regpol.documents.naskah import outline
from regpol.documents.naskah.tree import Draft
from regpol.documents.writers import akn, html

OLD = """Pasal
Dinas mendata pekerja setiap tahun.
Pasal
(1) Iuran dibayar setiap bulan.
(2) Camat memeriksa daftar peserta.
Pasal
Peraturan ini mulai berlaku pada tanggal diundangkan.
"""
NEW = """Pasal
Dinas mendata pekerja setiap tahun.
Pasal
Kepala desa mengusulkan nama calon penerima.
Penjelasan: Usulan disampaikan sebelum tahun anggaran, lihat juga Pasal 3.
Pasal
(1) Iuran dibayar setiap triwulan.
(2) Camat memeriksa daftar peserta.
Penjelasan: Pemeriksaan mencegah pembayaran dua kali.
Pasal
Peraturan ini mulai berlaku pada tanggal diundangkan.
"""
AMENDING = """Pasal I
Beberapa ketentuan diubah: [kalimat]
1. Disisipkan Pasal 1A:
“Pasal 1A
1. Diubah:
“Pasal 2
Pasal II
Peraturan ini mulai berlaku pada tanggal diundangkan.
"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    folder = tmp_path_factory.mktemp("ubah")
    made = amendment_of(from_draft(draft_of(folder, OLD)), from_draft(draft_of(folder, NEW)))
    said = points(made, read_phrases(TEMPLATES), "Peraturan ini", "Peraturan Contoh")
    return with_bases(draft_of(folder, AMENDING, tail=f"{TAIL}Penjelasan:\nLatar belakang.\n"), said)


def test_each_number_of_pasal_i_is_explained_by_the_articles_it_quotes(paper: Draft) -> None:
    said = outline.write(paper).partition("II. PASAL DEMI PASAL\n")[2].split("\n")
    assert [line.strip() for line in said if line] == [
        *("Pasal I", "Angka 1", "Pasal 1A", "Usulan disampaikan sebelum tahun anggaran, lihat juga Pasal 2."),
        *("Angka 2", "Pasal 2", "Ayat (1)", "Cukup jelas.", "Ayat (2)", "Pemeriksaan mencegah pembayaran dua kali."),
        *("Pasal II", "Cukup jelas."),
    ]


def test_its_ids_are_its_own_and_nothing_points_at_an_article_of_the_other_paper(paper: Draft) -> None:
    page = html.write(paper)
    assert 'id="exp__artrom_I__item_1__Pasal_1A"' in page
    assert page.count('id="exp__artrom_I__item_2__Pasal_2__ayat_2"') == 1
    assert 'href="#"' not in page


def test_the_penjelasan_of_a_kept_perda_is_no_annex_of_it(paper: Draft, tmp_path: Path) -> None:
    explained = draft_of(tmp_path, NEW, tail=f"{TAIL}Penjelasan:\nLatar belakang.\n")
    kept = tmp_path / "perda.xml"
    kept.write_text(akn.write(explained), encoding="utf-8")
    assert read_regulation(kept).annexes == ()
