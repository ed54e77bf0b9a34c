"""The shipped templates keep the checkable rules of drafting, for every set of facts."""

import dataclasses
import itertools
import re

import pytest
from naskah_cases import AGREEMENT, TEMPLATES, text_of
from sample_brief import BRIEF, CATEGORIES, JKK_BPU

from regpol.documents.brief.brief import Agreement, Signer
from regpol.documents.brief.keys import FAMILIES, KEYS
from regpol.documents.naskah import outline, render
from regpol.documents.naskah.table import Align, Cell, Table
from regpol.documents.naskah.tree import Kind, Reference, plain

SOURCES = {path.name: path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.naskah.j2"))}
JHT = dataclasses.replace(JKK_BPU, code="jht", name="jaminan hari tua", monthly=0)

VARIANTS = {
    "sample": BRIEF,
    "one category": dataclasses.replace(BRIEF, categories=CATEGORIES[:1], choices=()),
    "no wage earners": dataclasses.replace(BRIEF, categories=CATEGORIES[1:], wage_base=""),
    "one without wage": dataclasses.replace(BRIEF, categories=CATEGORIES[1:2], wage_base="", choices=()),
    "more programmes": dataclasses.replace(BRIEF, programmes=(*BRIEF.programmes, JHT)),
    "one fund": dataclasses.replace(BRIEF, funds=BRIEF.funds[:1]),
    "one revoked": dataclasses.replace(BRIEF, revoked=("Peraturan Wali Kota Nomor 1 Tahun 2020 tentang Contoh",)),
    "two revoked": dataclasses.replace(BRIEF, revoked=("Peraturan A", "Peraturan B")),
    "blanks": dataclasses.replace(BRIEF, categories=tuple(dataclasses.replace(c, proof="") for c in CATEGORIES)),
}


@pytest.fixture(params=sorted(VARIANTS))
def draft(request):
    return render.draft("perkada.naskah.j2", VARIANTS[request.param], TEMPLATES)


def all_text(draft) -> str:
    return outline.write(draft)


def test_no_reference_points_forward(draft):
    """DR-128: avoid references to what stands behind."""
    order = {unit.eid: place for place, unit in enumerate(draft.units())}
    for unit in draft.units():
        for part in (*unit.lead, *unit.closing):
            if isinstance(part, Reference) and part.target in order:
                assert order[part.target] <= order[unit.eid], unit.address


def test_skeleton_and_standard_sentences(draft):
    """DR-001, DR-022, DR-023, DR-040, DR-074, DR-089, DR-093, DR-106."""
    text = all_text(draft)
    about = draft.head.about
    assert text_of(draft.recitals[-1]).startswith("bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a")
    assert text_of(draft.recitals[-1]).endswith(f"perlu menetapkan Peraturan Wali Kota tentang {about};")
    assert [draft.body[0].title, draft.body[-2].title, draft.body[-1].title] == [
        "KETENTUAN UMUM",
        "KETENTUAN PERALIHAN",
        "KETENTUAN PENUTUP",
    ]
    assert text_of(draft.body[0].children[0]) == "Dalam Peraturan Wali Kota ini yang dimaksud dengan:"
    assert text_of(draft.body[-1].children[-1]) == "Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan."
    assert "dengan penempatannya dalam Berita Daerah Kota Mataram." in text
    assert "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Wali Kota ini" in text


def test_recitals_and_citations_end_with_semicolons(draft):
    """DR-021, DR-035."""
    assert all(text_of(unit).startswith("bahwa ") for unit in draft.recitals)
    assert all(text_of(unit).endswith(";") for unit in (*draft.recitals, *draft.citations))


def test_instructions_and_circulars_stay_out_of_mengingat(draft):
    """DR-028."""
    assert not any(re.search("Instruksi|Surat Edaran", text_of(unit)) for unit in draft.citations)


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_words_that_do_not_belong(source):
    """DR-090, DR-117, DR-124, DR-130, DR-131, DR-135."""
    wrong = (
        r"Walikota|mulai berlaku efektif|[Hh]al-hal yang belum diatur|[Pp]asal ini|peraturan yang berlaku|minimal\b|"
        r"maksimal\b|sekurang-kurangnya|selambat-lambatnya|kerjasama|Inpres|Surat Edaran"
    )
    # a circular says what it is
    wrong = wrong.replace("|Surat Edaran", "") if source.startswith("surat-edaran") else wrong
    lines = [line for line in SOURCES[source].splitlines() if not line.startswith("//")]
    assert not re.search(wrong, "\n".join(lines))


def test_numbers_in_norms_carry_words(draft):
    """DR-057: every number of a norm that is not part of a name is followed by its words."""
    for unit in itertools.chain.from_iterable(chapter.walk() for chapter in draft.body):
        bare = "".join(part.text for part in unit.lead if not isinstance(part, Reference))
        if unit.kind is Kind.ITEM or "Peraturan Wali Kota Nomor" in bare:
            continue
        for number in re.findall(r"(?<![\w.,/])\d+(?![\w.,/%]| \()", bare):
            pytest.fail(f"{unit.address}: {number}")


def test_every_key_of_a_template_is_documented():
    written = set()
    for source in SOURCES.values():
        for keys in re.findall(r"\^\[([^\]]*)\]", source):
            written.update(key.strip() for key in keys.split(","))
    fixed = {key for key in written if "{{" not in key}
    families = {key.split(":")[0] for key in written if "{{" in key and ":" in key}
    assert fixed <= set(KEYS)
    assert families == set(FAMILIES)
    assert set(KEYS) - fixed == {"menimbang:inpres"}, "only the brief's own recitals may use a key no template has"


def test_the_title_follows_who_signs():
    assert outline.write(render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES)).startswith("PERJANJIAN KERJA SAMA\n")
    head = dataclasses.replace(AGREEMENT, agreement=Agreement(signer=Signer.REGIONAL_HEAD, years=2))
    made = render.draft("mou.naskah.j2", head, TEMPLATES)
    assert outline.write(made).startswith("NOTA KESEPAKATAN\nANTARA\nPEMERINTAH KOTA MATARAM\n")
    assert "Bagian Kerja Sama" in made.head.notices[0]


