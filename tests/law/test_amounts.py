"""Each amount and payer of the rules against the same, written a second time from its source."""

import pytest

from law_amounts import Amount, amounts, written
from legal_cases import rulebook


@pytest.mark.parametrize("amount", amounts(), ids=lambda it: f"{it.name} {' '.join(it.rest)} {it.day}")
def test_an_amount_is_what_its_source_says(amount: Amount) -> None:
    assert amount.holds(rulebook()), f"{amount.provision}: {amount.expected}"


def test_what_is_written_a_second_time_rests_on_a_regulation_of_the_rulebook() -> None:
    names = tuple(rulebook().regulations)
    assert not [it for it in amounts() if not it.provision.startswith(names)]


def test_amounts_are_read_as_the_law_writes_them() -> None:
    assert (written("0,24 %", "persen"), written("Rp6.800", "rupiah"), written("30", "hari_kerja")) == (
        2400,
        680_000,
        30,
    )
