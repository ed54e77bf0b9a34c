"""A region chooses where the law leaves room; against a norm its choice is refused, and the norm named."""

from pathlib import Path

import pytest

from legal_cases import decider, rulebook
from regpol.commands import opening
from regpol.commands.asking import request
from regpol.decision.case import PeriodAnswer, decide_case
from regpol.project.policy import FundChoice, Policy
from regpol.terms.answer import Answer
from regpol.terms.problems import Refused

CITY, REGENCY = "52.71", "93.01"


def paid(*funds: str) -> tuple[FundChoice, ...]:
    return tuple(FundChoice(fund) for fund in funds)


def decided(policy: Policy, category: str = "ketua_rt", region: str = CITY, day: str = "2025-06-01") -> PeriodAnswer:
    facts = ["usia=45"]
    query = request.query(
        rulebook(), category=category, region=region, year=int(day[:4]), day=day, facts=facts, policy=policy
    )
    return decide_case(decider(query.region), query).periods[0]


@pytest.mark.parametrize("segment", ["pu", "bpu"])
def test_a_choice_in_open_room_stands_beside_the_answer_of_the_law(segment: str) -> None:
    period = decided(Policy(segments={"ketua_rt": segment}))
    assert (period.segment.value, period.segment.chosen) == (segment, True)
    assert period.segment.finding.answer is Answer.UNSETTLED


def test_what_follows_is_decided_for_the_chosen_segment() -> None:
    def saving(policy: Policy) -> tuple[Answer, int]:
        finding = next(it for it in decided(policy).programmes if it.object == "jht")
        return finding.answer, len(finding.sides)

    assert saving(Policy()) == (Answer.UNSETTLED, 2)
    assert saving(Policy(segments={"ketua_rt": "bpu"})) == (Answer.ALLOWED, 0)


def test_choices_for_other_categories_do_not_matter() -> None:
    policy = Policy({"linmas": "taspen"}, {"linmas": ("jkp",)}, {"linmas": paid("dana_desa")})
    assert decided(policy) == decided(Policy())


OPEN = {
    "more than required": (Policy(programmes={"ketua_rt": ("jkk", "jkm", "jht")}), "ketua_rt", CITY, "2025-06-01"),
    "a fund not read about": (Policy(funds={"ketua_rt": paid("apbd_kabkota")}), "ketua_rt", CITY, "2025-06-01"),
    "a fund that may pay": (Policy(funds={"ketua_rt": paid("apbd_kabkota")}), "ketua_rt", CITY, "2024-06-01"),
    "what the law says anyway": (Policy(segments={"kepala_desa": "pu"}), "kepala_desa", REGENCY, "2025-06-01"),
}


@pytest.mark.parametrize(("policy", "category", "region", "day"), OPEN.values(), ids=OPEN)
def test_a_choice_that_goes_against_nothing_passes(policy: Policy, category: str, region: str, day: str) -> None:
    assert decided(policy, category, region, day).segment.chosen is False


AGAINST = {
    "segment, excluded": (Policy(segments={"ketua_rt": "taspen"}), "ketua_rt", CITY, "2025-06-01", "PP 70/2015"),
    "segment, another is required": (
        Policy(segments={"kepala_desa": "bpu"}), "kepala_desa", REGENCY, "2025-06-01", "PP 49/2023"
    ),
    "programme left out, required": (
        Policy(programmes={"ketua_rt": ("jkk",)}), "ketua_rt", CITY, "2025-06-01", "PP 44/2015 Pasal 4 ayat (2)"
    ),
    "programme taken in, excluded": (
        Policy(programmes={"ketua_rt": ("jkk", "jkm", "jkp")}), "ketua_rt", CITY, "2025-06-01", "PP 37/2021"
    ),
    "fund, excluded": (Policy(funds={"ketua_rt": paid("add")}), "ketua_rt", CITY, "2025-06-01", "UU 6/2014"),
    "fund, forbidden": (
        Policy(funds={"kepala_desa": paid("dana_desa")}), "kepala_desa", REGENCY, "2026-06-01", "Permendesa PDT 16/2025"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("policy", "category", "region", "day", "norm"), AGAINST.values(), ids=AGAINST)
def test_a_choice_against_a_norm_is_refused_with_the_norm(
    policy: Policy, category: str, region: str, day: str, norm: str
) -> None:
    with pytest.raises(Refused, match="CMD05") as refused:
        decided(policy, category, region, day)
    assert norm in str(refused.value)


def test_every_choice_against_a_norm_is_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        decided(Policy(programmes={"ketua_rt": ("jkp",)}))
    choices = [problem.choice for problem in refused.value.problems]  # type: ignore[attr-defined]
    assert choices == ["program ketua_rt tanpa jkk", "program ketua_rt tanpa jkm", "program ketua_rt: jkp"]


def test_a_fund_barred_only_for_a_programme_not_chosen_is_no_matter() -> None:
    chosen = Policy(programmes={"kepala_desa": ("jkk", "jkm")}, funds={"kepala_desa": paid("add")})
    decided(chosen, "kepala_desa", REGENCY)


def test_the_refusal_points_at_the_line_of_the_choice(tmp_path: Path) -> None:
    path = tmp_path / "kebijakan.yaml"
    path.write_text("segmen:\n  ketua_rt: bpu\nprogram:\n  ketua_rt: [jkm]\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        decided(opening.policy_file(path))
    assert [str(problem.place) for problem in refused.value.problems] == ["kebijakan.yaml:4:3"]
