"""What one person's contribution to a programme is, in exact whole rupiah.

A contribution is a share of a wage base or a fixed amount; there are no formulas. The arithmetic
exists for one person and for columns, both from the same `Tariff`, and a property test holds them
together. A value that is not known gives None, never zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from regpol.law.model import WAGES, Contribution, Rulebook, Value, ValueRow
from regpol.project.policy import Ahead, Policy
from regpol.terms.answer import Evidence
from regpol.terms.dates import Force
from regpol.terms.money import MILLION, SEN, Rate, Rounding, rupiah_from_sen


@dataclass(frozen=True)
class Tariff:
    """How one payer's part is computed: ``millionths`` of the base up to ``cap``, or ``fixed``; in sen."""

    payer: str
    segment: str
    millionths: int | None
    fixed: int | None
    cap: int | None
    rounding: Rounding
    evidence: Evidence

    def amount(self, base: int | None) -> int | None:
        """Whole rupiah a month on a base in sen; None where base or tariff is not known.

        >>> Tariff("pemberi_kerja", "pu", 2400, None, None, Rounding.HALF_UP, Evidence.MIRROR).amount(285_962_000)
        6863
        """
        if self.fixed is not None:
            return self.fixed // SEN
        if self.millionths is None or base is None:
            return None
        counted = base if self.cap is None else min(base, self.cap)
        return Rate(self.millionths).of(counted, self.rounding)

    def reduced(self, share: int) -> "Tariff":
        """The tariff less a share of it in millionths; not known where the rest is no exact number.

        >>> made = Tariff("pekerja", "bpu", None, 1_000_000, None, Rounding.HALF_UP, Evidence.MIRROR)
        >>> made.reduced(500_000).amount(None)
        5000
        """
        return replace(self, millionths=_less(self.millionths, share), fixed=_less(self.fixed, share))

    @property
    def label(self) -> str:
        """The tariff as the law writes it."""
        if self.fixed is not None:
            return rupiah_from_sen(self.fixed)
        return "belum diketahui" if self.millionths is None else str(Rate(self.millionths))


def _less(amount: int | None, share: int) -> int | None:
    if amount is None:
        return None
    whole, rest = divmod(amount * (MILLION - share), MILLION)
    return None if rest else whole


def amount_sql(base: str, millionths: str, fixed: str, cap: str, rounding: Rounding) -> str:
    """`Tariff.amount` over columns; every argument is a column or a literal, in sen.

    Written so that no step depends on how an engine rounds, overflows or treats NULL in `least`: the
    base is split, so that no product comes near 64 bits.
    """
    counted = f"(CASE WHEN {cap} IS NOT NULL AND {base} > {cap} THEN {cap} ELSE {base} END)"
    whole = MILLION * SEN
    rest = f"(({counted} % {whole}) * {millionths} + {rounding.addend}) // {whole}"
    share = f"({counted} // {whole}) * {millionths} + {rest}"
    return (
        f"CASE WHEN {fixed} IS NOT NULL THEN {fixed} // {SEN} "
        f"WHEN {millionths} IS NULL OR {base} IS NULL THEN NULL ELSE {share} END"
    )


@dataclass(frozen=True)
class Base:
    """The wage base: an amount in sen, or None where no source gives it, and what it is called."""

    sen: int | None
    label: str
    evidence: Evidence
    assumed: bool = False


@dataclass(frozen=True)
class Terms:
    """The day and choices under which contributions are counted; ``ahead`` where the year is only planned."""

    day: date
    budget_year: int
    region: str
    policy: Policy
    ahead: Ahead | None = None


def minimum_wage(rulebook: Rulebook, terms: Terms) -> Base:
    """The minimum wage of the region, or of its province where the region sets none."""
    value = rulebook.values[WAGES]
    for code in (terms.region[:5], terms.region[:2]):
        row = value.on(terms.day, terms.budget_year, {"wilayah": code})
        if row:
            label = f"upah minimum {code} tahun {terms.day.year}"
            others = ", ".join(value.words(other.amount) for other in row.others)
            return Base(row.amount, label + (f" (sumber lain: {others})" if others else ""), row.evidence)
    if terms.ahead:
        for code in (terms.region[:5], terms.region[:2]):
            carried = _last_known(value, code, terms.day)
            if carried:
                return _grown(carried, code, terms.day.year, terms.ahead.growth)
    label = f"upah minimum {terms.region} tahun {terms.day.year} belum diketahui"
    return Base(None, ". ".join([label, *_not_found(value, terms)]), Evidence.NOT_FOUND)


def _not_found(value: Value, terms: Terms) -> Iterator[str]:
    """What is noted of rows that were looked for and not found."""
    for code in (terms.region[:5], terms.region[:2]):
        for row in value.unread:
            if row.keys == (("wilayah", code),) and row.validity.on(terms.day, terms.budget_year) is Force.YES:
                yield row.note


def _grown(row: ValueRow, code: str, year: int, growth: Rate | None) -> Base:
    """The last minimum wage known, carried to a year; with a growth it gains that much each year, to the rupiah."""
    known, amount = row.validity.since.latest.year, row.amount
    for _ in range(year - known if growth else 0):
        amount += growth.of(amount, Rounding.HALF_UP) * SEN if growth else 0
    rise = f" dengan kenaikan {growth} setahun" if growth else ""
    return Base(amount, f"upah minimum {code} tahun {known} dibawa ke {year}{rise}", row.evidence, assumed=True)


def _last_known(value: Value, code: str, day: date) -> ValueRow | None:
    rows = [row for row in value.rows if dict(row.keys).get("wilayah") == code and row.validity.since.latest <= day]
    return max(rows, key=lambda row: row.validity.since.latest, default=None)


def tariffs(rulebook: Rulebook, programme: str, segment: str, terms: Terms) -> tuple[Tariff, ...]:
    """Each payer's part of a month; empty where no monthly contribution is recorded."""
    return tuple(
        _tariff(rulebook, contribution, share.payer, share.value, terms)
        for contribution in contributions(rulebook, programme, segment, terms)
        if contribution.monthly
        for share in contribution.shares
    )


def contributions(rulebook: Rulebook, programme: str, segment: str, terms: Terms) -> tuple[Contribution, ...]:
    """How a programme is paid for in a segment on a day."""
    return tuple(
        contribution
        for contribution in rulebook.contributions
        if programme in {contribution.programme, *contribution.covers}
        and contribution.segment == segment
        and contribution.validity.on(terms.day, terms.budget_year) is Force.YES
    )


def _tariff(rulebook: Rulebook, it: Contribution, payer: str, name: str, terms: Terms) -> Tariff:
    keys = {"kelompok_risiko": terms.policy.risk_group, "wilayah": terms.region}
    value = rulebook.values[name]
    row = value.on(terms.day, terms.budget_year, keys)
    cap = rulebook.values[it.cap].on(terms.day, terms.budget_year, keys) if it.cap else None
    # a share of a wage whose cap is not known would be counted too high
    amount = row.amount if row and (cap or not it.cap) else None
    used = [row, cap] if it.cap else [row]
    share = value.unit == "persen"
    return Tariff(
        payer,
        it.segment,
        amount if share else None,
        None if share else amount,
        cap.amount if cap else None,
        terms.policy.rounding,
        min(it.evidence, *(found.evidence if found else Evidence.NOT_FOUND for found in used)),
    )
