"""Our own draft as the lines that checks walk, and what they can ask of it."""

from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.documents.lint.forms import PaperForm, guess_form
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.text import Level
from regpol.documents.naskah import render

PERWALI = from_draft(render.draft("perkada.naskah.j2", BRIEF, TEMPLATES))


def test_the_form_is_guessed_from_the_title():
    assert PERWALI.form is PaperForm.HEAD
    assert from_draft(render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES)).form is PaperForm.AGREEMENT
    assert guess_form(["PERATURAN DESA KUTA"]) is PaperForm.VILLAGE
    assert guess_form(["PERATURAN KEPALA DESA KUTA"]) is PaperForm.VILLAGE_HEAD
    assert guess_form(["SALINAN", "WALIKOTA MATARAM", "PERATURAN WALIKOTA MATARAM"]) is PaperForm.HEAD


def test_articles_clauses_and_items_are_walked_with_their_addresses():
    assert [pasal.marker for pasal in PERWALI.pasals[:2]] == ["Pasal 1", "Pasal 2"]
    assert all(line.address.startswith("Pasal ") for line in PERWALI.of(Level.CLAUSE))
    owner, items = PERWALI.lists[0]
    assert items[0].parent == owner.index
    assert PERWALI.recitals[0].address == "Menimbang huruf a"
    assert PERWALI.recitals[0].content.startswith("bahwa")
    assert PERWALI.citations[0].address == "Mengingat angka 1"


def test_terms_are_read_from_the_general_provisions():
    terms = [term for term, _ in PERWALI.definitions]
    assert len(terms) > 3
    assert all(term[0].isupper() for term in terms)
