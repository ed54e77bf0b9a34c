"""Lint on Word files: indents, tables and titles as Word holds them; and amendments as the rulebook knows them."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt
from gallery_papers import KINDS, paper, sample
from naskah_cases import draft_of
from word_cases import Drafter, saved

from regpol.documents.lint.amendments import Amendment, amendments
from regpol.documents.lint.engine import lint
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.paragraphs import text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.rule import read_rules
from regpol.documents.lint.text import BODY
from regpol.law.load import load

RULES = read_rules(Path(__file__).parents[2] / "rules" / "teknik")
HEAD = ("BUPATI CONTOH", "PERATURAN BUPATI CONTOH", "NOMOR … TAHUN …", "TENTANG", "PERCOBAAN")
AMENDED = "Peraturan Pemerintah Nomor 44 Tahun 2015"
KNOWN = tuple(
    Amendment(AMENDED, f"Peraturan Pemerintah Nomor {number} Tahun {year}", year, number)
    for number, year in ((82, 2019), (49, 2023))
)
TITLE = " tentang Percobaan (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 1)"


def found(text, rule):
    return [(it.address, it.found) for it in lint(text, RULES, (rule,))]


def grounds(basis, year="…"):
    lines = (*HEAD[:2], f"NOMOR 1 TAHUN {year}", *HEAD[3:], "Menimbang : bahwa perlu;", f"Mengingat : 1. {basis};")
    text = parse(text_paragraphs("\n\n".join((*lines, "MEMUTUSKAN:", "Pasal 1", "Isi.")) + "\n"), None)
    return dataclasses.replace(text, amendments=KNOWN)


@pytest.mark.parametrize(
    ("rest", "year", "missing"),
    [
        ("", "…", "Tahun 2023"),
        (f" sebagaimana telah diubah dengan {KNOWN[0].amending}", "…", "Tahun 2023"),
        (f" sebagaimana telah beberapa kali diubah, terakhir dengan {KNOWN[1].amending}", "…", ""),
        (" sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 7 Tahun 2031", "…", ""),
        ("", "2020", "Tahun 2019"),
        ("", "2019", ""),
    ],
    ids=["not said", "not the last", "right", "younger than known", "as it stood then", "of the same year"],
)
def test_the_last_known_amendment_is_asked_for(rest, year, missing):
    findings = lint(grounds(f"{AMENDED}{TITLE}{rest}", year), RULES, ("DR-034",))
    assert [missing in it.better for it in findings] == ([True] if missing else [])


@pytest.mark.slow
def test_the_rulebook_tells_what_was_amended():
    known = amendments(load(Path(__file__).parents[2] / "rules"), date(2026, 11, 28))
    assert [it.year for it in known if it.amended == AMENDED] == [2019, 2023]


def test_another_regulation_of_that_number_is_not_taken_for_it():
    assert not found(grounds("Peraturan Pemerintah Nomor 44 Tahun 2016 tentang Lain"), "DR-034")


def typed(path, insets):
    """A regulation typed with direct formatting, each line pushed in by hand."""
    document = Document()
    for line in (*HEAD, "MEMUTUSKAN:", "Pasal 1"):
        document.add_paragraph(line).alignment = 1
    for line, left in insets:
        shape = document.add_paragraph(line).paragraph_format
        shape.left_indent, shape.first_line_indent = Mm(left), Mm(-8 if left else 0)
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("insets", "places"),
    [((8, 8, 8), ["Pasal 1 ayat (1) huruf a"]), ((8, 16, 24), []), ((0, 0, 8), ["Pasal 1 ayat (1) huruf a"])],
    ids=["flush", "stepped", "only the innermost"],
)
def test_a_list_that_does_not_stand_further_in_is_told_once(insets, places, tmp_path):
    lines = ("(1) Peserta memuat:", "a. nama:", "1. lengkap; dan", "b. alamat.", "(2) Dinas mendata.")
    lefts = (insets[0], insets[1], insets[2], insets[1], insets[0])
    text = read_paper(typed(tmp_path / "ketik.docx", list(zip(lines, lefts, strict=True))))
    told = [address for address, _ in found(text, "DR-064")]
    assert told[:1] == places


def test_tabs_and_bare_text_tell_no_indent(tmp_path):
    lines = [("(1) Peserta memuat:", 0), ("\ta. nama;", 0), ("\tb. alamat.", 0)]
    assert not found(read_paper(typed(tmp_path / "tab.docx", lines)), "DR-064")
    bare = parse(text_paragraphs("\n".join((*HEAD, "MEMUTUSKAN:", "Pasal 1", "(1) Memuat:", "a. nama."))), None)
    assert not found(bare, "DR-064")


def same_as_draft(draft, path):
    read, made = read_paper(saved(draft, path)), from_draft(draft)
    assert read.form is made.form
    units = [[it.address for it in text.lines if it.level in BODY and it.marker] for text in (read, made)]
    assert units[0] == units[1]
    assert not found(read, "DR-064")


@pytest.mark.parametrize("code", ["salinan", "lembar-paraf", "keterangan-rancangan"])
def test_a_paper_is_the_same_to_lint_from_word_and_from_the_draft(code, tmp_path):
    same_as_draft(sample(code), tmp_path / "naskah.docx")


NUMBERED_APART = {"perubahan", "matriks-perubahan", "naskah-konsolidasi", "berita-acara"}
"""Papers that quote units of another one, or number their parties as they number what they say."""


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(set(KINDS.codes) - NUMBERED_APART))
def test_a_paper_of_an_example_is_the_same_to_lint_from_word(code, tmp_path):
    same_as_draft(paper(code), tmp_path / "naskah.docx")


def test_small_print_in_a_long_table_does_not_set_the_paper(tmp_path):
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Bookman Old Style", Pt(12)
    for line in (*HEAD, "MEMUTUSKAN:", "Pasal 1", "Isi peraturan."):
        document.add_paragraph(line)
    table = document.add_table(rows=30, cols=2)
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].add_run("nama orang yang panjang").font.size = Pt(9)
    document.save(str(tmp_path / "lampiran.docx"))
    assert not found(read_paper(tmp_path / "lampiran.docx"), "PH-001")


def test_a_copy_of_a_regulation_stays_a_regulation():
    text = parse(text_paragraphs("\n".join(("SALINAN", *HEAD, "MEMUTUSKAN:", "Pasal 1", "Isi."))), None)
    assert text.form is PaperForm.HEAD


def test_a_live_reference_is_read_by_its_target_though_word_has_not_refreshed_it(tmp_path):
    body = "\nPasal\n(1) Peserta didata.\n(2) #dua Iuran dibayar.\n(3) Bayaran ~@dua dibukukan.\n"
    drafter = Drafter(saved(draft_of(tmp_path, body), tmp_path / "naskah.docx"))
    drafter.removes("Peserta didata")
    text = read_paper(drafter.saves("suntingan.docx"))
    assert next(it.text for it in text.lines if "dibukukan" in it.text).startswith("(2) Bayaran pada ayat (1)")
