"""Anybody's file is read as what it says, and a file that cannot be read is told so."""

import io
import zipfile
from pathlib import Path

import pytest
from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.commands.main import main
from regpol.documents.lint.engine import lint
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.paragraphs import Paragraph, text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.rule import read_rules
from regpol.documents.lint.text import BODY, Level
from regpol.documents.naskah import render
from regpol.documents.word import docx
from regpol.terms.problems import Refused
from regpol.terms.problems.base import Severity

RULES = read_rules(Path(__file__).parents[2] / "rules" / "teknik")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(("name", "brief"), [("perkada", BRIEF), ("mou", AGREEMENT)])
def test_our_word_file_reads_as_our_tree(tmp_path, name, brief):
    draft = render.draft(f"{name}.naskah.j2", brief, TEMPLATES)
    path = tmp_path / "naskah.docx"
    path.write_bytes(docx.write(draft, styles=TEMPLATES / "styles.docx"))
    ours, read = from_draft(draft), read_paper(path)
    assert read.form is ours.form
    assert body(read) == body(ours)


def body(text):
    return [
        (line.level, line.address, line.text) for line in text.lines if line.level in BODY and " | " not in line.text
    ]


def test_a_line_break_within_a_reference_is_no_mark():
    text = parse(
        text_paragraphs("BAB I\nUMUM\nPasal 1\nPeserta sebagaimana dimaksud dalam\nPasal 5 dan ayat\n(2) wajib.\n")
    )
    assert [line.address for line in text.pasals] == ["Pasal 1"]
    assert text.of(Level.TEXT)[0].text.endswith("dalam Pasal 5 dan ayat (2) wajib.")


def test_page_furniture_is_left_out():
    text = "Pasal 1\nPeserta\n- 2 -\nwajib. . . .\nterdaftar.\n" + "www.contoh.go.id\n"
    assert [part.text for part in text_paragraphs(text)] == ["Pasal 1", "Peserta", "terdaftar."]


def test_lists_of_all_four_steps_are_nested():
    marks = ["Pasal 1", "Rincian:", "a. satu:", "1. dua:", "a) tiga:", "1) empat;", "2) lima;", "b. enam."]
    text = parse(tuple(Paragraph(place, mark) for place, mark in enumerate(marks, 1)))
    assert text.lines[-2].address == "Pasal 1 huruf a angka 1 huruf a) angka 2)"
    assert text.lines[-1].address == "Pasal 1 huruf b"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("naskah.pdf", b"%PDF", "DOC65"),
        ("naskah.docx", b"bukan zip", "DOC50"),
        ("naskah.docx", OLE + b" lama", "DOC50"),
        ("naskah.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "DOC51"),
        ("naskah.txt", b" \n\n", "DOC66"),
    ],
)
def test_a_file_that_is_no_paper_is_refused(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_paper(path)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match="DOC52"):
        read_paper(tmp_path / "tidak-ada.docx")


def test_findings_stand_as_comments_in_a_copy(tmp_path, capsys):
    source, copy = tmp_path / "naskah.txt", tmp_path / "diperiksa.docx"
    source.write_text("PERATURAN BUPATI SAMPEL\nNOMOR: 1\nTENTANG\nSAMPEL\n\nPasal 1\nPaling lama 14 hari.\n")
    assert main(["lint", str(source), "-o", str(copy)]) == 1
    assert "Pasal 1" in capsys.readouterr().out
    comments = zipfile.ZipFile(io.BytesIO(copy.read_bytes())).read("word/comments.xml").decode()
    assert "14 (empat belas)" in comments


def test_a_copy_never_takes_the_place_of_the_paper(tmp_path, capsys):
    source = tmp_path / "naskah.docx"
    assert main(["lint", str(source), "-o", str(source)]) == 2
    assert "menimpa" in capsys.readouterr().err


def test_a_rule_is_explained_and_an_unknown_one_refused(capsys):
    assert main(["lint", "explain", "dr-022"]) == 0
    page = capsys.readouterr().out
    assert all(word in page for word in ("Yang diperiksa", "Mengapa", "Contoh", "Sebaiknya", "Acuan", "Bukti"))
    assert main(["lint", "explain", "DR-999"]) == 2


def test_a_form_that_no_rule_is_for_is_not_called_clean(tmp_path, capsys):
    paper = tmp_path / "penjelasan.txt"
    paper.write_text("PENJELASAN\nATAS\nPERATURAN DAERAH\nTENTANG\nKEPESERTAAN\n\nI. UMUM\n", encoding="utf-8")
    assert main(["lint", str(paper), "--form", "penjelasan"]) == 1
    assert "tidak satu pun diperiksa" in capsys.readouterr().out


def test_a_rule_followed_by_custom_alone_gives_no_error():
    rule = RULES["DR-057"]
    assert rule.weight(PaperForm.HEAD) is Severity.ERROR
    assert rule.weight(PaperForm.LETTER) is Severity.WARNING
    assert {RULES[name].weight(form) for name in RULES for form in RULES[name].by_custom} <= {
        Severity.WARNING,
        Severity.NOTE,
    }


def test_a_letter_is_told_by_its_head_and_the_number_of_a_person_is_never_repeated(tmp_path, capsys):
    paper = tmp_path / "surat.txt"
    paper.write_text(
        "PEMERINTAH KABUPATEN CONTOH\n\nHal: Pendaftaran pekerja\nYth. Kepala Kantor Cabang\n\n"
        "Bersama ini disampaikan daftar pekerja yang di daftarkan:\n\n1. Budi, 1234567890123456\n",
        encoding="utf-8",
    )
    assert main(["lint", str(paper)]) == 1
    out = capsys.readouterr().out
    assert "surat, kira-kira" in out
    assert "ND-008" in out
    assert "DR-135" in out
    assert "1234567890123456" not in out


def test_a_name_typed_in_small_letters_is_still_the_name():
    lines = ["PERATURAN BUPATI CONTOH", "NOMOR … TAHUN …", "TENTANG"]
    lines += ["Pelindungan Jaminan Sosial Ketenagakerjaan Bagi Pekerja Rentan", "DENGAN RAHMAT TUHAN YANG MAHA ESA"]
    text = parse(tuple(Paragraph(place, line) for place, line in enumerate(lines, 1)))
    assert text.name == "Pelindungan Jaminan Sosial Ketenagakerjaan Bagi Pekerja Rentan"
    assert "DR-004" in {it.rule for it in lint(text, RULES)}


@pytest.mark.parametrize("name", ["permohonan-fasilitasi", "nota-dinas", "surat-edaran", "instruksi"])
def test_our_papers_of_the_office_are_known_again_as_word_files(tmp_path, name):
    draft = render.draft(f"{name}.naskah.j2", BRIEF, TEMPLATES)
    path = tmp_path / "naskah.docx"
    path.write_bytes(docx.write(draft, styles=TEMPLATES / "styles.docx"))
    read = read_paper(path)
    assert read.form is from_draft(draft).form
    assert [it for it in lint(read, RULES) if RULES[it.rule].weight(read.form) is not Severity.NOTE] == []


def test_places_in_a_word_file_are_counted_in_paragraphs(tmp_path, capsys):
    from docx import Document

    document = Document()
    for line in ("KEPUTUSAN BUPATI CONTOH", "TENTANG", "TIM"):
        document.add_paragraph(line)
    path = tmp_path / "naskah.docx"
    document.save(str(path))
    assert main(["lint", str(path)]) == 1
    out = capsys.readouterr().out
    assert "(paragraf 1)" in out
    assert "(baris" not in out
