"""What a Word file says of its page is read where Word would find it: the run, its style, the defaults."""

import pytest
from naskah_cases import TEMPLATES
from sample_brief import BRIEF

from regpol.documents.lint.engine import lint
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.rule import read_rules
from regpol.documents.lint.word_layout import word_layout
from regpol.documents.naskah import render
from regpol.documents.word import docx
from regpol.documents.word_back.package import open_package

RULES = read_rules(TEMPLATES.parent / "rules" / "teknik")
PAGE = ("PH-001", "PH-002", "PH-004")


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    draft = render.draft("keputusan-tim.naskah.j2", BRIEF, TEMPLATES)
    path = tmp_path_factory.mktemp("naskah") / "naskah.docx"
    path.write_bytes(docx.write(draft, styles=TEMPLATES / "styles.docx"))
    return draft, path


def test_our_page_reads_back_as_we_set_it(ours):
    draft, path = ours
    assert word_layout(open_package(path)) == from_draft(draft).layout
    assert lint(read_paper(path), RULES, PAGE) == ()


def test_a_page_of_the_word_processor_is_told(ours, tmp_path):
    from docx import Document
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for line in ("KEPUTUSAN BUPATI CONTOH", "NOMOR … TAHUN …", "TENTANG", "TIM"):
        run = document.add_paragraph().add_run(line)
        run.font.name, run.font.size = "Arial", Pt(11)
    path = tmp_path / "asing.docx"
    document.save(str(path))
    found = {it.rule: it.found for it in lint(read_paper(path), RULES, PAGE)}
    assert found == {
        "PH-001": "Arial ukuran 11",
        "PH-002": "kertas 210 × 297 mm",
        "PH-004": "halaman tanpa nomor di atasnya",
    }
