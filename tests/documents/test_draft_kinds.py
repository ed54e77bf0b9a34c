"""Kinds of paper are data, and every form the tree can hold comes out of every writer."""

import dataclasses

import pytest
from naskah_cases import TEMPLATES
from sample_brief import BRIEF
from word_cases import saved

from regpol.documents.brief.paper import OpenPoint
from regpol.documents.kinds import read_kinds
from regpol.documents.lint.from_file import read_paper
from regpol.documents.naskah import outline, render
from regpol.documents.naskah.tree import Kind
from regpol.documents.word import docx
from regpol.documents.writers import html
from regpol.project.blank import Blank
from regpol.terms.problems import Refused

KINDS = read_kinds(TEMPLATES)


def test_each_kind_has_its_template_its_family_and_a_name_of_its_own():
    names = [name for code, kind in KINDS.entries for name in (code.value, *kind.aliases)]
    assert len(names) == len(set(names))
    families = {code.value for code, _ in KINDS.family_names}
    for _, kind in KINDS.entries:
        assert (TEMPLATES / kind.template).is_file(), kind.template
        assert kind.family in families


def test_an_alias_finds_its_kind_and_a_strange_name_is_refused():
    assert KINDS.find("perbup")[0] == "perkada"
    with pytest.raises(Refused, match="jenis naskah"):
        KINDS.find("perwall")


def test_a_drafter_is_reminded_only_of_what_the_paper_asks():
    power, number, always = (OpenPoint(text="?", about=about) for about in ("wewenang", Blank.NPK, ""))
    given = (power, number, always)
    assert KINDS.find("perkada")[1].asked(given) == (power, always)
    assert KINDS.find("mou")[1].asked(given) == (number, always)
    assert KINDS.find("keputusan-tim")[1].asked(given) == (always,)


@pytest.mark.parametrize(("head", "name"), [("Gubernur", "Contoh"), ("Bupati", "Contoh"), ("Wali Kota", "Contoh")])
def test_the_regulation_is_named_after_who_heads_the_region(head, name):
    region = dataclasses.replace(BRIEF.region, head=head, name=name)
    made = render.draft("perkada.naskah.j2", dataclasses.replace(BRIEF, region=region), TEMPLATES)
    assert f"\nPERATURAN {head.upper()} CONTOH\n" in outline.write(made)


DECREE = """
Naskah: keputusan
Jenis: Keputusan Bupati
Daerah: Contoh
Provinsi: Provinsi Contoh
Pejabat: Bupati Contoh
Nomor: ……
Tahun: ……
Tentang: Tim
Menimbang:
a. bahwa perlu tim
Mengingat:
1. Undang-Undang
MEMUTUSKAN:
KESATU #tim: Membentuk tim
KEDUA: Tim sebagaimana dimaksud ~@tim bertugas: [dan]
a. satu
a. dua
Tanda tangan kanan:
Jabatan: BUPATI CONTOH,
Nama: CONTOH
Tembusan:
Gubernur
"""
AMENDING = """
Naskah: peraturan
Jenis: Peraturan Bupati
Daerah: Contoh
Pejabat: Bupati Contoh
Nomor: ……
Tahun: ……
Tentang: Perubahan atas Contoh
Menimbang:
a. bahwa perlu
Mengingat:
1. Undang-Undang
MEMUTUSKAN:
Pasal I
Beberapa ketentuan diubah sebagai berikut: [kalimat]
1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut
“Pasal 5
“(1) Bunyi baru.
Pasal II
Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
Penutup:
Agar setiap orang mengetahuinya
Tanda tangan kanan:
Jabatan: BUPATI CONTOH,
Nama: CONTOH
"""
LETTER = """
Naskah: surat
Jenis: Surat
Pejabat: Bupati Contoh
Tentang: Permohonan
Surat:
Nomor: ……
Hal: Permohonan
Yth: Gubernur
Pembuka:
Dengan hormat kami sampaikan:
Isi:
1. satu
2. dua
Tanda tangan kanan:
Jabatan: BUPATI CONTOH,
Nama: CONTOH
"""
INSTRUCTION = """
Naskah: instruksi
Jenis: Instruksi Bupati
Daerah: Contoh
Pejabat: Bupati Contoh
Nomor: ……
Tahun: ……
Tentang: Contoh
Pembuka:
Dalam rangka contoh, dengan ini menginstruksikan:
Surat:
Kepada: kepala dinas
Untuk: melaksanakan yang berikut
Isi:
KESATU: Mendata
Tanda tangan kanan:
Jabatan: BUPATI CONTOH,
Nama: CONTOH
"""
EXPLANATION = """
Naskah: penjelasan
Jenis: Penjelasan
Atas: Peraturan Daerah Contoh
Nomor: ……
Tahun: ……
Tentang: Contoh
Isi:
I. UMUM
Latar belakang.
II. PASAL DEMI PASAL
Pasal
Cukup jelas.
"""
SAID = {
    DECREE: ("KEDUA Tim sebagaimana dimaksud dalam Diktum KESATU", "Tembusan:\n1. Gubernur"),
    AMENDING: ("Pasal II Peraturan Bupati ini", "“(1) Bunyi baru.”"),
    LETTER: ("Hal: Permohonan", "2. dua"),
    INSTRUCTION: ("INSTRUKSI BUPATI CONTOH", "KESATU Mendata."),
    EXPLANATION: ("PENJELASAN\nATAS\nPERATURAN DAERAH CONTOH", "I. UMUM Latar belakang."),
}


