"""A year without its own texts is planned on the last that were read: instrument by instrument, and never as law."""

from dataclasses import replace
from datetime import date

import pytest

from legal_cases import rulebook
from regpol.commands.asking import request
from regpol.decision.case import PeriodAnswer, decide_case
from regpol.decision.core_lines import core_lines
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.law.ahead import plan_ahead
from regpol.law.model import Core, Modality, Rule, Rulebook
from regpol.project.policy import Ahead
from regpol.terms.answer import Answer
from regpol.terms.dates import Span
from regpol.terms.problems import Refused
from regpol.terms.problems.command import CategoryNotHere

GUIDELINE, VILLAGE_FUND = "pedoman APBD", "aturan penggunaan Dana Desa"
CITY, REGENCY = "52.71", "93.01"


def carried(book: Rulebook) -> dict[str, Rule]:
    return {rule.id: rule for rule in book.rules if rule.assumed}


def decided(year: int, category: str, region: str) -> PeriodAnswer:
    book = plan_ahead(rulebook(), year)
    query = request.query(book, category=category, region=region, year=year, day=None, facts=["usia=45"], ahead=Ahead())
    return decide_case(Decider(book, query.region), query).periods[-1]


def fund(period: PeriodAnswer, name: str, programme: str = "jkk") -> Finding:
    return next(it for it in period.funding if (it.object, it.programme) == (name, programme))


def test_a_year_before_the_first_and_a_year_that_was_read_carry_nothing() -> None:
    assert plan_ahead(rulebook(), 2021).assumptions == ()


def test_each_instrument_is_carried_for_itself() -> None:
    """In 2026 the village-fund rule was read and the guideline was not: only the guideline is carried."""
    texts = plan_ahead(rulebook(), 2026).assumptions
    assert texts
    assert all(text.startswith(GUIDELINE) and "ganti setelah Permendagri 14/2025 terbaca" in text for text in texts)
    later = plan_ahead(rulebook(), 2027).assumptions
    assert {text.partition(":")[0] for text in later} == {GUIDELINE, VILLAGE_FUND}
    assert any("Permendesa PDT 16/2025 (tahun anggaran 2026) dibawa ke tahun 2027" in text for text in later)


def test_what_the_year_s_own_text_says_is_never_replaced() -> None:
    own = {rule.id for rule in rulebook().rules if rule.validity.years and rule.validity.covers_year(2026)}
    assert not own & carried(plan_ahead(rulebook(), 2026)).keys()


def test_an_instruction_is_an_order_for_its_own_year() -> None:
    plans = (plan_ahead(rulebook(), year) for year in (2025, 2027, 2030))
    assert not any(rule.instructing for plan in plans for rule in carried(plan).values())


def test_a_norm_that_fell_inside_its_year_is_not_carried() -> None:
    found = carried(plan_ahead(rulebook(), 2025)).values()
    original = rulebook().rule(next(rule.id for rule in found if rule.norm.modality is not Modality.UNREAD))
    assert original.validity.years
    midyear = date(original.validity.years[1], 6, 30)
    ended = replace(original, validity=replace(original.validity, until=Span(midyear, midyear)))
    book = replace(rulebook(), rules=tuple(ended if it is original else it for it in rulebook().rules))
    assert original.id not in carried(plan_ahead(book, 2025))


def test_a_carried_rule_holds_in_the_planned_year_only_and_keeps_its_name() -> None:
    for rule in carried(plan_ahead(rulebook(), 2030)).values():
        assert rule.validity.years == (2030, 2030)
        assert rule.id == rulebook().rule(rule.id).id
        assert set(rule.norm.objects) <= set(rulebook().rule(rule.id).norm.objects)


def test_an_answer_that_rests_on_it_says_so_and_others_do_not() -> None:
    period = decided(2027, "ketua_rt", CITY)
    paid = fund(period, "apbd_kabkota")
    assert paid.answer is Answer.ALLOWED
    assert any("Permendagri 15/2023" in text or "Permendagri 84/2022" in text for text in paid.assumed)
    assert not next(it for it in period.programmes if it.object == "jkk").assumed
    village = fund(decided(2027, "kepala_desa", REGENCY), "dana_desa")
    assert (village.answer, bool(village.assumed)) == (Answer.FORBIDDEN, True)


def test_without_a_plan_the_year_stays_unread() -> None:
    query = request.query(rulebook(), category="ketua_rt", region=CITY, year=2027, day=None, facts=["usia=45"])
    period = decide_case(Decider(rulebook(), query.region), query).periods[-1]
    paid = fund(period, "apbd_kabkota")
    assert (paid.answer, paid.assumed, rulebook().assumptions) == (Answer.UNREAD, (), ())


def test_the_line_of_the_guideline_is_stamped_too() -> None:
    book = plan_ahead(rulebook(), 2027)
    query = request.query(book, category="ketua_rt", region=CITY, year=2027, day=None, facts=[], ahead=Ahead())
    period = decide_case(Decider(book, query.region), query).periods[-1]
    line = next(it for it in core_lines(book, period, 2027) if it.core is Core.BUDGET_GUIDELINE)
    assert line.status == "assumed"
    assert "dibawa ke tahun 2027" in line.text


@pytest.mark.parametrize("region", [CITY, REGENCY, "62", "31", "11.01"])
def test_a_year_no_text_speaks_of_has_an_answer_for_everybody(region: str) -> None:
    book = plan_ahead(rulebook(), 2035)
    decider = Decider(book, region)
    for category in book.leaves:
        try:
            query = request.query(
                book, category=category, region=region, year=2035, day="2035-06-30", facts=[], ahead=Ahead()
            )
        except Refused as refused:
            if not all(isinstance(problem, CategoryNotHere) for problem in refused.problems):
                raise
            continue
        assert decide_case(decider, query).periods


def test_the_rulebook_itself_is_left_alone() -> None:
    before = rulebook().rules
    planned = plan_ahead(rulebook(), 2030)
    assert rulebook().rules is before
    assert planned.hash == rulebook().hash
    assert not carried(rulebook())


def test_every_yearly_text_stands_in_a_series_or_alone() -> None:
    """A budget guideline or village-fund rule outside its series would not be carried, and nobody would notice."""
    book = rulebook()
    core = [it for it in book.regulations.values() if it.core is Core.BUDGET_GUIDELINE]
    assert {it.series for it in core} == {GUIDELINE}
    years = [it.validity.years for it in book.regulations.values() if it.series == VILLAGE_FUND]
    assert len(years) == len(set(years)) > 3
    assert all(span and span[0] == span[1] for span in years)
