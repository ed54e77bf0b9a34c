"""The Word file: opens cleanly, the same bytes twice, numbers by style, references by field, bases as comments."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from gallery_papers import sample
from naskah_cases import AGREEMENT, STYLES, TEMPLATES, draft_of
from openxml_audit import OpenXmlValidator
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.documents.word import docx, styles
from regpol.documents.word_back.rebuild import read_edited
from regpol.terms.problems import Refused

DRAFTS = {"perkada": BRIEF, "mou": AGREEMENT}


@pytest.fixture(scope="module", params=sorted(DRAFTS))
def draft(request):
    return render.draft(f"{request.param}.naskah.j2", DRAFTS[request.param], TEMPLATES)


@pytest.fixture(scope="module")
def written(draft):
    return docx.write(draft, styles=STYLES)


def opened(data: bytes):
    return Document(io.BytesIO(data))


@pytest.mark.parametrize("clean", [False, True])
def test_the_audit_finds_nothing(draft, clean, tmp_path):
    path = tmp_path / "naskah.docx"
    path.write_bytes(docx.write(draft, styles=STYLES, clean=clean))
    result = OpenXmlValidator().validate(path)
    assert result.is_valid
    assert not list(result.errors)


def test_same_draft_same_bytes(draft, written):
    assert docx.write(draft, styles=STYLES) == written


def test_the_styles_file_is_the_one_the_program_builds():
    assert STYLES.read_bytes() == styles.build()


def test_no_unit_has_a_typed_number(draft, written):
    document = opened(written)
    names = {level.style for levels in styles.LISTS.values() for level in levels}
    for paragraph in document.paragraphs:
        if paragraph.style.name in names - {"Bagian"}:
            assert not paragraph.text.lstrip().startswith(("Pasal ", "BAB ", "(1)")) or "\n" in paragraph.text


def test_every_unit_has_a_bookmark_and_every_field_a_target(draft, written):
    root = opened(written).element
    marks = [mark.get(qn("w:name")) for mark in root.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks)) == sum(1 for _ in draft.units()) + len(draft.annexes) + 1
    assert max(map(len, marks)) <= 40
    targets = [code.text.split()[1] for code in root.iter(qn("w:instrText")) if code.text.split()[0] == "REF"]
    assert targets
    targets += [link.get(qn("w:anchor")) for link in root.iter(qn("w:hyperlink"))]
    assert set(targets) <= set(marks)


def test_each_grounded_clause_carries_its_bases(draft, written):
    comments = list(opened(written).comments)
    assert len(comments) == len(draft.grounded)
    assert all(comment.text.startswith("Dasar") for comment in comments)
    assert any("perlu diverifikasi" in comment.text for comment in comments)


def test_changes_are_tracked_from_the_first_key(written):
    assert opened(written).settings.element.find(qn("w:trackRevisions")) is not None


def test_clean_has_no_marks(draft):
    data = docx.write(draft, styles=STYLES, clean=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert not list(opened(data).comments)
    assert b"RANCANGAN" not in everything
    assert b"3f2a9c1d07be \xc2\xb7" not in everything


def test_a_styles_file_without_a_style_is_refused(draft, tmp_path):
    document = Document(str(STYLES))
    document.styles["Ayat"].delete()
    document.save(tmp_path / "styles.docx")
    with pytest.raises(Refused, match="DOC18"):
        docx.write(draft, styles=tmp_path / "styles.docx")


WIDE = """
Pasal
Rinciannya tercantum dalam ~@rinci.
"""
SIDEWAYS = """
Penutup:
Agar setiap orang mengetahuinya, memerintahkan pengundangan peraturan ini.
Tanda tangan kanan:
Jabatan: WALI KOTA MATARAM,
Nama: NAMA
Lampiran #rinci: Rincian
| Kepesertaan | Pertanggungjawaban | Ketenagakerjaan | Penyelenggaraan | Kesejahteraan | Penganggaran | Keterangan |
| a | b | c | d | e | f | g |
Lampiran: Biasa
| No. | Nama |
| 1 | a |
"""


def test_a_wide_annex_lies_on_its_side_and_the_next_stands_again(tmp_path):
    path = tmp_path / "naskah.docx"
    path.write_bytes(docx.write(draft_of(tmp_path, WIDE, tail=SIDEWAYS), styles=STYLES))
    document = Document(str(path))
    turned = [section.page_width > section.page_height for section in document.sections]
    assert turned == [False, True, False]
    assert document.sections[1].page_width.mm == pytest.approx(330, abs=0.5)
    tables = [table for table in document.tables if table.style.name == "Table Grid"]
    widths = [round(sum(cell.width.mm for cell in table.rows[0].cells)) for table in tables]
    assert widths == [275, 160]
    assert all(table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for table in tables)
    assert not list(OpenXmlValidator().validate(path).errors)
    assert read_edited(path).tables[0].columns[1] == "Pertanggungjawaban"


def test_a_signature_does_not_stand_alone_on_a_page():
    """A decision has no closing words; what it orders last goes along with who signs it."""
    document = opened(docx.write(sample("keputusan-tim"), styles=STYLES))
    last = next(it for it in reversed(document.paragraphs) if "mulai berlaku" in it.text)
    assert last.paragraph_format.keep_with_next
