"""The choices a region makes where the law leaves room, as they stand in a project file.

Whether the law does leave room is not decided here: the decision floor lays these choices over the
law's answer and refuses those that go against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from regpol.terms.money import MILLION, Rate, Rounding, rupiah_from_sen
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Problem
from regpol.terms.problems.policy import PaidTwice, SharesIncomplete

WAGE_BASES = {word: word for word in ("upah_minimum", "penghasilan")}


@dataclass(frozen=True)
class FundChoice:
    """A fund that is to pay: the whole when its turn comes, or the share it is given."""

    fund: str
    share: Rate | None = None


@dataclass(frozen=True)
class WageBase:
    """What a share of wages is counted on: one of `WAGE_BASES`, or a fixed sum in sen (an honorarium)."""

    kind: str = ""
    sen: int | None = None

    @property
    def words(self) -> str:
        """The choice as an official reads it."""
        kind = self.kind.replace("_", " ")
        return kind if self.sen is None else f"{kind} {rupiah_from_sen(self.sen)}"


@dataclass(frozen=True)
class Policy:
    """Choices by category code; ``places`` tells where each was written, for messages.

    The funds of a category stand in the order in which they pay, or each with its share.
    """

    segments: dict[str, str] = field(default_factory=dict)
    programmes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    funds: dict[str, tuple[FundChoice, ...]] = field(default_factory=dict)
    wage_base: str = ""
    risk_group: str = ""
    rounding: Rounding = Rounding.HALF_UP
    entry_age: tuple[int, int] = (0, 0)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    rounding_chosen: bool = False
    wage_bases: dict[str, WageBase] = field(default_factory=dict)

    @property
    def categories(self) -> frozenset[str]:
        """Every category with a segment, programmes or funds of its own choice."""
        return frozenset((*self.segments, *self.programmes, *self.funds))

    def base_of(self, category: str) -> WageBase:
        """The wage base of a category: its own, else the one of all."""
        return self.wage_bases.get(category, WageBase(self.wage_base))

    def place(self, kind: str, category: str) -> Place:
        """Where the choice of a kind ("segmen", "program", "dana", "dasar_upah") for a category was written."""
        return self.places.get((kind, category), NOWHERE)

    def fund(self, category: str) -> str:
        """The fund that pays first, empty if none was chosen."""
        return next(iter(self.fund_codes(category)), "")

    def fund_codes(self, category: str) -> tuple[str, ...]:
        """The chosen funds of a category, first the one that pays first."""
        return tuple(choice.fund for choice in self.funds.get(category, ()))

    def rank(self, category: str, fund: str) -> int | None:
        """The place of a fund among those chosen, from 1; None if it was not chosen.

        >>> Policy(funds={"kader": (FundChoice("add"), FundChoice("pades"))}).rank("kader", "pades")
        2
        """
        codes = self.fund_codes(category)
        return codes.index(fund) + 1 if fund in codes else None

    def share(self, category: str, fund: str) -> Rate | None:
        """The share a fund was given, None if it pays in its turn."""
        return next((choice.share for choice in self.funds.get(category, ()) if choice.fund == fund), None)

    def money_problems(self) -> Iterator[Problem]:
        """Funds chosen so that one contribution would be paid twice, or not be paid in full."""
        for category, choices in self.funds.items():
            place, codes = self.place("dana", category), self.fund_codes(category)
            for fund in dict.fromkeys(code for code in codes if codes.count(code) > 1):
                yield PaidTwice(place=place, category=category, how=f"{fund} disebut {codes.count(fund)} kali")
            shares = [choice.share for choice in choices if choice.share]
            total = sum(share.millionths for share in shares)
            if shares and total > MILLION:
                how = f"bagian {', '.join(codes)} seluruhnya {_percent(total)}"
                yield PaidTwice(place=place, category=category, how=how)
            elif shares and (total < MILLION or len(shares) < len(choices)):
                told = f"bagian yang disebut seluruhnya {_percent(total)} dari {len(choices)} dana"
                yield SharesIncomplete(place=place, category=category, told=told)


NO_POLICY = Policy()


@dataclass(frozen=True)
class Ahead:
    """A plan for a year whose texts and values are not all known: ``growth`` is what the minimum wage gains a year."""

    growth: Rate | None = None


def _percent(millionths: int) -> str:
    return str(Rate(millionths))
