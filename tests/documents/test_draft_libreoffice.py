"""LibreOffice as a second reader of the Word file: an inserted ayat moves every number and reference."""

import copy
import io
import shutil
import subprocess

import pytest
from docx import Document
from naskah_cases import STYLES, TEMPLATES
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.documents.word import docx

pytestmark = pytest.mark.slow


def as_text(document, folder) -> str:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    document.save(folder / "naskah.docx")
    home = f"-env:UserInstallation=file://{folder}/rumah"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "naskah.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = subprocess.run(["pdftotext", "-layout", str(folder / "naskah.pdf"), "-"], check=True, capture_output=True)
    return " ".join(text.stdout.decode().split())


@pytest.fixture
def document():
    draft = render.draft("perkada.naskah.j2", BRIEF, TEMPLATES)
    return Document(io.BytesIO(docx.write(draft, styles=STYLES)))


def test_it_shows_the_numbers_and_references_of_the_draft(document, tmp_path):
    shown = as_text(document, tmp_path)
    assert "(1) Dinas bersama BPJS Ketenagakerjaan" in shown
    assert "hasil pendataan sebagaimana dimaksud dalam Pasal 10 ayat (4)" in shown
    assert "Bagian Kedua Verifikasi dan Validasi Pasal 11" in shown
    assert "Error" not in shown


def test_an_inserted_ayat_moves_everything(document, tmp_path):
    clauses = [p for p in document.paragraphs if p.style.name == "Ayat"]
    first = next(p for p in clauses if p.text.startswith("Pendataan calon Peserta dilakukan oleh"))
    fresh = copy.deepcopy(first._p)
    for child in list(fresh):
        if not child.tag.endswith("}pPr"):
            fresh.remove(child)
    first._p.addprevious(fresh)
    next(p for p in document.paragraphs if p._p is fresh).add_run("Ayat yang disisipkan perancang.")
    shown = as_text(document, tmp_path)
    assert "(1) Ayat yang disisipkan perancang." in shown
    assert "(2) Pendataan calon Peserta dilakukan oleh" in shown
    assert "Pendataan sebagaimana dimaksud pada ayat (2) paling sedikit memuat" in shown
    assert "hasil pendataan sebagaimana dimaksud dalam Pasal 10 ayat (5)" in shown
    assert "Hasil pendataan sebagaimana dimaksud pada ayat (2) huruf b" in shown


def test_an_inserted_article_moves_later_articles(document, tmp_path):
    second = [p for p in document.paragraphs if p.style.name == "Pasal"][1]
    fresh = copy.deepcopy(second._p)
    for child in list(fresh):
        if not child.tag.endswith("}pPr"):
            fresh.remove(child)
    second._p.addprevious(fresh)
    shown = as_text(document, tmp_path)
    assert "hasil pendataan sebagaimana dimaksud dalam Pasal 11 ayat (4)" in shown
    assert "Pasal 28" in shown