def test_an_agreement_in_a_packet_numbers_its_annex_in_the_packets_series() -> None:
    alone = outline.write(render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES))
    assert "tercantum dalam Lampiran yang" in alone
    assert "\nLAMPIRAN: " in alone
    shared = outline.write(render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES, first_annex=1))
    assert "tercantum dalam Lampiran I yang" in shared
    assert "\nLAMPIRAN I: " in shared


def test_the_agreement_has_the_clauses_of_the_list_and_carries_no_budget():
    """MU-005 to MU-028, and what an agreement is not."""
    draft = render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES)
    titles = [unit.title for unit in draft.body]
    for clause in ("OBJEK", "KEPESERTAAN", "PENDANAAN", "PELINDUNGAN DATA PRIBADI", "KEADAAN KAHAR", "KORESPONDENSI"):
        assert clause in titles
    assert len(titles) == 26
    assert all(titles)
    text = outline.write(draft)
    assert "tidak dengan sendirinya menjadi dasar pembayaran" in text
    assert "rencana kerja pemerintah daerah" in text
    assert [party.name for party in draft.parties] == ["BAIQ CONTOH LESTARI", "CONTOH PRATAMA"]
    assert "PIHAK KEDUA" in plain(draft.parties[1].description)
    total = draft.annexes[0].blocks[0].total
    assert total[-1] == "14.347.200"


def test_a_template_and_a_part_of_it_that_were_edited_are_read_anew(tmp_path):
    source = TEMPLATES / "lembar-paraf.naskah.j2"
    (tmp_path / source.name).write_text('{% include "bagian.j2" %}', encoding="utf-8")
    made = []
    for about in ("Tentang: hal satu", "Tentang: hal lain"):
        text = re.sub(r"(?m)^Tentang: .*$", about, source.read_text(encoding="utf-8"))
        (tmp_path / "bagian.j2").write_text(text, encoding="utf-8")
        made.append(render.draft(source.name, BRIEF, tmp_path).head.about)
    assert made == ["hal satu", "hal lain"]


def test_a_table_gives_its_room_to_names_and_to_what_is_written_by_hand():
    row = tuple(map(Cell, ("1.", "5271010101010001", "H. Contoh Muhammad Fathur Hidayat", "16.800", "")))
    table = Table(("No.", "NIK", "Nama", "Iuran (Rp)", "Paraf"), (Align.LEFT,) * 5, (row,))
    number, nik, name, amount, by_hand = table.widths(160)
    assert sum(table.widths(160)) == pytest.approx(160)
    assert number < amount < nik < name
    assert by_hand > amount
    assert sum(table.widths(60)) == pytest.approx(60), "too narrow for its words, it still fills no more than its sheet"