def written(folder, naskah):
    (folder / "uji.naskah.j2").write_text(naskah, encoding="utf-8")
    return render.draft("uji.naskah.j2", BRIEF, folder)


@pytest.mark.parametrize("naskah", SAID)
def test_each_form_comes_out_of_each_writer(tmp_path, naskah):
    draft = written(tmp_path, naskah)
    text = outline.write(draft)
    assert not [said for said in SAID[naskah] if said not in text], text
    page = html.write(draft)
    assert all(unit.eid in page for unit in draft.units())
    assert docx.write(draft, styles=TEMPLATES / "styles.docx").startswith(b"PK")


def test_a_diktum_is_counted_by_its_place_not_by_what_is_typed(tmp_path):
    draft = written(tmp_path, DECREE.replace("KEDUA:", "KEDELAPAN:"))
    assert [(unit.kind, unit.marker) for unit in draft.body] == [(Kind.DICTUM, "KESATU"), (Kind.DICTUM, "KEDUA")]


@pytest.mark.parametrize(
    ("kind", "name", "law", "council", "title", "agreed"),
    [
        ("Kota", "Contoh", "Peraturan Daerah", "Dewan Perwakilan Rakyat Daerah", "PERATURAN DAERAH KOTA CONTOH", ""),
        ("Kabupaten", "Contoh", "Qanun Kabupaten/Kota", "Dewan Perwakilan Rakyat Kabupaten/Kota", "", ""),
        (
            "Provinsi",
            "Aceh",
            "Qanun Aceh",
            "Dewan Perwakilan Rakyat Aceh",
            "QANUN ACEH",
            "DEWAN PERWAKILAN RAKYAT ACEH",
        ),
    ],
)
def test_a_perda_goes_by_the_names_its_region_has(kind, name, law, council, title, agreed):
    own = f"{kind} {name}".upper()
    government = "Pemerintah Aceh" if name == "Aceh" else ""
    named = {"kind": kind, "name": name, "law": law, "council": council, "called_government": government}
    region = dataclasses.replace(BRIEF.region, **named)
    brief = dataclasses.replace(BRIEF, region=region, by_council=True)
    made = render.draft("perda.naskah.j2", brief, TEMPLATES)
    lines = outline.write(made).splitlines()
    assert (title or f"QANUN {own}") in lines
    council_name = agreed or f"{council.removesuffix(' Kabupaten/Kota').upper()} {own}"
    assert lines[lines.index("Dengan Persetujuan Bersama") + 1] == council_name
    unsure = [notice for notice in made.head.notices if notice.startswith("Frasa pembuka")]
    assert len(unsure) == ("Qanun" in law), "what no source says of a Qanun is said to be unverified"


def test_word_begins_the_letters_of_each_dictum_with_a(tmp_path):
    decree = DECREE.replace("a. dua\n", "a. dua\nKETIGA: Sekretariat bertugas: [dan]\na. tiga\na. empat\n")
    lines = read_paper(saved(written(tmp_path, decree), tmp_path / "keputusan.docx")).lines
    letters = [line.text[:3] for line in lines if line.text.split(";")[0][3:] in {"satu", "dua.", "tiga", "empat."}]
    assert letters == ["a. ", "b. ", "a. ", "b. "]
