"""References carry the preposition the place asks for, and leave out what both ends share."""

import pytest
from naskah_cases import draft_of, found, text_of

BODY = """Pasal #satu
(1) #a Ayat satu.
(2) #b Ayat dua memuat: [dan]
a. #x butir satu
a. #y butir dua
a. #z butir tiga
(3) #c Ayat tiga.
(4) Uji {same}.
Pasal #dua
(1) #d Uji {other}.
(2) #e Lain.
"""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("~@a", "pada ayat (1)"),
        ("@a", "ayat (1)"),
        ("~@x", "pada ayat (2) huruf a"),
        ("~@a+b", "pada ayat (1) dan ayat (2)"),
        ("~@b+a+c", "pada ayat (1) sampai dengan ayat (3)"),
        ("~@x+z", "pada ayat (2) huruf a dan huruf c"),
        ("~@satu", "dalam Pasal 1"),
    ],
)
def test_inside_one_article(tmp_path, written, said):
    draft = draft_of(tmp_path, BODY.format(same=written, other="apa"))
    assert text_of(found(draft, "Pasal 1 ayat (4)")) == f"Uji {said}."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("~@a", "dalam Pasal 1 ayat (1)"),
        ("~@y", "dalam Pasal 1 ayat (2) huruf b"),
        ("~@a+c", "dalam Pasal 1 ayat (1) dan ayat (3)"),
        ("~@x+y+z", "dalam Pasal 1 ayat (2) huruf a sampai dengan huruf c"),
        ("~@a+e", "pada ayat (2) dan dalam Pasal 1 ayat (1)"),
    ],
)
def test_from_another_article(tmp_path, written, said):
    draft = draft_of(tmp_path, BODY.format(same="apa", other=written))
    assert text_of(found(draft, "Pasal 2 ayat (1)")) == f"Uji {said}."


def test_annexes_are_numbered_only_if_there_are_several(tmp_path):
    body = "Pasal\nTercantum ~@satu.\n"
    one = "Penutup:\nAkhir.\nTanda tangan kanan:\nJabatan: A\nNama: B\nLampiran #satu: DAFTAR\nIsi.\n"
    assert text_of(draft_of(tmp_path, body, tail=one).body[0]) == "Tercantum dalam Lampiran."
    two = draft_of(tmp_path, body, tail=f"{one}Lampiran: KEDUA\nIsi.\n")
    assert text_of(two.body[0]) == "Tercantum dalam Lampiran I."
    assert [annex.heading for annex in two.annexes] == ["LAMPIRAN I", "LAMPIRAN II"]


def test_an_address_with_an_at_sign_is_no_reference(tmp_path):
    draft = draft_of(tmp_path, "Pasal\nKirim ke kantor@contoh.invalid.\n")
    assert text_of(draft.body[0]) == "Kirim ke kantor@contoh.invalid."
