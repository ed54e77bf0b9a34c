"""Two papers compared clause by clause: what changed, whose hand, why; and as tracked changes in Word."""

import dataclasses
import json
import zipfile
from collections import Counter

import pytest
from jsonschema import validate
from naskah_cases import FIRST, TEMPLATES, draft_of
from openxml_audit import OpenXmlValidator
from sample_brief import BRIEF
from word_cases import Drafter, saved

from regpol.documents.redline import tracked
from regpol.documents.redline.changes import Move, compare
from regpol.documents.redline.reasons import Reason
from regpol.documents.word_back.edited import shown
from regpol.documents.word_back.rebuild import read_edited
from regpol.reports.redline.document import redline_json, redline_schema
from regpol.reports.redline.page import redline_html
from regpol.reports.redline.text import marked, redline_text

ONE = """
Pasal
(1) #satu Peserta didaftarkan oleh Dinas.
(2) Pendaftaran sebagaimana dimaksud ~@satu memuat: [dan]
a. nama lengkap;
b. alamat rumah.
(3) Dinas menerbitkan tanda terima kepada Peserta.
"""
TWO = """
Pasal
Iuran sebesar Rp16.800,00 dibayar setiap bulan oleh Pemerintah Daerah.
"""
FRESH = """
Pasal
Anggaran bersumber dari pendapatan daerah yang sah.
"""


@pytest.fixture
def old(tmp_path):
    return saved(draft_of(tmp_path, ONE + TWO), tmp_path / "lama.docx")


def changed(one, other):
    return compare(read_edited(one), read_edited(other))


def moves(redline):
    return Counter(change.move for change in redline.changes)


def test_a_paper_does_not_differ_from_itself(old):
    assert not changed(old, old).differs


def test_an_article_put_in_only_shifts_the_later_ones(old, tmp_path):
    """Its mark is then that of another article: marks are no identity between two drafts."""
    new = saved(draft_of(tmp_path, FRESH + ONE + TWO), tmp_path / "baru.docx")
    redline = changed(old, new)
    assert moves(redline) == {Move.INSERTED: 1, Move.RENUMBERED: 7}
    fresh = next(it for it in redline.changes if it.move is Move.INSERTED)
    assert fresh.clause.unit.address == "Pasal 1"


def test_an_article_that_changes_its_place_is_moved(old, tmp_path):
    new = saved(draft_of(tmp_path, TWO + ONE), tmp_path / "baru.docx")
    redline = changed(old, new)
    assert [it.clause.unit.address for it in redline.changes if it.move is Move.MOVED] == ["Pasal 1"]
    assert Move.REWORDED not in moves(redline)


@pytest.mark.parametrize(
    ("rulebook", "reason"),
    [("", Reason.FIGURES), ("000000000000", Reason.VALUE)],
    ids=["same rules", "other rules"],
)
def test_a_figure_that_differs_has_its_reason(old, tmp_path, rulebook, reason):
    draft = draft_of(tmp_path, ONE + TWO.replace("16.800", "20.000"))
    if rulebook:
        draft = dataclasses.replace(draft, stamp=dataclasses.replace(draft.stamp, rulebook=rulebook))
    (change,) = changed(old, saved(draft, tmp_path / "baru.docx")).changes
    assert change.reason is reason
    assert marked(change.spans).startswith("Iuran sebesar [-Rp16.800-]{+Rp20.000+}")


def edited(old):
    drafter = Drafter(old)
    drafter.tracks("Iuran sebesar", "bulan", "triwulan")
    drafter.adds_before("Peserta didaftarkan", "Pendaftaran tidak dipungut biaya.")
    drafter.replaces("Dinas menerbitkan", "tanda terima", "bukti pendaftaran")
    drafter.removes("nama lengkap")
    drafter.document.add_comment(drafter.finds("alamat rumah").runs, text="Perlu?", author="Kabag Hukum")
    return drafter.saves("suntingan.docx")


def test_what_a_drafter_did_is_told_by_clause_and_hand(old):
    redline = changed(old, edited(old))
    found = {it.move: it for it in redline.changes if it.move not in {Move.RENUMBERED, Move.REWORDED}}
    assert found[Move.INSERTED].clause.unit.address == "Pasal 1 ayat (1)"
    assert found[Move.DELETED].clause.unit.address == "Pasal 1 ayat (2) huruf a"
    assert [it.text for it in found[Move.SPOKEN].comments] == ["Perlu?"]
    assert {it.reason for it in redline.changes if it.move is not Move.RENUMBERED} == {Reason.DRAFTER}
    text = redline_text(redline)
    assert "terlacak: disisipkan oleh Perancang Uji, 2026-11-28: “triwulan”" in text
    assert "[-tanda terima-]{+bukti pendaftaran+}" in text
    assert "sebagaimana dimaksud pada ayat [-" not in text


def test_the_word_copy_holds_both_papers(old, tmp_path):
    new = edited(old)
    copy = tmp_path / "banding.docx"
    redline = changed(old, new)
    copy.write_bytes(tracked.write(redline, old, new))
    assert tracked.write(redline, old, new) == copy.read_bytes()
    assert not list(OpenXmlValidator().validate(copy).errors)
    accepted, wanted = read_edited(copy), read_edited(new)
    assert [shown(it.text) for it in accepted.clauses] == [shown(it.text) for it in wanted.clauses]
    hands = {it.author for clause in accepted.clauses for it in clause.tracked}
    assert hands == {"Perancang Uji", "regpol redline"}
    before = {shown(it.before) for it in accepted.clauses}
    assert "Dinas menerbitkan tanda terima kepada Peserta." in before
    assert any("nama lengkap" in shown(it.before) for it in accepted.others)


