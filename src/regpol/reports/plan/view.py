"""What every face of a plan shows, worked out once: sums by fund, people, cash, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from regpol.budget.allocation.recipients import Recipient
from regpol.budget.planning.plan import MANDATORY, Plan, PlanGround, PlanLine
from regpol.project.rka_format import BudgetShape
from regpol.reports.plan.rka import YEAR_END, BudgetLine, MissingCode, budget_lines, missing_codes


@dataclass(frozen=True)
class Sums:
    """Rupiah of some lines: what is known, how it splits, and whether something is missing from it."""

    total: int
    mandatory: int
    this_year: int
    complete: bool

    @property
    def discretionary(self) -> int:
        """What the region pays because it chose to."""
        return self.total - self.mandatory

    @property
    def next_year(self) -> int:
        """What falls into the cash of the next year."""
        return self.total - self.this_year


def sums(lines: Iterable[PlanLine]) -> Sums:
    """The sums of some lines; a line whose amount is not known makes them incomplete."""
    total = mandatory = this_year = 0
    complete = True
    for line in lines:
        amount = line.amount or 0
        complete = complete and line.amount is not None
        total += amount
        mandatory += amount if line.obligation == MANDATORY else 0
        this_year += amount if line.month_cash <= YEAR_END else 0
    return Sums(total, mandatory, this_year, complete)


@dataclass(frozen=True)
class PlanView:
    """A plan with the budget lines of its two forms, the codes they lack, and who is paid where money has ceilings."""

    plan: Plan
    rka_shape: BudgetShape
    village_shape: BudgetShape
    rka: tuple[BudgetLine, ...]
    village: tuple[BudgetLine, ...]
    missing: tuple[MissingCode, ...]
    recipients: tuple[Recipient, ...] = ()

    @property
    def unread(self) -> tuple[str, ...]:
        """The texts on which lines rest and that were not read, with how many rupiah rest on each."""
        resting: dict[str, int] = {}
        amounts = self.plan.by("ground")
        for (key,), amount in amounts.items():
            for text in self.plan.grounds[key].unread:
                resting[text] = resting.get(text, 0) + amount
        return tuple(sorted(resting, key=lambda text: (-resting[text], text)))

    def resting(self, text: str) -> int:
        """Whole rupiah of the lines that rest on a text."""
        amounts = self.plan.by("ground")
        return sum(amount for (key,), amount in amounts.items() if text in self.plan.grounds[key].unread)

    @cached_property
    def _ground_texts(self) -> dict[str, str]:
        return {key: f"{number}. {_cited(it)}" for number, (key, it) in enumerate(self.plan.grounds.items(), 1)}

    def ground_text(self, key: str) -> str:
        """On what a line rests: the number of its ground in the sheet of grounds, and the provisions it cites."""
        return self._ground_texts[key]

    @property
    def district(self) -> str:
        """What a kecamatan is called there."""
        return self.plan.names.get("sebutan:kecamatan", "Kecamatan")

    @property
    def village_word(self) -> str:
        """What a desa is called there."""
        return self.plan.names.get("sebutan:desa", "Desa")

    @property
    def lowest(self) -> str:
        """What the lowest units are called there, those under a city and those with a government of their own."""
        return f"{self.plan.names.get('sebutan:kelurahan', 'Kelurahan')}/{self.village_word.lower()}"

    def grouped(self, attribute: str) -> dict[str, list[PlanLine]]:
        """The lines by one of their attributes, in the order of the plan."""
        found: dict[str, list[PlanLine]] = {}
        for line in self.plan.lines:
            found.setdefault(str(getattr(line, attribute)), []).append(line)
        return found


def _cited(it: PlanGround) -> str:
    cited = "; ".join(f"{citation} [{evidence}]" for citation, evidence in it.citations)
    return cited or it.about


def view_of(plan: Plan, rka: BudgetShape, village: BudgetShape) -> PlanView:
    """The view of a plan in the shapes of a project."""
    regional, rural = budget_lines(plan, rka, village=False), budget_lines(plan, village, village=True)
    missing = missing_codes(plan, regional, rka) + missing_codes(plan, rural, village)
    return PlanView(plan, rka, village, regional, rural, tuple(dict.fromkeys(missing)))
