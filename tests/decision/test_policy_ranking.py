"""Which fund pays first, or what share: an order or shares, each held against the law, and no work paid for twice."""

from pathlib import Path

import pytest

from legal_cases import decider, rulebook
from regpol.commands import opening
from regpol.commands.asking import request
from regpol.decision.case import CaseAnswer, decide_case
from regpol.decision.matrix import Source, decide_matrix
from regpol.decision.policy_room import ROOM_NOT_SHOWN, policy_choices
from regpol.project.policy import FundChoice, Policy
from regpol.reports.case.document import case_json
from regpol.reports.case.report import report_case
from regpol.reports.case.text import case_text
from regpol.terms.answer import Answer
from regpol.terms.money import Rate
from regpol.terms.problems import Refused

REGENCY, CITY = "93.01", "52.71"


def policy_of(text: str, folder: Path) -> Policy:
    path = folder / "kebijakan.yaml"
    path.write_text(text, encoding="utf-8")
    return opening.policy_file(path)


def decided(policy: Policy, category: str, region: str, day: str, *facts: str) -> CaseAnswer:
    query = request.query(
        rulebook(),
        category=category,
        region=region,
        year=int(day[:4]),
        day=day,
        facts=("usia=45", *facts),
        policy=policy,
    )
    return decide_case(decider(query.region), query)


def test_one_fund_and_a_list_are_read_alike(tmp_path: Path) -> None:
    one = policy_of("dana: {ketua_rt: apbd_kabkota}", tmp_path)
    assert one.funds == policy_of("dana: {ketua_rt: [apbd_kabkota]}", tmp_path).funds
    assert one.fund("ketua_rt") == "apbd_kabkota"
    assert (one.rank("ketua_rt", "apbd_kabkota"), one.rank("ketua_rt", "add")) == (1, None)
    assert one.fund("ketua_rw") == ""


def test_the_order_that_is_written_is_the_order_that_pays(tmp_path: Path) -> None:
    policy = policy_of("dana: {kepala_desa: [add, pades, apbd_kabkota]}", tmp_path)
    assert policy.fund_codes("kepala_desa") == ("add", "pades", "apbd_kabkota")
    assert [policy.rank("kepala_desa", fund) for fund in policy.fund_codes("kepala_desa")] == [1, 2, 3]


def test_shares_are_read_as_the_law_writes_rates(tmp_path: Path) -> None:
    policy = policy_of("dana:\n  kepala_desa: [{dana: add, bagian: 60 %}, {dana: pades, bagian: '40 %'}]\n", tmp_path)
    assert policy.share("kepala_desa", "pades") == Rate(400_000)
    assert list(policy.money_problems()) == []


MONEY = {
    "the same fund twice": ("[add, add]", "CMD30", "add disebut 2 kali"),
    "two in full": ("[{dana: add, bagian: 100 %}, {dana: pades, bagian: 100 %}]", "CMD30", "200,00 %"),
    "more than the whole": ("[{dana: add, bagian: 70 %}, {dana: pades, bagian: 40 %}]", "CMD30", "110,00 %"),
    "less than the whole": ("[{dana: add, bagian: 70 %}, {dana: pades, bagian: 20 %}]", "CMD31", "90,00 %"),
    "a share beside an order": ("[{dana: add, bagian: 100 %}, pades]", "CMD31", "dari 2 dana"),
}


@pytest.mark.parametrize(("funds", "code", "words"), MONEY.values(), ids=MONEY)
def test_money_that_would_pay_twice_or_not_enough_is_refused(funds: str, code: str, words: str, tmp_path: Path) -> None:
    policy = policy_of(f"dana: {{kepala_desa: {funds}}}", tmp_path)
    with pytest.raises(Refused, match=code) as refused:
        decided(policy, "kepala_desa", REGENCY, "2025-06-01")
    assert words in str(refused.value)
    assert [str(problem.place) for problem in refused.value.problems] == ["kebijakan.yaml:1:8"]