def test_programs_and_browsers_get_the_same(old):
    redline = changed(old, edited(old))
    document = json.loads(json.dumps(redline_json(redline)))
    validate(document, redline_schema())
    assert len(document["changes"]) == len(redline.changes)
    page = redline_html(redline, TEMPLATES)
    assert "<del>tanda terima</del><ins>bukti pendaftaran</ins>" in page
    assert "http" not in page


def stamped(draft, **inputs):
    """The draft as if made from these inputs."""
    named = {"kebijakan proyek": "a", "register": "b", "templat": "c"} | {key: inputs[key] for key in inputs}
    return dataclasses.replace(draft, stamp=dataclasses.replace(draft.stamp, inputs=tuple(named.items())))


FACTS = """
{% set r = brief.region %}
{% if brief.year %}
Pasal
Wali Kota {{ r.name }} mendaftarkan {{ brief.year }} orang.
{% endif %}
Pasal
Iuran dibayar oleh Pemerintah Daerah setiap bulan.
"""


@pytest.fixture
def made(tmp_path):
    return saved(stamped(draft_of(tmp_path, FACTS)), tmp_path / "dibuat.docx")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("register", Reason.REGISTER), ("kebijakan proyek", Reason.POLICY), ("hukum", Reason.RULE_VALUE)],
)
def test_a_change_names_its_template_line_its_fact_and_the_one_input_that_differs(made, tmp_path, name, reason):
    other = draft_of(tmp_path, FACTS, brief=dataclasses.replace(BRIEF, year="321"))
    redline = changed(made, saved(stamped(other, **{name: "z"}), tmp_path / "baru.docx"))
    (change,) = redline.changes
    assert (change.reason, redline.inputs) == (reason, (name,))
    assert (change.touched.template, change.touched.line) == ("uji.naskah.j2", FIRST + 3)
    assert change.touched.conditions == ("brief.year",)
    assert [(it.name, it.before, it.after) for it in change.touched.facts] == [("brief.year", f"{BRIEF.year}", "321")]
    text = redline_text(redline)
    assert f"fakta: brief.year: “{BRIEF.year}” → “321”" in text
    assert f"bahan yang berbeda: {name}" in text


def test_what_a_person_typed_without_tracking_is_the_persons(made):
    drafter = Drafter(made)
    drafter.replaces("Wali Kota", "Mataram", "Bima")
    drafter.replaces("Iuran dibayar", "bulan", "triwulan")
    redline = changed(made, drafter.saves("suntingan.docx"))
    assert [it.reason for it in redline.changes] == [Reason.DRAFTER] * 2
    fact, wording = (it.touched for it in redline.changes)
    assert [(it.name, it.before, it.after) for it in fact.facts] == [("brief.region.name", "Mataram", "")]
    assert (fact.only_facts, wording.facts) == (True, ())
    assert "diketik perancang" in redline_text(redline)


def test_what_a_person_struck_out_is_the_persons_even_if_the_draft_is_another(made, tmp_path):
    drafter = Drafter(saved(stamped(draft_of(tmp_path, FACTS + ONE), register="z"), tmp_path / "lain.docx"))
    drafter.removes("Iuran dibayar")
    redline = changed(made, drafter.saves("suntingan.docx"))
    reasons = {it.move: it.reason for it in redline.changes}
    assert reasons[Move.INSERTED] is Reason.REGISTER
    assert [it.reason for it in redline.changes if it.move in {Move.REWORDED, Move.DELETED}] == [Reason.DRAFTER]


def test_what_a_template_prints_is_recorded_without_the_words(made, tmp_path):
    with zipfile.ZipFile(made) as package:
        record = package.read("customXml/item90.xml").decode()
    assert "brief.region.name" in record
    assert BRIEF.region.name not in record


def test_a_row_of_a_table_that_differs_is_shown_by_cell(tmp_path):
    table = "Pasal\nRinciannya:\n| Kategori |> Orang |\n| RT | {} |\n| RW | 20 |\n"
    one, other = (saved(draft_of(tmp_path, table.format(it)), tmp_path / f"{it}.docx") for it in (10, 11))
    redline = changed(one, other)
    assert redline.rows == (("RT | 10", "RT | 11"),)
    assert "    RT | [-10-]{+11+}" in redline_text(redline)
    assert json.loads(json.dumps(redline_json(redline)))["table_rows"] == [{"from": "RT | 10", "to": "RT | 11"}]


def test_numbers_that_shift_are_said_by_the_row(old, tmp_path):
    more = "".join(f"\nPasal\nKetentuan ke-{it} tetap.\n" for it in ("satu", "dua", "tiga"))
    one, other = (
        saved(draft_of(tmp_path, text + more), tmp_path / name)
        for text, name in ((ONE, "a.docx"), (FRESH + ONE, "b.docx"))
    )
    text = redline_text(changed(one, other))
    assert text.rstrip().endswith("Pasal 1 sampai Pasal 4 → Pasal 2 sampai Pasal 5")


def test_a_reference_somebody_typed_over_in_the_same_words_is_no_change(old):
    """A Pasal retyped by hand has lost its fields; its words are what they were."""
    drafter = Drafter(old)
    paragraph = drafter.finds("Pendaftaran sebagaimana")._p
    for child in [it for it in paragraph if it.tag.endswith("}r")]:
        paragraph.remove(child)
    drafter.document.paragraphs[[it._p for it in drafter.document.paragraphs].index(paragraph)].add_run(
        "Pendaftaran sebagaimana dimaksud pada ayat (1) memuat:"
    )
    assert not changed(old, drafter.saves("ketik.docx")).differs
