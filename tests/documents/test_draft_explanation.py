"""The Penjelasan: in step with the Pasal that exist, whatever the drafter wrote or left out."""

import pytest
from naskah_cases import TAIL, TEMPLATES, draft_of
from test_draft_akn import check
from word_cases import bare, saved

from regpol.documents.lint.engine import lint
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.rule import read_rules
from regpol.documents.naskah import outline
from regpol.documents.naskah.explanation import CLEAR, explanation
from regpol.documents.naskah.tree import Kind, plain
from regpol.documents.word_back.edited import shown
from regpol.documents.word_back.rebuild import read_edited
from regpol.documents.writers import html, markdown
from regpol.terms.problems import Refused

GENERAL = TAIL + "Penjelasan:\nLatar belakang.\n"
BODY = """BAB PERTAMA
Pasal
Bunyi satu.
Pasal
(1) Bunyi dua.
Penjelasan: Kalimat yang cukup panjang untuk menerangkan “bunyi” pada ayat ini.
Penjelasan: Paragraf kedua.
(2) Rincian: [dan]
a. satu
a. dua
BAB KEDUA
Pasal
Bunyi tiga.
Penjelasan: Kalimat yang cukup panjang untuk menerangkan “bunyi” pada ayat ini.
Penjelasan: Paragraf kedua.
"""


@pytest.fixture
def paper(tmp_path):
    return draft_of(tmp_path, BODY, tail=GENERAL)


def test_every_pasal_has_one_entry_in_its_order(paper):
    named = [plain(entry.name) for entry in explanation(paper).articles]
    assert named == [unit.address for unit in paper.units() if unit.kind is Kind.ARTICLE]


def test_what_is_not_explained_is_clear_and_one_ayat_names_all(paper):
    said = {plain(entry.name): [plain(text) for text in entry.text] for entry, _ in explanation(paper).entries()}
    assert said["Pasal 1"] == [CLEAR]
    assert said["Pasal 2"] == []
    assert said["Ayat (1)"][1] == "Paragraf kedua."
    assert said["Ayat (2)"] == [CLEAR]
    assert said["Pasal 3"] == ["Lihat penjelasan Pasal 2 ayat (1)."]


def test_a_regulation_without_a_general_part_has_none(tmp_path):
    draft = draft_of(tmp_path, BODY)
    assert explanation(draft) is None
    assert "PENJELASAN" not in outline.write(draft)
    assert "menerangkan" not in html.write(draft) + markdown.write(draft)


def test_the_rules_of_drafting_find_nothing_wrong_with_it(paper):
    rules = read_rules(TEMPLATES.parent / "rules" / "teknik")
    about = {"DR-101", "DR-102", "DR-103", "DR-104", "DR-105"}
    assert [it for it in lint(from_draft(paper), rules) if it.rule in about] == []


def test_every_writer_has_it_whole(paper):
    root = check(paper)
    entries = [entry for entry, _ in explanation(paper).entries()]
    assert {entry.eid for entry in entries} <= set(root.xpath("//@eId"))
    for text in (html.write(paper), markdown.write(paper), outline.write(paper), "".join(root.itertext())):
        assert text.count("Paragraf kedua.") == 1
        assert text.count(CLEAR) == 2


def test_a_word_file_brings_the_regulation_back_and_the_explanation_as_text(paper, tmp_path):
    edited = read_edited(saved(paper, tmp_path / "uji.docx"))
    assert [*edited.body] == [bare(unit) for unit in paper.body]
    others = [shown(paragraph.text) for paragraph in edited.others]
    assert [text for text in others if text.startswith(("Paragraf", "Lihat"))] == [
        "Paragraf kedua.",
        "Lihat penjelasan Pasal 2 ayat (1).",
    ]
    assert others.count("Pasal 3") == 1


@pytest.mark.parametrize(
    ("tail", "code"),
    [
        (GENERAL + "Pasal 1\nCukup jelas.\n", "DOC70"),
        (TAIL + "Penjelasan:\n", "DOC71"),
    ],
)
def test_what_stands_in_the_wrong_place_is_refused(tmp_path, tail, code):
    with pytest.raises(Refused) as refused:
        draft_of(tmp_path, BODY, tail=tail)
    assert [problem.code for problem in refused.value.problems] == [code]
