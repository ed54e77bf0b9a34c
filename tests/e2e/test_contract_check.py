"""``regpol check``: the contract of its JSON, and the answers that must hold for Mataram and for village heads."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from regpol_command import MATARAM, Regpol, Run

RT = ("check", "--category", "ketua_rt", "--region", "52.71", "--year", "2025")
VILLAGE_HEAD = ("check", "--category", "kepala_desa", "--region", "93.01", "--year", "2024")
POLICY = ("--policy", MATARAM / "project.yaml")

ANSWERS = {"required", "entitled", "allowed", "forbidden", "excluded", "unsettled", "unknown", "unread"}
ANSWERS |= {"not_in_force", "silent"}
GROUND = {"rule", "provision", "citation", "evidence", "bearer", "modality", "kind", "defeated"}
# what the contract names, by where it stands
FIELDS = {
    "": {"category", "region", "year", "periods", "core_regulations", "open_questions", "remedies", "assumptions"}
    | {"rulebook"},
    "periods": {"from", "to", "situation", "segment", "programmes", "funding", "duties", "documents"},
    "segment": {"value", "answer", "grounds"},
    "programmes": {"programme", "answer", "shares", "base", "grounds"},
    "shares": {"payer", "tariff", "monthly"},
    "funding": {"programme", "source", "answer", "rank", "account", "grounds"},
    "grounds": GROUND,
    "rulebook": {"hash", "evidence"},
}


@pytest.fixture(scope="module")
def rt(regpol: Regpol) -> Run:
    return regpol(*RT, "--json").done()


@pytest.fixture(scope="module")
def village_head(regpol: Regpol) -> Run:
    return regpol(*VILLAGE_HEAD, "--json").done()


def named(node: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a document, with the name of the key it stands under."""
    if isinstance(node, dict):
        yield name, node
        for key, value in node.items():
            yield from named(value, key)
    elif isinstance(node, list):
        for item in node:
            yield from named(item, name)


def grounds(document: Any) -> list[dict[str, Any]]:
    return [node for name, node in named(document) if name == "grounds"]


@pytest.mark.parametrize("case", ["rt", "village_head"])
def test_every_field_of_the_contract_is_there(case: str, regpol: Regpol, request: pytest.FixtureRequest) -> None:
    run: Run = request.getfixturevalue(case)
    schema = regpol("schema", "check").done().json
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(run.json)
    seen = set()
    for name, node in named(run.json):
        seen.add(name)
        assert FIELDS.get(name, set()) <= node.keys(), (name, node)
        if "answer" in node:
            assert node["answer"] in ANSWERS
    assert seen >= FIELDS.keys()
    assert run.status == (1 if run.json["open_questions"] else 0)
    assert run.err == ""


def test_each_ground_can_be_walked_back(rt: Run) -> None:
    for ground in grounds(rt.json):
        assert ground["citation"]
        assert bool(ground["provision"]) == (ground["kind"] != "silence"), ground
        assert all(lost["rule"] and lost["by"] for lost in ground["defeated"])
    assert {ground["kind"] for ground in grounds(rt.json)} >= {"norm", "silence", "unread", "instruction"}


def test_the_answer_names_its_question_and_its_rulebook(rt: Run) -> None:
    assert (rt.json["category"], rt.json["region"], rt.json["year"]) == ("ketua_rt", "52.71", 2025)
    assert [(period["from"], period["to"]) for period in rt.json["periods"]] == [("2025-01-01", "2025-12-31")]
    assert len(rt.json["rulebook"]["hash"]) >= 12


def test_an_unread_guideline_is_unread_and_never_silent(rt: Run) -> None:
    resting = [ground for ground in grounds(rt.json) if ground["rule"].startswith("permendagri-15-2024/")]
    assert resting
    assert {(ground["kind"], ground["evidence"]) for ground in resting} == {("unread", "not_found")}
    regional = [f for p in rt.json["periods"] for f in p["funding"] if f["source"].startswith("apbd_")]
    assert {f["answer"] for f in regional if f["programme"] in {"jkk", "jkm"}} == {"unread"}
    assert "silent" not in {f["answer"] for f in regional}


