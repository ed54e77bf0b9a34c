"""Papers of the way to enactment, and the agreement of a whole region: what each must say, and what it leaves open."""

import dataclasses

import pytest
from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.documents.brief.brief import Signer
from regpol.documents.kinds import Part, read_kinds
from regpol.documents.naskah import outline, render
from regpol.documents.word import docx

KINDS = read_kinds(TEMPLATES)
SAID = {
    "usulan-propemperda": ("USULAN PROGRAM PEMBENTUKAN PERATURAN DAERAH", "Keterkaitan dengan peraturan lain"),
    "usulan-program-perkada": ("USULAN PROGRAM PENYUSUNAN PERATURAN WALI KOTA", "Rancangan Peraturan Wali Kota"),
    "keterangan-rancangan": ("KETERANGAN RANCANGAN", "Sasaran ialah 7.250"),
    "telaahan-staf": ("TELAAHAN STAF", "Praanggapan", "Fakta yang memengaruhi", "Analisis", "Simpulan", "Saran"),
    "lembar-paraf": ("LEMBAR PARAF KOORDINASI", "| No. | Jabatan | Paraf | Tanggal | Catatan |"),
    "tindak-lanjut": ("| No. | Ketentuan | Catatan | Tanggapan | Perubahan |", "| 1. | ………… | ………… | ………… | ………… |"),
    "salinan": ("SALINAN", "Salinan sesuai dengan aslinya.", "ttd, LALU CONTOH WIRAWAN"),
    "pks": ("PERJANJIAN KERJA SAMA", "untuk dan atas nama Pemerintah Kota Mataram"),
}


REGION = dataclasses.replace(BRIEF, unit=None)


def paper(kind, brief=REGION):
    return render.draft(KINDS.find(kind)[1].template, brief, TEMPLATES)


@pytest.mark.parametrize("kind", SAID)
def test_each_paper_says_what_it_is_for(kind):
    text = outline.write(paper(kind))
    assert not [said for said in SAID[kind] if said.casefold() not in text.casefold()], text


@pytest.mark.parametrize("kind", sorted(SAID))
def test_a_form_that_was_not_read_is_said_to_be_unverified(kind):
    notices = " ".join(paper(kind).head.notices)
    assert "[belum diverifikasi]" in notices or kind in {"tindak-lanjut", "salinan"}


def test_the_agreement_of_a_region_lets_the_office_for_cooperation_settle_its_class():
    region = dataclasses.replace(REGION, agreement=dataclasses.replace(AGREEMENT.agreement, signer=Signer.OFFICE))
    made = paper("pks", region)
    assert any("Bagian Kerja Sama" in notice for notice in made.head.notices)
    assert "Kecamatan" not in outline.write(made)


def test_an_agreement_of_one_kecamatan_still_speaks_of_it():
    assert KINDS.find("mou")[1].part is Part.DISTRICT
    assert "Kecamatan Ampenan Kota Mataram" in outline.write(paper("mou", AGREEMENT))


@pytest.mark.parametrize(
    "kind", ["permohonan-harmonisasi", "permohonan-fasilitasi", "tindak-lanjut", "usulan-propemperda"]
)
def test_what_a_letter_encloses_is_a_row_of_its_head_and_no_annex(kind):
    made = paper(kind)
    assert "Lampiran" in [party.name for party in made.parties]
    assert "1 (satu) berkas" not in [annex.title for annex in made.annexes]
    assert made.signatures


def test_word_counts_a_memo_from_one_and_its_letters_anew_under_each_number():
    from io import BytesIO

    from docx import Document

    made = Document(BytesIO(docx.write(paper("telaahan-staf"), styles=TEMPLATES / "styles.docx")))
    styles = [paragraph.style.name for paragraph in made.paragraphs if paragraph.style.name.startswith("Definisi")]
    assert styles[:3] == ["Definisi", "Definisi Huruf", "Definisi Huruf"]
    assert not [one for one in made.paragraphs if one.style.name in {"Huruf", "Angka"}]
