"""Turns what was typed for ``why`` into the findings it asks about."""

from dataclasses import dataclass

from regpol.decision.case import PeriodAnswer
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, UnknownChoice


@dataclass(frozen=True)
class Asked:
    """Which answers ``why`` was asked about; a fund with a programme narrows to both."""

    programme: str | None
    fund: str | None
    segment: bool
    membership: bool

    def check(self, rulebook: Rulebook) -> None:
        """Refuses names the rulebook lacks, and a question about nothing."""
        for vocabulary, name in (("program", self.programme), ("dana", self.fund)):
            if name and name not in rulebook.vocabulary[vocabulary]:
                known = tuple(rulebook.vocabulary[vocabulary])
                raise Refused(UnknownChoice(place=NOWHERE, what=vocabulary, given=name, known=known))
        if not (self.programme or self.fund or self.segment or self.membership):
            raise Refused(
                BadOption(
                    place=NOWHERE,
                    trouble="tidak disebut apa yang ditanyakan",
                    meaning="--programme, --fund, --segment, atau --membership",
                    example="regpol why --category ketua_rt --region 52.71 --year 2025 --programme jkk",
                )
            )

    def among(self, period: PeriodAnswer) -> tuple[Finding, ...]:
        """The findings of a period that were asked about."""
        found: list[Finding] = []
        if self.membership:
            found.append(period.membership)
        if self.segment:
            found.append(period.segment.finding)
        if self.fund:
            found += [f for f in period.funding if f.object == self.fund and self.programme in {None, f.programme}]
        elif self.programme:
            found += [f for f in period.programmes if f.object == self.programme]
        return tuple(found)
