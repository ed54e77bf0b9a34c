"""``regpol diff`` names for every answer that flips the rule that did it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from regpol_command import ROOT, Regpol

RT = ("--region", "52.71", "--category", "ketua_rt")


@pytest.fixture(scope="module")
def years(regpol: Regpol) -> dict[str, Any]:
    run = regpol("diff", "--from", 2024, "--to", 2025, *RT, "--json")
    assert run.status == 1
    return run.json  # type: ignore[no-any-return]


def test_the_document_fits_its_schema(regpol: Regpol, years: dict[str, Any]) -> None:
    schema = json.loads(regpol("schema", "diff").done().out)
    Draft202012Validator(schema).validate(years)


def test_every_flip_names_what_did_it(years: dict[str, Any]) -> None:
    assert years["flips"]
    changed = {rule["rule"] for rule in years["rules"]}
    for flip in years["flips"]:
        assert flip["from"] != flip["to"]
        assert flip["by"] or flip["through"], flip
        own = {rule["rule"] for rule in flip["by"] if rule["change"] not in {"met", "unmet"}}
        assert own <= changed, flip


def test_a_guideline_that_ends_and_one_that_begins_are_told_apart(years: dict[str, Any]) -> None:
    """In 2024 the guideline let a regional budget pay for RT heads; that of 2025 was not read."""
    (flip,) = (
        flip
        for flip in years["flips"]
        if (flip["question"], flip["programme"], flip["object"]) == ("pendanaan", "jkk", "apbd_kabkota")
    )
    assert (flip["from"]["answer"], flip["to"]["answer"]) == ("allowed", "unread")
    assert {(rule["rule"].partition("/")[0], rule["change"]) for rule in flip["by"]} == {
        ("permendagri-15-2023", "ended"),
        ("permendagri-15-2024", "began"),
    }


def test_a_minimum_wage_moves_what_a_month_costs(years: dict[str, Any]) -> None:
    (wage,) = (value for value in years["values"] if value["value"] == "upah_minimum")
    assert wage["keys"] == {"wilayah": "52.71"}
    assert wage["from"]["amount"] < wage["to"]["amount"]
    (jkm,) = (it for it in years["monthly"] if (it["segment"], it["programme"]) == ("pu", "jkm"))
    assert jkm["from"] < jkm["to"]


def test_a_value_that_ended_is_not_an_unknown_one(years: dict[str, Any]) -> None:
    """PP 6/2025 replaced two stages of cash by one: the old shares ended, the new one begins."""
    sides = {it["value"]: (it["from"].get("absent"), it["to"].get("absent")) for it in years["values"]}
    assert sides["jkp_uang_awal"] == sides["jkp_uang_lanjut"] == (None, "ended")
    assert sides["jkp_uang"] == ("not_yet", None)


def test_the_page_says_the_same_in_words(regpol: Regpol, years: dict[str, Any]) -> None:
    page = regpol("diff", "--from", 2024, "--to", 2025, *RT).done().out
    told = " ".join(page.split())
    assert f"Jawaban yang berubah: {len(years['flips'])}." in told
    assert f"Tetap seluruhnya: {years['unchanged']['answers']}." in told
    assert "boleh → belum terbaca" in told
    assert "berakhir: Permendagri 15/2023" in told
    assert "mulai berlaku: Permendagri 15/2024" in told


def test_a_day_within_a_year_shows_what_began_on_it(regpol: Regpol) -> None:
    line = ("diff", "--from", "2024-04-24", "--to", "2024-04-25", "--region", "93.01", "--category", "kepala_desa")
    document = regpol(*line, "--json").done().json
    assert {rule["change"] for rule in document["rules"]} == {"began"}
    (flip,) = (flip for flip in document["flips"] if flip["object"] == "jamsosnaker")
    assert (flip["from"]["answer"], flip["to"]["answer"]) == ("not_in_force", "entitled")
    assert [rule["rule"] for rule in flip["by"]] == ["uu-3-2024/kades-berhak"]


def test_without_a_region_only_values_and_rules_are_compared(regpol: Regpol) -> None:
    document = regpol("diff", "--from", 2024, "--to", 2025, "--json").done().json
    assert document["rules"]
    assert document["unchanged"] is None
    assert document["flips"] == []


def test_a_folder_without_rules_is_refused(regpol: Regpol, tmp_path: Path) -> None:
    run = regpol("diff", "--from", ROOT / "rules", "--to", tmp_path, "--json").refused()
    (message,) = run.messages
    assert message["code"] == "CMD21"
    assert "--to" in message["found"]
    assert "tidak memuat peraturan" in message["found"]


def test_a_rule_taken_out_of_a_rulebook_is_named(regpol: Regpol, tmp_path: Path) -> None:
    """The lawyer who tries out a change sees at once which answers rest on it."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(ROOT / "rules", tmp_path / "lain")
    same = regpol("diff", "--from", tmp_path / "rules", "--to", tmp_path / "lain", "--year", 2024, *RT, "--json")
    assert same.status == 0
    assert (same.json["flips"], same.json["rules"], same.json["values"]) == ([], [], [])
    file = tmp_path / "lain" / "peraturan" / "permendagri-15-2023.yaml"
    text = file.read_text(encoding="utf-8")
    assert "sifat: berwenang, atas: [apbd_kabkota, apbd_provinsi]" in text
    file.write_text(
        text.replace(
            "sifat: berwenang, atas: [apbd_kabkota, apbd_provinsi]", "sifat: wajib, atas: [apbd_kabkota, apbd_provinsi]"
        ),
        encoding="utf-8",
    )
    run = regpol("diff", "--from", tmp_path / "rules", "--to", tmp_path / "lain", "--year", 2024, *RT, "--json")
    assert run.status == 1
    changed = [(rule["rule"], rule["change"]) for rule in run.json["rules"]]
    assert changed == [("permendagri-15-2023/aparatur-desa-rt-rw", "changed")]
    assert run.json["flips"]
    for flip in run.json["flips"]:
        assert (flip["from"]["answer"], flip["to"]["answer"]) == ("allowed", "required")
        assert [rule["rule"] for rule in flip["by"]] == ["permendagri-15-2023/aparatur-desa-rt-rw"]
