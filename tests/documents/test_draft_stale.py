"""A kept copy beside today: each clause that is out of date with its reason, and none that is not."""

import dataclasses

import pytest
from naskah_cases import draft_of
from sample_brief import BRIEF

from regpol.documents import manifest, staleness
from regpol.documents.kept_manifest import read_manifest
from regpol.documents.writers import pdf
from regpol.terms.place import Place
from regpol.terms.problems import Refused

PLACE = Place("arsip.pdf")
BASIS = BRIEF.bases[0]
BODY = f"""Pasal
(1) Dinas membayar iuran sebesar Rp16.800 setiap orang. ^[{BASIS.id}]
(2) Pembayaran dilakukan setiap bulan oleh bendahara.
Pasal
Peraturan ini berlaku bagi seluruh pekerja di Daerah.
"""


def brief(*, inputs=(("register", "a"),), **basis):
    stamp = dataclasses.replace(BRIEF.stamp, inputs=inputs)
    bases = (dataclasses.replace(BASIS, **basis), *BRIEF.bases[1:])
    return dataclasses.replace(BRIEF, stamp=stamp, bases=bases)


@pytest.fixture
def told(tmp_path):
    """Compares a paper of ``BODY`` with one of another body or brief."""

    def compared(body=BODY, later=None):
        old, new = (
            manifest.manifest_of(draft_of(tmp_path, text, brief=made))
            for text, made in ((BODY, brief()), (body, later or brief()))
        )
        return staleness.compare(old, new)

    return compared


def test_nothing_is_stale_where_nothing_changed(told):
    assert told() == staleness.Staleness(inputs=(), clauses=())


def test_an_amount_is_named_with_the_input_that_changed(told):
    found = told(BODY.replace("16.800", "20.000"), brief(inputs=(("register", "b"),)))
    (clause,) = found.clauses
    assert clause.address == "Pasal 1 ayat (1)"
    assert clause.reasons == ("angka: 16.800 menjadi 20.000", "karena register berubah")


def test_a_change_of_law_is_told_even_where_the_words_stay(told):
    found = told(later=brief(citation="UU 99/2026 Pasal 1", evidence="resmi"))
    (clause,) = found.clauses
    assert clause.before == clause.after
    assert clause.reasons[0] == f"hukum: dasar {BASIS.citation} menjadi UU 99/2026 Pasal 1"
    assert clause.reasons[1].startswith("bukti: UU 99/2026 Pasal 1 dahulu")


def test_an_ayat_put_in_makes_only_itself_stale(told):
    body = BODY.replace("(2) Pem", "(2) Camat menghimpun data calon peserta.\n(3) Pem")
    (clause,) = told(body).clauses
    assert (clause.address, clause.before) == ("Pasal 1 ayat (2)", "")
    (gone,) = told(BODY.replace("(2) Pembayaran dilakukan setiap bulan oleh bendahara.\n", "")).clauses or (None,)
    assert gone is not None
    assert gone.after == ""


def test_several_changed_inputs_are_not_made_into_one_reason(told):
    found = told(BODY.replace("bendahara", "Kepala Dinas"), brief(inputs=(("register", "b"), ("templat", "c"))))
    assert found.clauses[0].reasons == ("salah satu yang berubah: register, templat",)


def test_the_manifest_comes_back_out_of_the_kept_copy(tmp_path):
    draft = draft_of(tmp_path, BODY, brief=brief())
    made = manifest.manifest_of(draft)
    kept = pdf.write_kept(draft)
    assert read_manifest(kept, PLACE) == made
    assert read_manifest(manifest.write(made, ""), PLACE) == made


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%%EOF",
        b"%PDF /EmbeddedFile >>\nstream\nrusak",
        b"{}",
        b"[1]",
        b"\xff\xfe",
        b'{"susunan": "regpol-manifes-1"}',
        b"[" * 100_000,
    ],
)
def test_what_holds_no_manifest_is_refused(data):
    with pytest.raises(Refused, match="DOC40"):
        read_manifest(data, PLACE)


def test_the_comparison_reads_as_sentences(tmp_path):
    old, new = (
        manifest.manifest_of(draft_of(tmp_path, text, brief=brief())) for text in (BODY, BODY.replace("16.800", "9"))
    )
    lines = list(staleness.told(staleness.compare(old, new), old, new))
    assert lines[1] == "Bahan yang berubah: tidak ada"
    assert lines[3] == "Pasal 1 ayat (1): bunyi berubah"
    assert "Rp9" in lines[5]
    assert lines[-1] == "1 klausul tidak lagi sesuai"
