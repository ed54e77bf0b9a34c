"""The PDF: F4, the same bytes twice, nothing fetched, no line broken where Pango 1.50 breaks it."""

import dataclasses
import io
import itertools
import re
import shutil
import subprocess

import pikepdf
import pytest
import tinyhtml5
from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.documents.writers import html, pdf
from regpol.terms.problems import Refused

F4 = (215 / 25.4 * 72, 330 / 25.4 * 72)


@pytest.fixture(scope="module")
def perwali():
    return render.draft("perkada.naskah.j2", BRIEF, TEMPLATES)


@pytest.fixture(scope="module")
def mou():
    return render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES)


@pytest.fixture(scope="module")
def page(perwali):
    return pdf.write(perwali)


def texts(data: bytes) -> str:
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run([tool, "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def test_same_draft_same_bytes(perwali, page):
    assert pdf.write(perwali) == page


def test_every_page_is_f4_and_the_outline_follows_the_text(page):
    with pikepdf.open(io.BytesIO(page)) as opened:
        for sheet in opened.pages:
            assert [float(side) for side in sheet.mediabox[2:]] == pytest.approx(F4, abs=0.5)
        with opened.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles[0] == "BAB I KETENTUAN UMUM"
        assert "Matriks dasar hukum" in titles
        assert str(opened.Root.Lang) == "id"


def test_page_numbers_start_on_page_two(page):
    pages = texts(page).split("\f")
    assert "-1-" not in pages[0].replace(" ", "")
    assert pages[1].replace(" ", "").startswith("-2-")


def test_what_belongs_together_stays_on_one_page(page):
    """Signatures with the last article; two items of a list at least; a chapter leaves no empty page before it."""
    sheets = [[line.strip() for line in sheet.splitlines() if line.strip()] for sheet in texts(page).split("\f")]
    body = list(itertools.takewhile(lambda sheet: not any("LAMPIRAN" in line for line in sheet), sheets))
    for line in ("Pasal ", "Ditetapkan di", "Diundangkan di", "BERITA DAERAH"):
        assert any(it.startswith(line) for it in body[-1]), line
    for sheet, following in itertools.pairwise(body):
        text = [line for line in sheet if not re.match(r"Rancangan ·|- \d+ -", line)]
        assert not re.match(r"a\.\s", text[-1]), text[-1]
        broken = [line for line in text if line.endswith("dan/") or re.fullmatch(r"[a-z]\.\s+[a-z]+", line)]
        assert broken == []
        if following[1].startswith("BAB "):
            assert len(text) > 14, text


def test_clean_has_no_marks(perwali, mou):
    for draft in (perwali, mou):
        shown = html.write(draft, clean=True)
        for mark in ("RANCANGAN", "verifikasi</span>", "MATRIKS", "aside", "aturan 3f2a9c1d07be ·"):
            assert mark not in shown, mark
        assert html.write(draft).count("[verifikasi]") == sum(unit.doubtful for unit in draft.units())


@pytest.mark.parametrize(
    "layout",
    [
        "@import url(http://127.0.0.1:9/gaya.css);",
        "body { background: url(http://127.0.0.1:9/gambar.png) }",
        "@font-face { font-family: x; src: url(file:///etc/passwd) } body { font-family: x }",
    ],
)
def test_a_layout_that_fetches_stops_the_run(perwali, layout):
    with pytest.raises(Refused, match="DOC17"):
        pdf.write(dataclasses.replace(perwali, stylesheet=layout))


def test_no_space_stands_in_front_of_a_link(perwali, mou):
    """Debian 12's Pango 1.50 breaks such a paragraph behind its first word."""
    for draft in (perwali, mou):
        assert not re.search(r"\s<a\b", html.write(draft, clean=True))


def test_no_paragraph_breaks_after_its_first_words(perwali):
    lines = [line.strip() for line in texts(pdf.write(perwali, clean=True)).splitlines()]
    short = re.compile(r"^(?:\(\d+\)|[a-z]\.|\d+\.)\s+(?:\S+\s*){1,2}$")
    broken = [
        (line, below)
        for line, below in itertools.pairwise(lines)
        if short.match(line) and below[:1].islower() and not re.match(r"^[a-z]\.", below)
    ]
    assert not broken


def test_no_heading_or_bare_number_ends_a_page(perwali, mou):
    for draft in (perwali, mou):
        for sheet in texts(pdf.write(draft, clean=True)).split("\f"):
            lines = [line.strip() for line in sheet.splitlines() if line.strip()]
            if lines:
                assert not re.fullmatch(r"(?:Pasal \d+|BAB [IVX]+|Bagian \w+|\(\d+\)|[a-z]\.|Menetapkan :?)", lines[-1])


def test_a_page_read_as_xml_is_the_tree_an_html_parser_makes(perwali, mou):
    for draft in (perwali, mou):
        bare = html.write(draft).partition("<style>")[0] + html.write(draft).partition("</style>")[2]
        parsed = tinyhtml5.parse(io.BytesIO(bare.encode()), namespace_html_elements=False, transport_encoding="utf-8")
        ours = [(it.tag, it.attrib, it.text) for it in pdf._tree(bare).iter()]
        assert ours == [(it.tag, dict(it.attrib), it.text) for it in parsed.iter()]
        assert len(ours) > 100


def test_a_page_that_is_not_well_formed_is_laid_out_all_the_same():
    made = pdf.lay_out("<html><style>p { margin: 0 }</style><p>satu<br><p>dua</html>")
    assert [word for word in texts(made).split() if word in {"satu", "dua"}] == ["satu", "dua"]
