"""``regpol region`` tells what a region is and on what law it rests."""

import pytest
from regpol_command import ROOT, Regpol

MATARAM_RULES = ROOT / "tests" / "fixtures" / "daerah" / "mataram"


def test_a_page_names_the_law_the_words_and_the_units(regpol: Regpol) -> None:
    out = regpol("region", "93.01").done().out
    for words in ("Kabupaten Merauke", "UU 12/1969", "Kepala Kampung", "179 Kampung", "Pergub Papua Selatan 11/2024"):
        assert words in out


def test_a_document_is_one_document(regpol: Regpol) -> None:
    found = regpol("region", "5271", "--json", "--regional", MATARAM_RULES).done().json
    assert (found["code"], found["government"]) == ("52.71", "Pemerintah Kota Mataram")
    assert found["forming_law"]["law"] == "UU 4/1993"
    assert [it["name"] for it in found["loaded_instruments"]] == ["Perwali Mataram 999/2024"]


@pytest.mark.parametrize("code", ["99", "Mataram"])
def test_an_unknown_region_is_refused(regpol: Regpol, code: str) -> None:
    assert regpol("region", code).refused().codes == ["REG10"]
