"""The page for the screen: every clause can be pointed at and asked for its basis; printed, it is the PDF."""

import dataclasses
import re
import shutil
import subprocess

import pytest
from naskah_cases import TEMPLATES, draft_of
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.documents.writers import html, pdf

SHEET = (TEMPLATES / render.STYLESHEET).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def perwali():
    return render.draft("perkada.naskah.j2", BRIEF, TEMPLATES)


def test_every_clause_has_a_link_and_its_basis(perwali):
    page = html.write(perwali, for_screen=True)
    for unit in perwali.units():
        assert page.count(f'class="layar tautan" href="#{unit.eid}"') == 1
    assert page.count("<details") == len(perwali.grounded) + 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_nothing_comes_from_outside(perwali):
    page = html.write(perwali, for_screen=True)
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert not re.search(r"url\((?!\"data:)", page)


def test_a_clean_page_shows_no_basis(perwali):
    page = html.write(perwali, clean=True, for_screen=True)
    assert 'class="layar dasar' not in page
    assert 'class="layar tautan"' in page


def test_printed_it_says_what_the_pdf_says(tmp_path):
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("poppler-utils is not installed")
    body = f"BAB UMUM\nPasal\n(1) Dinas membayar iuran. ^[{BRIEF.bases[0].id}]\n(2) Selesai.\n"
    draft = dataclasses.replace(draft_of(tmp_path, body), stylesheet=SHEET)
    texts = [
        subprocess.run([tool, "-layout", "-", "-"], input=made, capture_output=True, check=True).stdout
        for made in (pdf.write(draft), pdf.lay_out(html.write(draft, for_screen=True)))
    ]
    assert texts[0] == texts[1]


def test_a_paper_whose_law_is_not_collected_says_so_instead_of_an_empty_table(tmp_path):
    page = html.write(draft_of(tmp_path, "Pasal\nIsi. ^[iuran:restitusi]\n"))
    assert "Belum ada klausul yang dasar hukumnya dihimpun" in page
    assert 'class="data matriks"' not in page
