"""The work behind the register verbs: opening a register, deciding and costing it in columns."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from regpol.budget.contribution import Tariff
from regpol.budget.costing import cost
from regpol.budget.spans import spans
from regpol.commands import asking, shell
from regpol.commands.register_mapping import mapping_for
from regpol.decision.batch import decide_all
from regpol.decision.case import Query
from regpol.decision.findings import Decider
from regpol.law.model import Origin, Rulebook
from regpol.project.policy import Ahead, Policy
from regpol.project.project import Project, open_project
from regpol.project.region import attributes, find, units
from regpol.register.cleaning import clean
from regpol.register.columns import store
from regpol.register.reading import read
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.situations.columns import Combination, assign, layout, row_axes
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption

if TYPE_CHECKING:
    from regpol.documents.filling import Tally


class Desk:
    """What both verbs need: rulebook, region, day, and the register cleaned on that day."""

    def __init__(
        self,
        file: Path,
        project: Path | Project | None = None,
        *,
        region: str | None = None,
        year: int | None = None,
        on: str | None = None,
        sheet: str | None = None,
        mapping: Path | None = None,
        ahead: Ahead | None = None,
    ) -> None:

        opened = open_project(project) if isinstance(project, Path) else project
        if opened is None and (region is None or year is None):
            raise Refused(
                BadOption(
                    place=NOWHERE,
                    trouble="wilayah dan tahun belum diketahui",
                    meaning="--project FOLDER, atau --region KODE bersama --year TAHUN",
                    example="regpol register decide register.xlsx --project examples/mataram -o hasil.xlsx",
                )
            )
        self.region = find(opened.region if opened else region or "")
        self.year = opened.year if opened else year or 0
        self.policy = opened.policy if opened else Policy()
        self.ahead = ahead
        self.book = asking.rulebook_for(None, opened.regional if opened else (), self.year if ahead else None)
        self._check(opened.place if opened else NOWHERE)
        self.attributes: Mapping[str, str] = attributes(self.book.regions, self.region.code)
        vocabulary = vocabulary_of(self.book)
        told = mapping_for(file, mapping, opened, self.book)
        self.raw = raw = read(file, sheet, mapping=told, vocabulary=vocabulary, required=told.required)
        self.on = asking.chosen_day(on, date(self.year, 1, 1))
        self.units = units(self.region.code)
        self.register = clean(raw, vocabulary, on_date=self.on, units=self.units, category=told.category or None)

    def _check(self, place: Place) -> None:
        """The year and the choices, before anything is read."""
        problems = list(asking.unknown_choices(self.book, self.policy))
        if self.year not in self.book.budget_years:
            problems.append(asking.year_outside(self.book, self.year, place))
        if problems:
            raise Refused(*problems)


def vocabulary_of(book: Rulebook) -> Vocabulary:
    """The words a register may use, from the rulebook."""
    facts = tuple(
        Fact(fact.code, fact.name, FactKind(str(fact.kind)), {option: (option,) for option in fact.options})
        for fact in book.facts.values()
        if fact.origin is Origin.PERSON
    )
    names = {code: (book.categories[code].name, *book.categories[code].aliases) for code in book.leaves}
    return Vocabulary(facts, names)


class Work:
    """The columnar work on one register, from rows to costed rows; a context that closes its database."""

    def __init__(self, desk: Desk) -> None:

        self.connection = duckdb.connect()
        store(self.connection, desk.register)
        self._decide(desk)

    def _decide(self, desk: Desk) -> None:

        decider = Decider(desk.book, desk.region.code)
        axes = row_axes(desk.book, decider.targets.values())
        self._place(desk)
        columns = self.connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()
        made = layout(desk.book, axes, (name for (name,) in columns), desk.attributes)
        found = assign(self.connection, made)

        def ask(one: Combination) -> Query:
            facts = {**one.facts, **dict(desk.book.categories[one.category].implies)}
            return Query(one.category, desk.region.code, desk.year, None, facts, desk.policy, ahead=desk.ahead)

        self.decided = decide_all(decider, found, ask, shell.progress("memutus situasi", len(found)))
        self.spans = spans(desk.book, self.decided, desk.region.code, desk.year)
        cost(self.connection, self.spans, desk.policy.rounding)
        self.assumptions = (
            f"Usia dan masa SK dihitung pada {desk.on.isoformat()}",
            f"Pembulatan iuran: {desk.policy.rounding} (kebijakan; belum ada sumber yang mengaturnya)",
        )

    def _place(self, desk: Desk) -> None:
        """Gives each row the attributes of its own unit, where the region as a whole has no single value."""
        region_facts = [fact.code for fact in desk.book.facts.values() if fact.origin is Origin.REGION]
        codes = self.connection.execute("SELECT DISTINCT kelurahan FROM people WHERE kelurahan IS NOT NULL").fetchall()
        for fact in (code for code in region_facts if code not in desk.attributes):
            own = [(code, attributes(desk.book.regions, code).get(fact)) for (code,) in codes]
            self.connection.execute(f'ALTER TABLE people ADD COLUMN "{fact}" VARCHAR')
            self.connection.executemany(f'UPDATE people SET "{fact}" = $2 WHERE kelurahan = $1', own)  # noqa: S608

    def tallies(self) -> "tuple[Tally, ...]":
        """People and cost by category and kecamatan."""
        from regpol.documents.filling import Tally

        rows = self.connection.execute(
            "WITH person AS (SELECT row, CASE WHEN count(*) FILTER (WHERE monthly IS NULL) > 0 THEN NULL "
            "ELSE sum(monthly) END AS monthly, sum(yearly) AS yearly FROM costed GROUP BY row) "
            "SELECT kategori, kecamatan, count(*), sum(monthly), sum(yearly) FROM people LEFT JOIN person USING (row) "
            "GROUP BY kategori, kecamatan ORDER BY kategori, kecamatan"
        ).fetchall()
        return tuple(
            Tally(category, district or "", people, _whole(monthly), _whole(yearly))
            for category, district, people, monthly, yearly in rows
        )

    def tariffs(self) -> dict[tuple[str, str], tuple[tuple[Tariff, int | None], ...]]:
        """By category and programme, each payer's tariff in the last months of the year and its amount."""
        categories = {one.combination.number: one.combination.category for one in self.decided}
        found: dict[tuple[str, str], dict[str, tuple[Tariff, int | None]]] = {}
        for part in self.spans:
            if part.final:
                place = found.setdefault((categories[part.number], part.programme), {})
                place[part.payer] = (part.tariff, part.amount)
        return {key: tuple(parts.values()) for key, parts in found.items()}

    def __enter__(self) -> "Work":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))