def test_every_fund_of_a_ranking_is_held_against_the_law(tmp_path: Path) -> None:
    policy = policy_of("program: {kepala_desa: [jkk, jkm]}\ndana: {kepala_desa: [add, dana_desa]}", tmp_path)
    with pytest.raises(Refused, match="CMD05") as refused:
        decided(policy, "kepala_desa", REGENCY, "2026-06-01")
    choices = [problem.choice for problem in refused.value.problems]  # type: ignore[attr-defined]
    assert choices == ["dana kepala_desa: dana_desa untuk jkk", "dana kepala_desa: dana_desa untuk jkm"]
    assert "Permendesa PDT 16/2025" in str(refused.value)


def test_an_unknown_fund_in_a_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="CMD01"):
        decided(policy_of("dana: {ketua_rt: [apbd_kota]}", tmp_path), "ketua_rt", CITY, "2025-06-01")


def test_the_document_shows_the_place_of_each_fund_and_what_the_region_chose() -> None:
    ranked = {"kepala_desa": (FundChoice("add"), FundChoice("pades"))}
    policy = Policy(programmes={"kepala_desa": ("jkk", "jkm")}, funds=ranked)
    answer = decided(policy, "kepala_desa", REGENCY, "2026-06-05")
    report = report_case(decider(REGENCY), answer)
    funding = case_json(rulebook(), report)["periods"][0]["funding"]
    by_fund = {it["source"]: it for it in funding if it["programme"] == "jkk"}
    assert [by_fund[fund]["rank"] for fund in ("add", "pades", "dana_desa")] == [1, 2, None]
    assert [by_fund[fund]["chosen"] for fund in ("add", "pades", "dana_desa")] == [True, True, False]
    assert by_fund["pades"]["room"] == by_fund["pades"]["norm"] == "PP 16/2026 Pasal 121 ayat (1) huruf b"
    page = case_text(rulebook(), report, "Kabupaten Merauke")
    assert "dipilih kebijakan, urutan 2" in " ".join(page.split())


def test_a_choice_nobody_read_about_is_marked_as_resting_on_nothing_shown() -> None:
    policy = Policy(
        {"ketua_rt": "bpu"}, {"ketua_rt": ("jkk", "jkm")}, {"ketua_rt": (FundChoice("apbd_kabkota"),)},
        wage_base="upah_minimum", rounding_chosen=True,
    )  # fmt: skip
    answer = decided(policy, "ketua_rt", CITY, "2025-06-01")
    fund = next(it for it in answer.periods[0].funding if (it.object, it.programme) == ("apbd_kabkota", "jkk"))
    assert fund.answer is Answer.UNREAD
    choices = {choice.about: choice.room for choice in policy_choices(rulebook(), answer)}
    assert choices["dana"] is not None
    assert (choices["dana"].shown, choices["dana"].words) == (False, ROOM_NOT_SHOWN)
    assert choices["segmen"] is not None
    assert choices["segmen"].shown
    assert choices["dasar upah"] is choices["pembulatan"] is None
    page = " ".join(case_text(rulebook(), report_case(decider(CITY), answer), "Kota Mataram").split())
    assert f"({ROOM_NOT_SHOWN}: tidak ada norma yang terbaca tentangnya)" in page


def test_the_matrix_marks_what_the_region_chose_with_its_room() -> None:
    policy = Policy(
        programmes={"kepala_desa": ("jkk", "jkm")}, funds={"kepala_desa": (FundChoice("add"), FundChoice("pades"))}
    )
    query = request.query(
        rulebook(), category="kepala_desa", region=REGENCY, year=2025, day="2025-06-01", facts=(), policy=policy
    )
    section = decide_matrix(decider(REGENCY), (query,))[0]
    chosen = {cell.finding.object for cell in section.funding if cell.source is Source.CHOICE}
    assert chosen == {"add", "pades"}
    assert all((cell.room is not None) == (cell.source is Source.CHOICE) for cell in section.funding)


@pytest.mark.parametrize(("other", "told"), [("pu", True), ("bpu", True), ("tidak", False)])
def test_a_second_job_is_lawful_and_flagged(other: str, told: bool) -> None:
    report = report_case(decider(CITY), decided(Policy(), "ketua_rt", CITY, "2025-06-01", f"peserta_lain={other}"))
    assert bool(report.notes) is told
    assert bool(case_json(rulebook(), report)["notes"]) is told
    assert ("pekerjaan yang sama dua kali" in " ".join(case_text(rulebook(), report, "Mataram").split())) is told
