"""The look of an agency: changed in a word processor only, followed everywhere, and no number is lost by it."""

import io
import shutil
import subprocess

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from naskah_cases import STYLES, TEMPLATES, draft_of
from sample_brief import BRIEF
from word_cases import bare

from regpol.documents.word import docx
from regpol.documents.word_back.rebuild import read_edited
from regpol.documents.writers.look import look_of, style_sheet
from regpol.packet.manner import Manner
from regpol.packet.papers import write_paper
from regpol.terms.problems import Refused

BODY = """
Pasal
Tujuannya: [dan]
a. satu;
b. dua.
Pasal
(1) Peserta memuat: [dan]
a. nama;
b. alamat;
>> menurut data.
(2) Selesai.
"""


@pytest.fixture
def look(tmp_path):
    """The styles file as an office has changed it in Word."""
    document = Document(str(STYLES))
    font = document.styles["Normal"].font
    font.name, font.size = "Arial", Pt(11)
    section = document.sections[0]
    section.left_margin, section.right_margin = Mm(40), Mm(20)
    for name, left in (("Ayat", 14), ("Huruf", 28)):
        shape = document.styles[name].paragraph_format
        shape.left_indent, shape.first_line_indent = Mm(left), Mm(-14)
    section.first_page_header.paragraphs[0].text = "PEMERINTAH KOTA"
    section.header.paragraphs[0].text = "Bagian Hukum"
    section.footer.paragraphs[0].text = "BH-01"
    path = tmp_path / "gaya.docx"
    document.save(str(path))
    return path


def written(folder, styles):
    draft = draft_of(folder, BODY)
    path = folder / "naskah.docx"
    path.write_bytes(docx.write(draft, styles=styles))
    return draft, path


def comes_back(draft, path):
    edited = read_edited(path)
    assert list(edited.body) == [bare(unit) for unit in draft.body]


def test_indents_margins_and_what_stands_in_the_margins_are_the_agencys(look, tmp_path):
    draft, path = written(tmp_path, look)
    comes_back(draft, path)
    document = Document(str(path))
    below_article = next(it for it in document.paragraphs if it.text.startswith("satu"))
    assert below_article.paragraph_format.left_indent.mm == pytest.approx(14, abs=0.2)
    closing = next(it for it in document.paragraphs if it.text == "menurut data.")
    assert closing.paragraph_format.left_indent.mm == pytest.approx(14, abs=0.2)
    section = document.sections[0]
    assert [it.text for it in section.header.paragraphs] == ["Bagian Hukum", "- 2 -"]
    assert section.footer.paragraphs[0].text == "BH-01"
    assert section.first_page_header.paragraphs[0].text == "PEMERINTAH KOTA"
    assert sum(round(cell.width.mm) for cell in document.tables[0].rows[0].cells) == 155


def test_the_printed_draft_has_sheet_margins_and_font_of_the_agency(look):
    sheet = style_sheet(look_of(look), TEMPLATES)
    assert "size: 215.0mm 330.0mm; margin: 25.0mm 20.0mm 25.0mm 40.0mm" in sheet
    assert 'font-family: "Arial"' in sheet
    assert "font-size: 11.0pt" in sheet


def test_a_font_name_cannot_leave_its_quotes(look):
    document = Document(str(look))
    document.styles["Normal"].font.name = 'x"; } @import url(http://127.0.0.1:9/a); {'
    document.save(str(look))
    assert look_of(look).font == "x  import urlhttp127.0.0.19a "


def test_lists_that_were_lost_or_counted_anew_are_made_again(look, tmp_path):
    document = Document(str(look))
    root = document.part.numbering_part.element
    for element in list(root):
        root.remove(element)
    document.add_paragraph("")
    document.save(str(look))
    draft, path = written(tmp_path, look)
    comes_back(draft, path)
    numbering = Document(str(path)).part.numbering_part.element
    told = {it.get(qn("w:val")) for it in numbering.iter(qn("w:lvlText"))}
    assert {"BAB %1", "Pasal %1", "(%2)", "%3."} <= told
    first = Document(str(path)).paragraphs[0]
    assert first.text == "WALI KOTA MATARAM"


@pytest.mark.parametrize("content", [b"bukan docx", None], ids=["not word", "not there"])
def test_a_styles_file_that_is_none_is_refused(content, tmp_path):
    path = tmp_path / "gaya.docx"
    if content:
        path.write_bytes(content)
    with pytest.raises(Refused, match="DOC18"):
        written(tmp_path, path)


@pytest.mark.slow
def test_a_styles_file_saved_by_libreoffice_keeps_every_number(look, tmp_path):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation=file://{tmp_path}/rumah"
    kind, out = "docx:MS Word 2007 XML", str(tmp_path / "lagi")
    command = [office, home, "--headless", "--convert-to", kind, "--outdir", out, str(look)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    draft, path = written(tmp_path, tmp_path / "lagi" / "gaya.docx")
    comes_back(draft, path)
    subprocess.run(
        [office, home, "--headless", "--convert-to", "txt:Text", "--outdir", out, str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    text = (tmp_path / "lagi" / "naskah.txt").read_text(encoding="utf-8")
    assert all(said in text for said in ("Pasal 1", "Pasal 2", "(1)", "(2)", "a. nama", "b. dua"))


def test_a_saved_copy_of_the_default_gives_the_same_paper(tmp_path):
    copied = io.BytesIO(STYLES.read_bytes())
    document = Document(copied)
    document.save(str(tmp_path / "salinan.docx"))
    draft, path = written(tmp_path, tmp_path / "salinan.docx")
    assert docx.write(draft, styles=STYLES) == path.read_bytes()


def test_a_packet_has_the_look_of_the_agency_too(look, tmp_path):
    write_paper(tmp_path / "salinan", "salinan.naskah.j2", BRIEF, Manner(TEMPLATES, styles=look))
    assert Document(str(tmp_path / "salinan.docx")).styles["Normal"].font.name == "Arial"
    with pikepdf.open(tmp_path / "salinan.pdf") as made:
        fonts = {str(font.BaseFont) for page in made.pages for font in page.Resources.Font.values()}
    write_paper(tmp_path / "biasa", "salinan.naskah.j2", BRIEF, Manner(TEMPLATES))
    with pikepdf.open(tmp_path / "biasa.pdf") as plain:
        assert fonts != {str(font.BaseFont) for page in plain.pages for font in page.Resources.Font.values()}