def test_each_core_regulation_has_its_line(rt: Run, village_head: Run) -> None:
    lines = {line["core"]: line for line in rt.json["core_regulations"]}
    assert {core: line["regulation"] for core, line in lines.items()} == {
        "inpres": "Inpres 2/2021",
        "pedoman_apbd": "Permendagri 15/2024",
        "uu_desa": "UU 3/2024",
    }
    assert {core: line["status"] for core, line in lines.items()} == {
        "inpres": "instructs",
        "pedoman_apbd": "unread",
        "uu_desa": "nothing",
    }
    cores = [(line["core"], line["from"]) for line in village_head.json["core_regulations"]]
    assert {core for core, _ in cores} == lines.keys()
    assert {("uu_desa", "2024-01-01"), ("uu_desa", "2024-04-25")} <= set(cores)


def test_the_village_law_splits_the_year(village_head: Run) -> None:
    periods = village_head.json["periods"]
    assert [(p["from"], p["to"]) for p in periods] == [("2024-01-01", "2024-04-24"), ("2024-04-25", "2024-12-31")]
    assert [p["membership"]["answer"] for p in periods] == ["required", "required"]
    rights = [next(one for one in p["programmes"] if one["programme"] == "jamsosnaker") for p in periods]
    assert [right["answer"] for right in rights] == ["not_in_force", "entitled"]
    (ground,) = rights[1]["grounds"]
    assert ground["citation"].startswith("UU 3/2024 Pasal 26 ayat (3) huruf c")
    assert (ground["modality"], ground["bearer"]) == ("berhak", "pekerja")


@pytest.mark.parametrize(("day", "answer"), [("2024-04-24", "not_in_force"), ("2024-04-25", "entitled")])
def test_one_day_is_one_period(regpol: Regpol, day: str, answer: str) -> None:
    (period,) = regpol(*VILLAGE_HEAD, "--date", day, "--json").done().json["periods"]
    assert (period["from"], period["to"]) == (day, day)
    assert {p["programme"]: p["answer"] for p in period["programmes"]}["jamsosnaker"] == answer


@pytest.mark.parametrize(("age", "answer"), [(64, "required"), (65, "unsettled")])
def test_a_known_fact_settles_what_depends_on_it(regpol: Regpol, age: int, answer: str) -> None:
    document = regpol(*RT, *POLICY, "--fact", f"usia={age}", "--json").done().json
    assert document["periods"][0]["membership"]["answer"] == answer
    assert not [question for question in document["open_questions"] if "usia" in question]


def test_the_policy_of_the_region_is_laid_over_the_law(regpol: Regpol) -> None:
    period = regpol(*RT, *POLICY, "--json").done().json["periods"][0]
    assert (period["segment"]["value"], period["segment"]["chosen_by_policy"]) == ("bpu", True)
    assert period["segment"]["answer"] == "unsettled"
    monthly = {p["programme"]: [s["monthly"] for s in p["shares"]] for p in period["programmes"]}
    assert (monthly["jkk"], monthly["jkm"]) == ([10_000], [6_800])


def test_the_page_says_what_the_document_says(regpol: Regpol, rt: Run) -> None:
    page = regpol(*RT).done()
    assert page.status == rt.status
    for words in (*rt.json["open_questions"], "Tiga peraturan inti", "Permendagri 15/2024   belum terbaca"):
        assert words in page.out
    assert rt.json["rulebook"]["hash"][:12] in page.out


def test_an_assumed_year_is_stamped(regpol: Regpol) -> None:
    asked = ("check", "--category", "ketua_rt", "--region", "52.71", "--year", "2035", "--assume")
    page, document = regpol(*asked).done(), regpol(*asked, "--json").done().json
    assert document["year"] == 2035
    assert any("pedoman APBD tahun 2035 terbit" in text for text in document["assumptions"])
    assert any(text.startswith("upah minimum 52.71") for text in document["assumptions"])
    for assumption in document["assumptions"]:
        assert f"ASUMSI: {assumption} " in " ".join(page.out.split())
    assert "ASUMSI: ASUMSI" not in page.out
