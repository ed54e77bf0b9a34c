"""What is put to every row of a register: region, year, choices and law, checked before a row is read.

Where the rows lie is another matter: a `Desk` holds them here, Spark reads them where they are. Both put the same
question and get the same answers.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from regpol.budget.row_amounts import RowAmounts, row_amounts
from regpol.budget.spans import Span, spans
from regpol.commands import opening
from regpol.decision.batch import DecidedCombination, decide_all
from regpol.decision.case import Query
from regpol.decision.findings import Decider
from regpol.law.model import Origin, Rulebook
from regpol.project.policy import Ahead, Policy
from regpol.project.project import Project, open_project
from regpol.project.region import attributes, find, units
from regpol.register.units import Units
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.reports.decided.register import SituationLine
from regpol.reports.decided.situation_lines import SituationWords
from regpol.situations.columns import Combination
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption


@dataclass(frozen=True, slots=True)
class Answers:
    """What is answered to the combinations that occur, and what it costs.

    ``programmes``: code and short name of each that somebody is in or pays for; ``lines``: each combination in words.
    """

    decided: tuple[DecidedCombination, ...]
    spans: tuple[Span, ...]
    programmes: tuple[tuple[str, str], ...]
    amounts: RowAmounts
    lines: tuple[SituationLine, ...]


class Question:
    """Rulebook, region, year and choices, each checked."""

    def __init__(
        self,
        project: Path | Project | None,
        region: str | None,
        year: int | None,
        *,
        ahead: Ahead | None = None,
        example: str = "regpol register decide register.xlsx --project examples/mataram -o hasil.xlsx",
    ) -> None:
        """``example``: the command to show where region and year are missing."""
        opened = open_project(project) if isinstance(project, Path) else project
        if opened is None and (region is None or year is None):
            raise Refused(
                BadOption(
                    place=NOWHERE,
                    trouble="wilayah dan tahun belum diketahui",
                    meaning="--project FOLDER, atau --region KODE bersama --year TAHUN",
                    example=example,
                )
            )
        self.project = opened
        self.region = find(opened.region if opened else region or "")
        self.year = opened.year if opened else year or 0
        self.policy = opened.policy if opened else Policy()
        self.ahead = ahead
        self.book = opening.rulebook_for(None, opened.regional if opened else (), self.year if ahead else None)
        problems = list(opening.unknown_choices(self.book, self.policy))
        if self.year not in self.book.budget_years:
            problems.append(opening.year_outside(self.book, self.year, opened.place if opened else NOWHERE))
        if problems:
            raise Refused(*problems)
        self.attributes: Mapping[str, str] = attributes(self.book.regions, self.region.code)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of a register, from the rulebook."""
        return vocabulary_of(self.book)

    @cached_property
    def units(self) -> Units:
        """The kecamatan, kelurahan and desa of the region."""
        return units(self.region.code)

    @cached_property
    def decider(self) -> Decider:
        """Who answers for the region."""
        return Decider(self.book, self.region.code)

    def of(self, one: Combination) -> Query:
        """The question put to one combination of facts."""
        facts = {**one.facts, **dict(self.book.categories[one.category].implies)}
        return Query(one.category, self.region.code, self.year, None, facts, self.policy, ahead=self.ahead)

    def answers(self, found: Sequence[Combination], progress: Callable[[int], None]) -> Answers:
        """Decides each combination once, for all rows that share it."""
        decided = decide_all(self.decider, found, self.of, progress)
        due = spans(self.book, decided, self.region.code, self.year)
        paid = {span.programme for span in due} | {code for one in decided for code in one.programmes(self.book)}
        programmes = tuple(
            (code, self.book.term("program", code).short) for code in self.book.vocabulary["program"] if code in paid
        )
        amounts = row_amounts(due, [code for code, _ in programmes], self.policy.rounding)
        words = SituationWords(self.decider, due, amounts)
        return Answers(decided, due, programmes, amounts, tuple(words.line(one) for one in decided))


def vocabulary_of(book: Rulebook) -> Vocabulary:
    """The words a register may use, from the rulebook."""
    facts = tuple(
        Fact(fact.code, fact.name, FactKind(str(fact.kind)), {option: (option,) for option in fact.options})
        for fact in book.facts.values()
        if fact.origin is Origin.PERSON
    )
    names = {code: (book.categories[code].name, *book.categories[code].aliases) for code in book.leaves}
    return Vocabulary(facts, names)
