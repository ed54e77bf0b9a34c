"""Every reachable situation has an answer, and the walk finds the one that has not."""

from dataclasses import replace

import pytest

from legal_cases import rulebook
from regpol.decision.walk import walk
from regpol.law.model import Question


@pytest.mark.parametrize("region", ["52.71", "93.01", "31.71"])
def test_the_shipped_rulebook_answers_everyone(region: str) -> None:
    found = walk(rulebook(), region, rulebook().budget_years)
    assert not found.gaps, "\n".join(map(str, found.gaps))
    assert found.situations > 500


@pytest.mark.parametrize("dropped", ["diam/uang-desa-untuk-non-asn", "pp-44-2015/setiap-orang-bekerja"])
def test_a_rule_that_is_gone_leaves_gaps_with_a_person_in_each(dropped: str) -> None:
    gone = rulebook().rule(dropped)
    book = replace(rulebook(), rules=tuple(rule for rule in rulebook().rules if rule.id != dropped))
    found = walk(book, "93.01", (2025,))
    assert {gap.question for gap in found.gaps} == {str(gone.question)}
    assert {gap.object for gap in found.gaps} <= set(gone.norm.objects)
    assert all("tahun anggaran 2025" in gap.situation for gap in found.gaps)


def test_a_segment_the_law_closes_is_not_walked() -> None:
    """A self-employed worker is never PU, so a missing rule for PU alone is no gap of theirs."""
    only = tuple(rule for rule in rulebook().rules if rule.question is not Question.DOCUMENT)
    book = replace(rulebook(), rules=only)
    assert not walk(book, "52.71", (2025,)).gaps
