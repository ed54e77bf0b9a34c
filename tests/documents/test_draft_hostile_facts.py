"""Whatever a fact holds, it stays words: no unit, label, reference, cell, markup or fetch comes of it."""

import dataclasses
import io
import re
import tempfile
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from naskah_cases import STYLES, TEMPLATES, draft_of, text_of
from sample_brief import BRIEF

from regpol.documents import manifest
from regpol.documents.naskah import render
from regpol.documents.word import docx
from regpol.documents.writers import akn, html, markdown, pdf

BODY = """Pasal
(1) #a Nama: {{ brief.about }}.
(2) {{ brief.about }}
(3) Tabel berikut:
| Nama | Jumlah |
| {{ brief.about }} | 1 |
"""
HOSTILE = [
    "satu\n(2) dua\nPasal\nBAB TIGA",
    "@a ~@a @tidakada #label ^[kunci] [dan] >> akhir",
    "{{ 7*7 }}{% for x in y %}",
    "<b>tebal</b><img src='http://127.0.0.1:9/x'><link rel=attachment href='file:///etc/passwd'>",
    "a | b | c",
    "Penutup:\u2028Pasal\x85(9) x",
    "\x1fuji:1\x1e\x02\x03\x00\ud800 kosong",
    "Pasal",
    "kanan ke kiri \u202e\u2066cba\u200f \u202c",
]


def with_fact(fact: str):
    return dataclasses.replace(BRIEF, about=fact)


def shape(draft):
    return [(unit.address, len(unit.tables)) for unit in draft.units()]


@pytest.mark.parametrize("fact", HOSTILE)
def test_the_structure_stays_the_same(tmp_path, fact):
    tame = draft_of(tmp_path, BODY, brief=with_fact("biasa"))
    wild = draft_of(tmp_path, BODY, brief=with_fact(fact))
    assert shape(wild) == shape(tame)
    row = wild.body[0].children[2].tables[0].rows[0]
    assert len(row) == 2


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_text_stays_words(fact):
    with tempfile.TemporaryDirectory() as folder:
        wild = draft_of(Path(folder), BODY, brief=with_fact(f"x{fact}"))
        tame = draft_of(Path(folder), BODY, brief=with_fact("biasa"))
    assert [unit.eid for unit in wild.units()] == [unit.eid for unit in tame.units()]


def test_writers_take_every_hostile_fact(tmp_path):
    draft = draft_of(tmp_path, BODY, brief=with_fact(" ".join(HOSTILE)))
    page = html.write(draft)
    assert "<img" not in page
    assert "<b>" not in page
    assert pdf.write(draft).startswith(b"%PDF")
    assert docx.write(draft, styles=STYLES).startswith(b"PK")


def test_no_control_character_reaches_the_text(tmp_path):
    draft = draft_of(tmp_path, BODY, brief=with_fact(HOSTILE[6]))
    assert all(ord(sign) >= 32 for unit in draft.units() for sign in text_of(unit))


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("a writer opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)


def structures(draft):
    """What each writer makes of a draft, its words left out."""
    tree = etree.fromstring(akn.write(draft).encode())
    pages = [html.write(draft, for_screen=screen) for screen in (False, True)]
    return (
        [(element.tag, element.get("eId")) for element in tree.iter()],
        [re.findall(r"<[a-z0-9]+", page) for page in pages],
        [re.match(r"(?:#+|\||-|\d+\.|>)?", line)[0] for line in markdown.write(draft).splitlines()],
        [passage.eid for passage in manifest.manifest_of(draft).passages],
    )


def word_structure(draft):
    """The elements of the Word file and what it points at outside of itself."""
    with zipfile.ZipFile(io.BytesIO(docx.write(draft, styles=STYLES))) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
        links = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    assert not links.xpath("//*[@TargetMode='External']")
    # a run more or less is no structure: words are cut into runs where a reference or a break stands
    return [element.tag for element in tree.iter() if not element.tag.endswith(("}r", "}t"))]


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("fact", [*HOSTILE, "panjang " * 125_000], ids=range(len(HOSTILE) + 1))
def test_no_writer_makes_structure_of_a_fact(tmp_path, fact):
    tame = draft_of(tmp_path, BODY, brief=with_fact("biasa"))
    wild = draft_of(tmp_path, BODY, brief=with_fact(fact))
    assert structures(wild) == structures(tame)


KINDS = ("keputusan-tim", "surat-edaran", "nota-dinas", "instruksi")


def paper_with(kind, fact):
    office = dataclasses.replace(BRIEF.bpjs, name=fact)
    region = dataclasses.replace(BRIEF.region, name=fact)
    brief = dataclasses.replace(BRIEF, about=fact, bpjs=office, region=region)
    return render.draft(f"{kind}.naskah.j2", brief, TEMPLATES)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_paper_and_no_writer_makes_structure_of_facts(kind):
    tame, wild = paper_with(kind, "biasa"), paper_with(kind, " ".join(HOSTILE))
    assert structures(wild) == structures(tame)
    assert word_structure(wild) == word_structure(tame)


@pytest.mark.usefixtures("no_network")
def test_the_kept_copy_takes_every_hostile_fact_and_nothing_else(tmp_path):
    draft = draft_of(tmp_path, BODY, brief=with_fact(" ".join(HOSTILE)))
    with pikepdf.open(io.BytesIO(pdf.write_kept(draft))) as opened:
        assert list(opened.attachments) == [manifest.NAME]
        assert not [
            link for page in opened.pages for link in page.get("/Annots", []) if "/URI" in str(link.get("/A", ""))
        ]


@pytest.mark.slow
@pytest.mark.usefixtures("no_network")
def test_a_fact_of_a_megabyte_is_laid_out_as_words(tmp_path):
    draft = draft_of(tmp_path, "Pasal\n{{ brief.about }}\n", brief=with_fact("panjang " * 125_000))
    assert pdf.write(draft).startswith(b"%PDF")
