"""What the law says of regions: each claim graded, the national word where nothing was found, a marked blank else."""

import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from legal_cases import RULES, rulebook
from regpol.law.load import load
from regpol.law.model.regions import BLANK, Thing
from regpol.project.region import attributes, find, provinces
from regpol.project.region_table import upper_names
from regpol.reports.region import region_json, region_text, report_region
from regpol.reports.schemas import documents
from regpol.terms.answer import Evidence
from regpol.terms.problems import Refused

SOUND = Path(__file__).parent.parent / "fixtures" / "rulebook"
SCENARIOS = ("52.71", "16.71", "93.01", "93", "62", "14.10", "31")


@pytest.mark.parametrize(
    ("code", "thing", "name", "head", "citation"),
    [
        ("93.01", Thing.VILLAGE, "Kampung", "Kepala Kampung", "UU 21/2001 Pasal 3 ayat (3)"),
        ("93.01.01", Thing.DISTRICT, "Distrik", "Kepala Distrik", "UU 21/2001 Pasal 3 ayat (2)"),
        ("93", Thing.COUNCIL, "Dewan Perwakilan Rakyat Papua Selatan", "", "UU 14/2022 Pasal 1 angka 5"),
        ("93.01", Thing.COUNCIL, "Dewan Perwakilan Rakyat Kabupaten/Kota", "", "PP 106/2021, letak belum diverifikasi"),
        ("11.01.01", Thing.VILLAGE, "Gampong", "Keuchik", "UU 11/2006 Pasal 1 angka 20"),
        ("11", Thing.COUNCIL, "Dewan Perwakilan Rakyat Aceh", "", "UU 11/2006 Pasal 1 angka 10"),
        ("11.71", Thing.COUNCIL, "Dewan Perwakilan Rakyat Kabupaten/Kota", "", "UU 11/2006 Pasal 1 angka 11"),
        ("34.02", Thing.VILLAGE, "Kalurahan", "Lurah", "Pergub DIY 25/2019, letak belum diverifikasi"),
        ("13.04", Thing.VILLAGE, "Nagari", "Wali Nagari", "Perda Tanah Datar 1/2023, letak belum diverifikasi"),
        ("13.09", Thing.VILLAGE, "Desa", "Kepala Desa", "UU 6/2014, letak belum diverifikasi"),
        ("52.71", Thing.COUNCIL, "Dewan Perwakilan Rakyat Daerah", "", "UU 23/2014, letak belum diverifikasi"),
    ],
)
def test_a_thing_is_called_as_its_region_calls_it(code: str, thing: Thing, name: str, head: str, citation: str) -> None:
    region = find(code)
    found = rulebook().regions.name(thing, code, region.governed_as)
    assert (found.name, found.head, str(found.citation)) == (name, head, citation)
    assert (region.called(thing).name, region.called(thing).head) == (name, head)


def test_every_region_in_the_files_is_a_region() -> None:
    law = rulebook().regions
    named = {code for it in law.names for code in it.regions} | {code for it in law.statuses for code in it.regions}
    assert {*law.formed, *named, *(it.region for it in law.instruments)} <= upper_names().keys()


def test_the_provinces_with_a_special_status_are_the_nine_that_the_law_names() -> None:
    """Rules read the status as an attribute; a province without one is read as ordinary, so none may be missing."""
    law = rulebook().regions
    special = {it.code: attributes(law, it.code)["kekhususan"] for it in provinces()}
    papua = dict.fromkeys(("91", "92", "93", "94", "95", "96"), "papua")
    named = {"11": "aceh", "31": "jakarta", "34": "yogyakarta", **papua}
    assert {code: status for code, status in special.items() if status != "tidak_khusus"} == named


def test_claims_have_sources_and_scenarios_their_law() -> None:
    law = rulebook().regions
    claims = [*law.formed.values(), *law.statuses, *law.names, *law.instruments]
    assert all(claim.sources and claim.evidence > Evidence.NOT_FOUND for claim in claims)
    assert set(SCENARIOS) <= law.formed.keys()
    assert str(law.forming("52.71")) == "UU 4/1993 tentang Pembentukan Kotamadya Daerah Tingkat II Mataram"
    assert law.forming("31.71") is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("93.01", ("179 Kampung (desa)", "22 Distrik (kecamatan)", "Pergub Papua Selatan 11/2024", "Bamuskam")),
        ("16.71", ("18 Kecamatan, 107 Kelurahan", "Perwali Palembang 3/2025", "naskahnya belum terbaca")),
        ("31.71", (BLANK, "tanpa anggaran daerah sendiri", "Kepgub DKI Jakarta 642/2023")),
        ("52.72.01", ("Bagian dari", "Kota Bima (52.72)", "tidak ada yang diketahui")),
    ],
)
def test_a_page_shows_what_is_known_and_how_well(code: str, words: tuple[str, ...]) -> None:
    text = " ".join(region_text(report_region(rulebook(), find(code))).split())
    assert [word for word in words if word not in text] == []


def test_the_document_says_the_same() -> None:
    found = region_json(report_region(rulebook(), find("93.01")))
    assert (found["kind"], found["parents"], found["units"]["desa"]) == ("kabupaten", ["93"], 179)
    assert found["special_status"]["status"] == found["attributes"]["kekhususan"] == "papua"
    village = next(it for it in found["names"] if it["thing"] == "desa")
    assert (village["name"], village["local"], village["evidence"]) == ("Kampung", True, "secondary")
    assert [it["name"] for it in found["known_instruments"]] == ["Pergub Papua Selatan 11/2024"]


NAMED = "peraturan: UU 1/2020, bukti: sekunder"
MISTAKES = [
    ("", "LAW50", "hal “apbd”"),
    (f'- {{hal: desa, wilayah: ["93"], nama: Desa, {NAMED}, sumber: [contoh]}}', "LAW51", "sudah bernama “Kampung”"),
    (f'- {{hal: desa, wilayah: "94", nama: Kampung, {NAMED}}}', "LAW11", "sebutan Kampung"),
    (f'- {{hal: dessa, wilayah: "94", nama: Kampung, {NAMED}}}', "LAW08", "desa"),
]


@pytest.mark.parametrize(("line", "code", "words"), MISTAKES)
def test_a_mistake_is_told(line: str, code: str, words: str, tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "rules")
    path = tmp_path / "rules" / "wilayah.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [*lines, line] if line else [it for it in lines if "hal: apbd" not in it]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(Refused, match=code) as refused:
        load(tmp_path / "rules")
    assert words in str(refused.value)


def test_a_region_has_one_forming_law(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "rules")
    path = tmp_path / "rules" / "wilayah.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(it for it in text.splitlines() if "UU 9/1999" in it)
    path.write_text(text.replace(line, f"{line}\n{line}"), encoding="utf-8")
    with pytest.raises(Refused, match="LAW09"):
        load(tmp_path / "rules")


def test_the_shipped_names_are_those_of_the_rulebook() -> None:
    from regpol.law.link_regions import shipped_names

    assert RULES.name == "rules"
    assert [(it.thing, it.regions, it.name) for it in shipped_names()] == [
        (it.thing, it.regions, it.name) for it in rulebook().regions.names
    ]


@pytest.mark.parametrize("code", ["93.01", "11", "31.71", "52.71.05", "52.71.05.1002"])
def test_the_document_has_the_shape_its_schema_names(code: str) -> None:
    Draft202012Validator(documents()["region"]).validate(region_json(report_region(rulebook(), find(code))))
