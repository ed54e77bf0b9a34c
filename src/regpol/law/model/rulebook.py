"""The rulebook as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from regpol.law.model.amounts import Account, Contribution, Discount, Practice, Value
from regpol.law.model.benefits import Benefit
from regpol.law.model.calendar import BudgetCalendar
from regpol.law.model.kinds import Question
from regpol.law.model.lists import Category, Fact, Ladder, Source, Term
from regpol.law.model.norms import Provision, Regulation, Rule
from regpol.law.model.regions import RegionLaw


@dataclass(frozen=True)
class Rulebook:
    """Everything the files say, linked."""

    hash: str
    ladder: Ladder
    vocabulary: dict[str, dict[str, Term]]
    categories: dict[str, Category]
    facts: dict[str, Fact]
    regulations: dict[str, Regulation]
    provisions: tuple[Provision, ...]
    rules: tuple[Rule, ...]
    values: dict[str, Value]
    contributions: tuple[Contribution, ...]
    accounts: tuple[Account, ...]
    practices: tuple[Practice, ...]
    sources: dict[str, Source] = field(default_factory=dict)
    discounts: tuple[Discount, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    regions: RegionLaw = field(default_factory=RegionLaw)
    calendar: BudgetCalendar = field(default_factory=BudgetCalendar)
    assumptions: tuple[str, ...] = ()
    """What was carried into a year whose own texts do not exist or were not read; empty in the law as it is."""

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The categories one can ask about, in the order of the taxonomy."""
        parents = {parent for category in self.categories.values() for parent in category.parents}
        return tuple(code for code in self.categories if code not in parents)

    @cached_property
    def budget_years(self) -> tuple[int, ...]:
        """The budget years some regulation speaks of, in order."""
        spans = [rule.validity.years for rule in self.rules if rule.validity.years]
        return tuple(sorted({year for first, last in spans for year in range(first, last + 1)}))

    def rules_for(self, question: Question, region: str) -> Iterator[Rule]:
        """The rules of a question whose scope covers the region."""
        for rule in self.rules:
            if rule.question is question and (not rule.provision or rule.provision.regulation.covers(region)):
                yield rule

    def rule(self, rule_id: str) -> Rule:
        """A rule by its id."""
        return self._by_id[rule_id]

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    def term(self, vocabulary: str, code: str) -> Term:
        """An entry of a closed list."""
        return self.vocabulary[vocabulary][code]
