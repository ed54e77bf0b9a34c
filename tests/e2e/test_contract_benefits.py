"""``regpol benefits``: the contract of its JSON, what is due to whom, and what it says where it does not know."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from regpol_command import Regpol, Run

DRIVER = ("benefits", "--category", "ojek", "--region", "52.71", "--date", "2026-06-30", "--fact", "usia=40")
TOLD = ("--months-paid", "40", "--base", "Rp1.000.000", "--children", "sd,pt")


@pytest.fixture(scope="module")
def death(regpol: Regpol) -> Run:
    return regpol(*DRIVER, *TOLD, "--event", "meninggal", "--json").done()


def benefits(run: Run) -> dict[str, dict[str, Any]]:
    """Every benefit of the last period by its id."""
    (*_, period) = run.json["periods"]
    events = [event for programme in period["programmes"] for event in programme["events"]]
    return {benefit["id"]: benefit for event in events for benefit in event["benefits"]}


def test_the_document_keeps_its_schema(regpol: Regpol, death: Run) -> None:
    schema = regpol("schema", "benefits").done().json
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(death.json)
    assert death.status == 1  # sources differ on the first three months
    assert death.err == ""


def test_every_benefit_and_item_is_cited(death: Run) -> None:
    for benefit in benefits(death).values():
        assert benefit["citation"]
        assert all(part["citation"] and part["evidence"] for part in (*benefit["items"], *benefit["steps"]))


def test_both_sides_of_the_first_three_months_stand_side_by_side(death: Run) -> None:
    sides = [it for it in benefits(death).values() if it["differs_on"] == "jkm-tiga-bulan"]
    assert len(sides) == 2
    assert len({it["according_to"] for it in sides}) == 2
    full = benefits(death)["pp-44-2015/jkm-santunan"]["items"]
    assert sum(item["amounts"][0]["each"] for item in full) == 42_000_000


def test_an_own_account_worker_reports_himself(death: Run) -> None:
    found = benefits(death)
    assert "pp-44-2015/jkk-klaim-bpu" in found
    assert "pp-44-2015/jkk-klaim-pu" not in found
    claim = found["pp-44-2015/jkk-klaim-bpu"]
    assert claim["claim_lapses_after"] == "5 tahun"
    assert [step["deadline"] for step in claim["steps"][:2]] == ["48 jam", "48 jam"]


def test_programmes_outside_give_nothing_and_say_why(death: Run) -> None:
    (period,) = death.json["periods"]
    outside = {it["programme"]: it for it in period["outside"]}
    assert {"jp", "jkp"} <= outside.keys()
    assert all(it["grounds"] for it in outside.values())
    given = {it["programme"] for it in period["programmes"] if it["events"]}
    assert given <= {"jkk", "jkm", "jht"}


def test_a_year_is_cut_where_a_benefit_changes(regpol: Regpol) -> None:
    asked = ("benefits", "--category", "pekerja_swasta", "--region", "52.71", "--year", "2025", "--event", "phk")
    facts = ("--fact", "skala_usaha=menengah", "--fact", "usia=40", "--base", "Rp6.000.000")
    run = regpol(*asked, *facts, "--programme", "jkp", "--json").done()
    starts = [period["from"] for period in run.json["periods"]]
    assert "2025-02-07" in starts
    monthly = {
        period["from"]: [
            item["amounts"][0]["each"]
            for programme in period["programmes"]
            for event in programme["events"]
            for benefit in event["benefits"]
            for item in benefit["items"]
            if item["amounts"]
        ]
        for period in run.json["periods"]
    }
    assert monthly["2025-01-01"] == [2_250_000, 1_250_000]
    assert monthly["2025-02-07"] == [3_000_000]


def test_a_civil_servant_is_sent_to_the_scheme_that_takes_him(regpol: Regpol) -> None:
    page = regpol("benefits", "--category", "pns", "--region", "52.71", "--date", "2025-06-30").done().out
    assert "penampungnya: Taspen" in page
    assert "belum terbaca" in page


def test_the_page_tells_conditions_papers_steps_and_deadlines(regpol: Regpol) -> None:
    page = regpol(*DRIVER, *TOLD, "--event", "meninggal").done().out
    flat = " ".join(page.split())
    for words in (
        "Rp48.000.000",
        "Masa iur peserta cukup (paling sedikit 3 tahun): terpenuhi",
        "SUMBER BERBEDA",
        "Berkas: Surat keterangan kematian",
        "3 hari kerja",
        "SD: Rp1.500.000 setahun",
        "Hak menuntut gugur setelah 5 tahun",
    ):
        assert words in flat


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("--event", "meningal"), "meninggal"),
        (("--programme", "jkx"), "jkk"),
        (("--children", "sd,smk"), "smk"),
        (("--base", "3019015.5"), "--base Rp2.859.620"),
        (("--months-paid", "-1"), "--months-paid"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_name(regpol: Regpol, typed: tuple[str, ...], words: str) -> None:
    run = regpol(*DRIVER, *typed)
    assert run.status == 2
    assert words in run.err


def test_neither_year_nor_day_is_refused(regpol: Regpol) -> None:
    run = regpol("benefits", "--category", "ojek", "--region", "52.71")
    assert run.status == 2
    assert "--year" in run.err
