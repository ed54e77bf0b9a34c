"""Planning a year whose texts do not exist: every touched answer and rupiah is stamped, and no draft takes it in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from regpol_command import MATARAM, Regpol

PLANNED = ("--region", "52.71", "--year", 2028, "--assume", "--assume-growth", "6,5%")
RT = ("--category", "ketua_rt", *PLANNED)


def stamped(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        if document.get("assumed"):
            yield document
        for value in document.values():
            yield from stamped(value)
    elif isinstance(document, list):
        for value in document:
            yield from stamped(value)


def test_each_answer_and_each_rupiah_carries_the_stamp(regpol: Regpol) -> None:
    run = regpol("check", *RT, "--json").done()
    period = run.json["periods"][0]
    touched = [it for it in period["funding"] if it.get("assumed")]
    assert {"apbd_kabkota", "apbd_provinsi"} <= {it["source"] for it in touched}
    assert all(any(ground.get("assumed") for ground in it["grounds"]) for it in touched)
    assert not any(it.get("assumed") for it in period["funding"] if it["source"] == "dbh_sawit")
    jkm = next(it for it in period["programmes"] if it["programme"] == "jkm")
    assert jkm["base"]["assumed"]
    assert "6,50 % setahun" in jkm["base"]["label"]
    wages = {share["segment"]: share["assumed"] for share in jkm["shares"]}
    assert (wages["pu"], wages["bpu"]) == (True, False)
    replaced = [text for text in run.json["assumptions"] if "ganti setelah pedoman APBD tahun 2028 terbit" in text]
    assert replaced
    core = next(it for it in run.json["core_regulations"] if it["core"] == "pedoman_apbd")
    assert core["status"] == "assumed"


def test_the_page_stamps_the_same(regpol: Regpol) -> None:
    out = regpol("check", *RT).done().out
    assert re.search(r"^  APBD provinsi, APBD +boleh ASUMSI ", out, re.MULTILINE)
    assert "APBD provinsi (JKK, JKM, JHT) ASUMSI, APBD kabupaten/kota (JKK, JKM, JHT) ASUMSI" in " ".join(out.split())
    assert re.search(r"PU: Rp[\d.]+ ASUMSI oleh", out)
    assert "\nASUMSI: upah minimum 52.71 tahun 2026 dibawa ke 2028" in out


def test_why_and_matrix_stamp_too(regpol: Regpol) -> None:
    chains = regpol("why", *RT, "--fund", "apbd_kabkota", "--programme", "jkk", "--json").done().json["chains"]
    assert all(chain["assumed"] for chain in chains)
    cells = regpol("matrix", *PLANNED, "--category", "ketua_rt", "--format", "json").done().json["cells"]
    assert all("dibawa" in cell["asumsi"] for cell in cells if cell["assumed"])
    assert {cell["dana"] for cell in cells if cell["assumed"]} >= {"apbd_kabkota"}
    table = regpol("matrix", *PLANNED, "--category", "ketua_rt").done().out
    assert "BOLEH*~" in table
    assert "~ = ASUMSI" in table


def test_a_year_that_was_read_is_answered_as_without(regpol: Regpol) -> None:
    asked = ("check", "--category", "ketua_rt", "--region", "52.71", "--year", 2024, "--fact", "usia=40", "--json")
    plain, planned = regpol(*asked).done().json, regpol(*asked, "--assume").done().json
    touched = {it["source"] for it in stamped(planned["periods"]) if "source" in it}
    for one, other in zip(plain["periods"], planned["periods"], strict=True):
        for before, after in zip(one["funding"], other["funding"], strict=True):
            assert before == after or after["source"] in touched


@pytest.mark.parametrize(
    "typed",
    [
        ("--assume-growth", "6,5%"),
        ("--assume", "--assume-growth", "banyak"),
        ("--assume", "--assume-growth", "6.5%"),
    ],
)
def test_a_growth_is_a_percentage_under_assume(regpol: Regpol, typed: tuple[str, ...]) -> None:
    run = regpol("check", "--category", "ketua_rt", "--region", "52.71", "--year", 2028, *typed).refused()
    assert run.codes == ["CMD10"]
    assert "--assume-growth" in run.err


def test_no_draft_is_written_on_an_assumption(regpol: Regpol, tmp_path: Path) -> None:
    output = tmp_path / "rancangan.docx"
    run = regpol("draft", "perwali", "--project", MATARAM, "--assume", "-o", output).refused()
    assert run.codes == ["CMD32"]
    assert not output.exists()
