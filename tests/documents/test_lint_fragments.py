"""A passage is judged by what stands in it, and what only a whole paper can show is left unsaid, and said to be."""

from pathlib import Path

import pytest

from regpol.commands.main import main
from regpol.documents.lint.engine import lint, suited, whole_only
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.paragraphs import text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.rule import read_rules

RULES = read_rules(Path(__file__).parents[2] / "rules" / "teknik")
PASSAGE = """Bagian Kedua
Pendaftaran

Pasal 12
(1) Dinas mendaftarkan Peserta sebagaimana dimaksud dalam Pasal 5 ayat (2) paling lama 10 (sepuluh) hari kerja.
(2) Tata cara pendaftaran sebagaimana dimaksud pada ayat (1) diatur lebih lanjut dengan Peraturan Bupati.

Pasal 15
Iuran dibayarkan menurut standar ISO 9001 dan kode PPh 21 paling sedikit 5% (lima perseratus) dari upah.
"""


def read(passage: str):
    return parse(text_paragraphs(passage), PaperForm.HEAD)


def test_nothing_is_asked_of_a_passage_that_only_the_whole_can_answer():
    text = read(PASSAGE)
    assert text.fragment
    assert lint(text, RULES) == ()
    assert len(suited(text, RULES)) >= 60
    assert {"DR-001", "DR-040", "DR-086", "SB-005"} <= set(whole_only(text, RULES))


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("DR-057", "10 (sepuluh) hari", "10 hari"),
        ("DR-129", "pada ayat (1) diatur", "pada ayat (4) diatur"),
        ("DR-121", "dimaksud dalam Pasal 5", "dimaksud pada Pasal 5"),
        ("DR-052", "Pasal 15\n", "Pasal 12\n"),
        ("DR-112", "Tata cara pendaftaran sebagaimana dimaksud pada ayat (1) diatur", "Ketentuan diatur"),
        ("DR-059", "5% (lima perseratus)", "5%"),
    ],
)
def test_what_stands_in_the_passage_is_still_judged(rule, right, wrong):
    assert right in PASSAGE
    assert rule in {it.rule for it in lint(read(PASSAGE.replace(right, wrong, 1)), RULES)}


def test_the_reader_is_told_what_was_left_unsaid(tmp_path, capsys):
    paper = tmp_path / "penggalan.txt"
    paper.write_text(PASSAGE, encoding="utf-8")
    assert main(["lint", str(paper), "--form", "perkada"]) == 0
    assert "aturan yang menilai naskah utuh tidak diperiksa" in " ".join(capsys.readouterr().out.split())


def test_a_paper_with_a_title_is_no_passage():
    titled = "PERATURAN BUPATI CONTOH\nNOMOR … TAHUN …\nTENTANG\nIURAN\n\nBAB I\nKETENTUAN UMUM\n\n" + PASSAGE
    assert not read(titled).fragment
