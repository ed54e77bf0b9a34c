"""The kept copy: built to PDF/A-3a and PDF/UA-1 as far as is checked here, with its manifest, the same bytes twice."""

import dataclasses
import hashlib
import io
import itertools
import json
import re
import shutil
import subprocess

import pikepdf
import pytest
from naskah_cases import TEMPLATES, draft_of
from sample_brief import BRIEF

from regpol.commands.draft import work
from regpol.documents import manifest
from regpol.documents.naskah import render
from regpol.documents.writers import html, pdf
from regpol.terms.problems import Refused

SHEET = (TEMPLATES / render.STYLESHEET).read_text(encoding="utf-8")
STAMP = dataclasses.replace(BRIEF.stamp, inputs=(("register", "ab" * 32),))


BODY = f"""BAB KETENTUAN UMUM
Bagian Arti
Pasal
(1) #a Dinas membayar iuran. ^[{BRIEF.bases[0].id}]
(2) Pembayaran sebagaimana dimaksud ~@a dilakukan setiap bulan.
Bagian Ruang
Pasal
Peraturan ini berlaku di Daerah.
BAB PENUTUP
Pasal
Peraturan ini mulai berlaku pada tanggal diundangkan.
"""


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    made = draft_of(tmp_path_factory.mktemp("naskah"), BODY, brief=dataclasses.replace(BRIEF, stamp=STAMP))
    return dataclasses.replace(made, stylesheet=SHEET)


@pytest.fixture(scope="module")
def kept(draft):
    return pdf.write_kept(draft)


def test_the_same_draft_gives_the_same_copy(draft, kept):
    assert hashlib.sha256(pdf.write_kept(draft)).digest() == hashlib.sha256(kept).digest()


def test_qpdf_finds_no_fault(kept, tmp_path):
    tool = shutil.which("qpdf")
    if not tool:
        pytest.skip("qpdf is not installed")
    (tmp_path / "arsip.pdf").write_bytes(kept)
    done = subprocess.run([tool, "--check", tmp_path / "arsip.pdf"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_claims_both_standards_and_has_what_they_rest_on(kept):
    with pikepdf.open(io.BytesIO(kept)) as opened:
        root = opened.Root
        metadata = root.Metadata.read_bytes().decode()
        for claim in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"', "pdfaExtension:schemas"):
            assert claim in metadata.replace("<pdfaid:part>3</pdfaid:part>", 'pdfaid:part="3"').replace(
                "<pdfaid:conformance>A</pdfaid:conformance>", 'pdfaid:conformance="A"'
            ), claim
        assert root.OutputIntents[0].S == "/GTS_PDFA1"
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "id"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in root
        assert "/AcroForm" not in root
        assert "JavaScript" not in metadata


def tags(element, found):
    if isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append(str(element.S).lstrip("/"))
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            tags(child, found)
    return found


def test_levels_of_headings_have_no_gap(kept):
    with pikepdf.open(io.BytesIO(kept)) as opened:
        levels = [int(tag[1]) for tag in tags(opened.Root.StructTreeRoot, []) if re.fullmatch("H[1-6]", tag)]
    assert levels[0] == 1
    assert len(levels) > 3
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_the_manifest_travels_inside(draft, kept):
    with pikepdf.open(io.BytesIO(kept)) as opened:
        assert {str(spec.AFRelationship) for spec in opened.Root.AF} == {"/Data"}
        inside = opened.attachments[manifest.NAME].get_file()
        told = json.loads(inside.read_bytes())
        day = BRIEF.stamp.decided.replace("-", "")
        assert str(inside.obj.Params.ModDate).startswith(f"D:{day}")
    assert told["bahan"] == {"register": "ab" * 32}
    assert told["aturan"] == BRIEF.stamp.rulebook
    assert told["halaman_sha256"] == hashlib.sha256(html.write(draft).encode()).hexdigest()
    assert [clause["id"] for clause in told["klausul"]][: len(draft.recitals)] == [unit.eid for unit in draft.recitals]
    assert sum(len(clause["dasar"]) for clause in told["klausul"]) == sum(len(unit.bases) for unit in draft.units())


def test_a_preview_claims_nothing(draft):
    with pikepdf.open(io.BytesIO(pdf.write(draft))) as opened:
        assert "/OutputIntents" not in opened.Root
        assert not opened.attachments
        assert b"pdfaid" not in (opened.Root.Metadata.read_bytes() if "/Metadata" in opened.Root else b"")


def test_the_archive_takes_pdf_only(tmp_path):
    with pytest.raises(Refused, match="arsip"):
        work.writer_for(tmp_path / "arsip.docx", kept=True)


WIDE = """Pasal
Rincian tercantum dalam Lampiran.
"""
ENDING = """
Penutup:
Agar setiap orang mengetahuinya, memerintahkan pengundangan peraturan ini.
Tanda tangan kanan:
Jabatan: WALI KOTA MATARAM,
Nama: NAMA
Lampiran: Daftar
| Kelurahan | Kecamatan | Kategori | Penyelenggara | Rekening | Keterangan | Iuran | Jumlah |
"""
ROW = "| Pagesangan | Mataram | rentan | Dinas Ketenagakerjaan | 5.1.02.02.01.0080 | ditetapkan | Rp16.800 | 1 |\n"


def test_a_wide_annex_lies_on_its_side_and_repeats_its_head(tmp_path):
    draft = dataclasses.replace(draft_of(tmp_path, WIDE, tail=ENDING + ROW * 60), stylesheet=SHEET)
    made = pdf.write(draft, clean=True)
    with pikepdf.open(io.BytesIO(made)) as opened:
        sides = [[float(side) > 700 for side in page.mediabox[2:]] for page in opened.pages]
    assert sides[0] == [False, True]
    lying = sides.count([True, False])
    assert lying > 1
    tool = shutil.which("pdftotext")
    if tool:
        text = subprocess.run([tool, "-layout", "-", "-"], input=made, capture_output=True, check=True).stdout
        assert text.decode().count("Penyelenggara") == lying
