"""Markdown: every word of the law in its order, its own numbers, and nothing a fact could turn into markup."""

import dataclasses
import itertools
import re

import pytest
from naskah_cases import AGREEMENT, TEMPLATES, draft_of
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.documents.naskah.tree import plain
from regpol.documents.writers import markdown


@pytest.mark.parametrize(("kind", "brief"), [("perkada", BRIEF), ("mou", AGREEMENT)])
def test_all_units_are_there_in_their_order(kind, brief):
    draft = render.draft(f"{kind}.naskah.j2", brief, TEMPLATES)
    made = markdown.write(draft)
    at = 0
    for unit in draft.units():
        at = made.index(markdown.words(plain(unit.lead)), at)
    assert "## Dasar hukum tiap klausul" in made
    clean = markdown.write(draft, clean=True)
    assert "RANCANGAN" not in clean
    assert "Dasar hukum tiap klausul" not in clean


def test_levels_of_headings_have_no_gap():
    made = markdown.write(render.draft("perkada.naskah.j2", BRIEF, TEMPLATES))
    levels = [len(found) for found in re.findall(r"(?m)^(#+) ", made)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_marks_are_those_of_the_law(tmp_path):
    body = "Pasal\n(1) Peserta terdiri atas: [dan]\na. pekerja: [dan]\n1. tetap\n1. lepas\na. lain.\n(2) Selesai.\n"
    made = markdown.write(draft_of(tmp_path, body), clean=True)
    shown = [line for line in made.splitlines() if "lepas" in line or "pekerja" in line or "Selesai" in line]
    assert shown == ["- a. pekerja:", "    2. lepas; dan", "(2) Selesai."]


def test_a_fact_stays_words(tmp_path):
    fact = "# judul ![x](http://127.0.0.1:9/x) <img src=y> [a]: http://z `kode` | sel"
    body = "Pasal\n(1) {{ brief.about }}\n(2) Tabel:\n| Nama |\n| {{ brief.about }} |\n"
    made = markdown.write(draft_of(tmp_path, body, brief=dataclasses.replace(BRIEF, about=fact)), clean=True)
    assert "](" not in made
    assert "]:" not in made
    assert not re.search(r"(?<!\\)<", made)
    assert len(re.findall(r"(?m)^\| ", made)) == 3
    assert len(re.findall(r"(?m)^#+ ", made)) == 2
