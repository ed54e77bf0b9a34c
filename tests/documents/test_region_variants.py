"""The same papers in regions of every kind: words follow the region, from the tables of law and regions."""

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest
from naskah_cases import TEMPLATES
from sample_brief import BRIEF

from regpol.commands import opening
from regpol.documents.brief.local_names import local_words, region_of, unnamed_council
from regpol.documents.brief.paper import Region
from regpol.documents.brief.selection_order import order_in_words
from regpol.documents.brief.wording import read_wording
from regpol.documents.naskah import outline, render
from regpol.project.allocation import Direction, OrderKey
from regpol.project.project import open_project
from regpol.project.region import find
from regpol.terms.place import NOWHERE

WORDING = read_wording(TEMPLATES)
EXAMPLE = open_project(Path(__file__).parents[2] / "examples" / "kalteng")
PROVINCE, PAPUA, CITY, ACEH, NAGARI = "62", "93.01", "52.71", "11.06", "13.04"


def region(code: str) -> Region:
    return region_of(find(code), EXAMPLE)


def paper(kind: str, code: str) -> str:
    leader = dataclasses.replace(BRIEF.categories[0], group="desa", code="kepala_desa", name="x", definition="")
    more = () if code == CITY else (leader,)
    brief = dataclasses.replace(BRIEF, region=region(code), categories=(*BRIEF.categories, *more))
    return outline.write(render.draft(f"{kind}.naskah.j2", brief, TEMPLATES))


@pytest.mark.parametrize(
    ("code", "leads", "gatherer", "strangers"),
    [
        (PROVINCE, ("Bupati", "Wali Kota"), "", r"Camat"),
        (PAPUA, ("Kepala Kampung", "Lurah"), "Kepala Distrik", r"Camat|Kecamatan|Kepala Desa|Bupati atau"),
        (CITY, ("Lurah",), "Camat", r"Kepala Desa|Distrik|Bupati"),
        (ACEH, ("Keuchik",), "Camat", r"Kepala Desa|Lurah|Kelurahan"),
        (NAGARI, ("Wali Nagari",), "Camat", r"Kepala Desa|Lurah|Kelurahan"),
    ],
)
def test_the_regulation_speaks_of_the_offices_the_region_has(
    code: str, leads: tuple[str, ...], gatherer: str, strangers: str
) -> None:
    assert (region(code).leads, region(code).gatherer) == (leads, gatherer)
    text = paper("perkada", code)
    assert f"b. {' atau '.join(leads)}, bagi pekerja yang bertugas" in text
    found = [line.strip() for line in text.splitlines() if re.search(strangers, line)]
    assert not [line for line in found if "keputusan" not in line and "surat" not in line and "memimpin" not in line]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (PROVINCE, "Bupati dan Wali Kota di Provinsi Kalimantan Tengah"),
        ("76", "Bupati di Provinsi Sulawesi Barat"),
        (PAPUA, "Kepala Distrik, Kepala Kampung, dan Lurah di Kabupaten Merauke"),
        (CITY, "Camat dan Lurah di Kota Mataram"),
        ("31", "Camat dan Lurah di Provinsi Daerah Khusus Ibukota Jakarta"),
        (ACEH, "Camat dan Keuchik di Kabupaten Aceh Besar"),
    ],
)
def test_a_circular_goes_to_those_below(code: str, told: str) -> None:
    assert f"Yth: {told}" in paper("surat-edaran", code)


def test_a_proof_is_signed_by_who_leads_the_units_there() -> None:
    proof = WORDING.categories["ketua_rt"].proof
    assert proof.format(**local_words(find(CITY))) == "keputusan Lurah tentang pengangkatan ketua rukun tetangga"
    assert proof.format(**local_words(find(NAGARI))).startswith("keputusan Wali Nagari tentang")


def test_a_village_council_without_a_known_local_name_is_an_open_point() -> None:
    assert "Gampong" in unnamed_council(find(ACEH), WORDING)[0].text
    assert not unnamed_council(find(PAPUA), WORDING)
    assert not unnamed_council(find(CITY), WORDING)


def test_the_order_of_selection_is_said_in_words() -> None:
    keys = (
        OrderKey(NOWHERE, "orang_asli_papua", values=("ya",)),
        OrderKey(NOWHERE, "desil", Direction.ASCENDING),
        OrderKey(NOWHERE, "kategori", values=("nelayan", "petani")),
        OrderKey(NOWHERE, "kemiskinan", values=("miskin_ekstrem",)),
        OrderKey(NOWHERE, "tanggal_daftar", Direction.ASCENDING),
        OrderKey(NOWHERE, "rentan", values=("tidak",)),
    )
    book = opening.rulebook_for(None)
    assert order_in_words(keys, book, WORDING, local_words(find(CITY))) == (
        "orang asli Papua lebih dahulu",
        "desil kesejahteraan, dari yang terendah",
        "kategori, dengan urutan Nelayan dan Petani",
        "kemiskinan, dengan miskin ekstrem lebih dahulu",
        "tanggal mendaftar, dari yang paling awal",
        "bukan pekerja rentan lebih dahulu",
    )


@pytest.mark.slow
def test_a_provincial_budget_is_the_budget_of_the_region_in_its_own_papers() -> None:
    from regpol.commands.draft import work

    brief = work.project_brief(EXAMPLE.folder, None, date(2024, 10, 22), TEMPLATES)
    names = {fund.code: fund.name for fund in brief.funds}
    assert names["apbd_provinsi"] == "anggaran pendapatan dan belanja Daerah"
    payers = {payer.name for category in brief.categories for it in category.programmes for payer in it.payers}
    assert payers == {"pemerintah Desa", "Pemerintah Daerah"}
