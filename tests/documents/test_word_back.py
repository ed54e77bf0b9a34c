"""A Word file comes back as the tree it was made from, and says what a drafter did to it."""

import io
import shutil
import subprocess
import zipfile

import pytest
from docx import Document
from naskah_cases import AGREEMENT, TEMPLATES, draft_of
from sample_brief import BRIEF
from word_cases import Drafter, bare, saved

from regpol.documents.naskah import render
from regpol.documents.naskah.tree import Kind
from regpol.documents.word_back import package
from regpol.documents.word_back.edited import shown
from regpol.documents.word_back.rebuild import read_edited
from regpol.terms.problems import Refused

BODY = """
BAB KETENTUAN UMUM
Pasal
(1) #satu Peserta didaftarkan oleh Dinas.
(2) Pendaftaran sebagaimana dimaksud ~@satu memuat: [dan]
a. nama;
b. alamat.
(3) Dinas menerbitkan tanda terima.
Pasal
Iuran dibayar setiap bulan.
"""


@pytest.fixture(scope="module", params=["perkada", "mou"])
def draft(request):
    return render.draft(f"{request.param}.naskah.j2", AGREEMENT if request.param == "mou" else BRIEF, TEMPLATES)


@pytest.fixture
def small(tmp_path):
    return saved(draft_of(tmp_path, BODY), tmp_path / "naskah.docx")


def same(draft, path):
    edited = read_edited(path)
    assert [*edited.recitals, *edited.citations, *edited.body] == [
        bare(unit) for group in (draft.recitals, draft.citations, draft.body) for unit in group
    ]
    return edited


def test_what_was_written_is_read_again(draft, tmp_path):
    edited = same(draft, saved(draft, tmp_path / "naskah.docx"))
    assert (edited.rulebook, edited.decided) == (draft.stamp.rulebook, draft.stamp.decided)
    grounded = [clause for clause in edited.clauses if clause.comments]
    assert len(grounded) == len(draft.grounded)


@pytest.mark.slow
def test_a_save_by_libreoffice_changes_nothing(draft, tmp_path):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    path = saved(draft, tmp_path / "naskah.docx")
    home = f"-env:UserInstallation=file://{tmp_path}/rumah"
    kind = "docx:MS Word 2007 XML"
    command = [office, home, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "lagi"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    same(draft, tmp_path / "lagi" / "naskah.docx")


def test_a_reference_is_read_by_its_target(small):
    drafter = Drafter(small)
    drafter.adds_before("Peserta didaftarkan", "Dinas membuka pendaftaran.")
    edited = read_edited(drafter.saves("suntingan.docx"))
    moved = next(unit for unit in edited.units() if unit.lead and unit.lead[0].text.startswith("Pendaftaran"))
    assert moved.address == "Pasal 1 ayat (3)"
    assert moved.lead[1].text == "ayat (2)"


def test_tracked_changes_and_comments_come_with_their_author(small):
    drafter = Drafter(small)
    drafter.tracks("Dinas menerbitkan", "tanda terima", "bukti pendaftaran")
    drafter.document.add_comment(drafter.finds("Iuran dibayar").runs, text="Cukup tiap triwulan?", author="Kabag")
    edited = read_edited(drafter.saves("suntingan.docx"))
    clause = next(it for it in edited.clauses if it.tracked)
    assert shown(clause.text) == "Dinas menerbitkan bukti pendaftaran."
    assert shown(clause.before) == "Dinas menerbitkan tanda terima."
    assert [(it.kind, it.author, it.text) for it in clause.tracked] == [
        ("dihapus", "Perancang Uji", "tanda terima"),
        ("disisipkan", "Perancang Uji", "bukti pendaftaran"),
    ]
    spoken = next(it for it in edited.clauses if it.comments)
    assert (spoken.unit.address, spoken.comments[0].author) == ("Pasal 2", "Kabag")


def test_a_drafter_who_types_numbers_by_hand_is_understood(small):
    drafter = Drafter(small)
    drafter.adds_before("Dinas menerbitkan", "(4) Pendaftaran tidak dipungut biaya.", "Normal")
    drafter.adds_before("Dinas menerbitkan", "a. bagi pegawai; dan", "Normal")
    edited = read_edited(drafter.saves("suntingan.docx"))
    typed = [(clause.unit.address, shown(clause.text)) for clause in edited.clauses if clause.typed]
    assert typed == [
        ("Pasal 1 ayat (3)", "Pendaftaran tidak dipungut biaya."),
        ("Pasal 1 ayat (3) huruf a", "bagi pegawai; dan"),
    ]


def test_a_paper_without_any_of_our_styles_still_has_its_clauses(tmp_path):
    document = Document()
    for line in ("PERATURAN BUPATI", "BAB I", "KETENTUAN UMUM", "Pasal 1", "(1) Satu:", "a. huruf;", "Pasal 2", "Isi."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "lain.docx"))
    edited = read_edited(tmp_path / "lain.docx")
    assert not edited.ours
    assert [(unit.kind, unit.address) for unit in edited.units()] == [
        (Kind.CHAPTER, "BAB I"),
        (Kind.ARTICLE, "Pasal 1"),
        (Kind.CLAUSE, "Pasal 1 ayat (1)"),
        (Kind.POINT, "Pasal 1 ayat (1) huruf a"),
        (Kind.ARTICLE, "Pasal 2"),
    ]
    assert edited.body[0].title == "KETENTUAN UMUM"
    assert edited.body[0].children[1].lead[0].text == "Isi."


def archive(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (OLE, "DOC50"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "DOC51"),
        (b"%PDF-1.7", "DOC50"),
        (b"", "DOC52"),
        (b"PK\x03\x04 terpotong", "DOC52"),
        (archive(xl__workbook_xml=b"<a/>"), "DOC50"),
        (archive(word__document_xml=b"<w:document"), "DOC52"),
        (archive(word__document_xml=DOCTYPE), "DOC52"),
    ],
    ids=["doc", "locked", "pdf", "empty", "cut off", "workbook", "bad xml", "doctype"],
)
def test_what_is_no_word_file_is_refused(content, code, tmp_path):
    path = tmp_path / "naskah.docx"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_edited(path)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_an_archive_that_swells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MOST_UNPACKED", 1 << 20)
    path = tmp_path / "naskah.docx"
    path.write_bytes(archive(word__document_xml=b"<a/>", word__media=b"0" * (2 << 20)))
    with pytest.raises(Refused, match="DOC53"):
        read_edited(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(Refused, match="tidak ada"):
        read_edited(tmp_path / "hilang.docx")


def test_a_letter_without_clauses_is_refused(tmp_path):
    document = Document()
    document.add_paragraph("Bersama ini kami sampaikan naskah dimaksud.")
    document.save(str(tmp_path / "surat.docx"))
    with pytest.raises(Refused, match="DOC54"):
        read_edited(tmp_path / "surat.docx")
