"""Mistakes a lawyer makes in a template: each is told with its line, in Indonesian, with what to do."""

import re

import pytest
from naskah_cases import FIRST, draft_of, refusal_of, told

LIST = "Pasal\n(1) Syaratnya: [dan]\n"
SLIPS = {
    "a lead without its colon": ("DOC16", 1, "Pasal\n(1) Syaratnya [dan]\na. nama\na. NIK\n", "titik dua"),
    "a list without its conjunction": ("DOC10", 1, "Pasal\n(1) Syaratnya:\na. nama\na. NIK\n", "[dan]"),
    "a comma for the point": ("DOC101", 2, LIST + "a, nama\na. NIK\n", "“a, nama”"),
    "a comma for the point further down": ("DOC101", 3, LIST + "a. nama\nb, NIK\n", "“b, NIK”"),
    "a letter in brackets": ("DOC101", 2, LIST + "(a) nama\n", "“(a) nama”"),
    "a dash for a letter": ("DOC101", 2, LIST + "- nama\n", "“- nama”"),
    "no space behind the mark": ("DOC101", 2, LIST + "a.nama\n", "diikuti spasi"),
    "a small pasal": ("DOC101", 0, "pasal\nIsi.\n", "“pasal”"),
    "a misspelt name": ("DOC01", 1, "Pasal\n{{ brief.regon.name }} mendata.\n", "maksudnya “region”"),
    "an unknown filter": ("DOC02", 1, "Pasal\n{{ 5|rupih }}.\n", "maksudnya “rupiah”"),
    "an unknown basis": ("DOC09", 1, "Pasal\nIsi. ^[iuran:tengat]\n", "iuran:tenggat"),
    "a condition left open": ("DOC02", 1, "Pasal\n{% if brief.year %}\nIsi.\n", "{% endif %}"),
    "an end without a beginning": ("DOC02", 2, "Pasal\nIsi.\n{% endif %}\n", "di atasnya"),
    "elseif": ("DOC02", 3, "Pasal\n{% if brief.year %}\nA.\n{% elseif 1 %}\nB.\n{% endif %}\n", "maksudnya “elif”"),
    "an Indonesian command": ("DOC02", 1, "Pasal\n{% jika brief.year %}\nA.\n", "yang ada: if"),
    "one equals sign": ("DOC02", 1, "Pasal\n{% if brief.year = 1 %}\nA.\n{% endif %}\n", "“==”"),
    "curly quotes of Word": ("DOC02", 1, "Pasal\n{% if brief.has(“jht”) %}\nA.\n{% endif %}\n", "kutip lurus"),
    "one brace": ("DOC100", 1, "Pasal\n{ brief.region.name } mendata.\n", "gandakan"),
    "a brace too few": ("DOC02", 1, "Pasal\n{{ brief.region.name } mendata.\n", "kurung tidak berpasangan"),
    "a command left open": ("DOC02", 2, "Pasal\n{% if brief.year\nIsi.\n{% endif %}\n", "belum ditutup"),
    "a wrong label": ("DOC03", 2, "Pasal\n(1) #satu Isi.\n(2) Hal ~@sat.\n", "maksudnya “satu”"),
    "a file that is not there": ("DOC13", 0, '{% include "clauses/lain.naskah.j2" %}\nPasal\nA.\n', "nama berkas"),
}


@pytest.mark.parametrize(("code", "below", "body", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_line_and_what_to_do(tmp_path, code, below, body, said):
    first, *_ = refusal_of(tmp_path, body)
    assert told(first) == (code, f"uji.naskah.j2:{FIRST + below}")
    text = str(first)
    assert said in text
    assert "lakukan" in text
    assert not re.search(r"\b(?:expected|unexpected|unknown|Encountered|Jinja)\b", text)


@pytest.mark.parametrize(
    "body",
    [
        "Pasal\n\t(1) Isi.\n\t(2)\tLain.\n",
        "Pasal\n   (1) Syaratnya: [dan]\n        a. nama\n        a. NIK\n",
        "Pasal 7\nIsi.\n",
        "BAB I KETENTUAN UMUM\nPasal\nIsi.\n",
        "Pasal\nSyaratnya: [dan]\na. nama;\na. NIK.\n",
    ],
    ids=["tabs", "indents", "a number typed", "a roman number typed", "points typed"],
)
def test_what_does_no_harm_is_taken(tmp_path, body):
    assert draft_of(tmp_path, body).body
