"""A regulation that only carries out another has one consideration, and it bears no letter (DR-020)."""

import dataclasses

from lxml import etree
from naskah_cases import TEMPLATES
from sample_brief import BRIEF
from test_draft_akn import strict
from word_cases import bare, saved

from regpol.documents.brief.brief import Recital
from regpol.documents.lint.engine import lint
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.rule import read_rules
from regpol.documents.naskah import outline, render
from regpol.documents.word_back.rebuild import read_edited
from regpol.documents.writers import akn, html, markdown

COMMANDED = dataclasses.replace(
    BRIEF,
    commanded=True,
    recitals=(Recital(text="untuk melaksanakan ketentuan Pasal 9 Peraturan Daerah Kota Mataram Nomor 1 Tahun 2024"),),
)
DRAFT = render.draft("perkada.naskah.j2", COMMANDED, TEMPLATES)
RULES = read_rules(TEMPLATES.parent / "rules" / "teknik")
SAID = "bahwa untuk melaksanakan ketentuan Pasal 9 Peraturan Daerah Kota Mataram Nomor 1 Tahun 2024, perlu menetapkan"


def test_it_stands_without_a_letter_in_every_form() -> None:
    assert f"\n    {SAID}" in outline.write(DRAFT)
    assert f">{SAID}" in html.write(DRAFT)
    assert f"\n{SAID}" in markdown.write(DRAFT)
    assert DRAFT.recitals[0].address == "Menimbang"
    root = etree.fromstring(akn.write(DRAFT).encode())
    strict().assertValid(root)
    (recital,) = root.xpath("//*[local-name()='recital']")
    assert [child.tag.rpartition("}")[2] for child in recital] == ["p"]


def test_it_comes_back_from_word_and_keeps_the_rule(tmp_path) -> None:
    path = saved(DRAFT, tmp_path / "naskah.docx")
    assert list(read_edited(path).recitals) == [bare(unit) for unit in DRAFT.recitals]
    for text in (from_draft(DRAFT), read_paper(path)):
        assert [it for it in lint(text, RULES, ("DR-020", "DR-021")) if it.rule in {"DR-020", "DR-021"}] == []
