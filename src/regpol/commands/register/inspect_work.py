"""The work behind ``register inspect``: lists read and cleaned, compared, and held against the law."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from regpol.commands import shell
from regpol.commands.register.work import Desk, Work
from regpol.decision.row_attention import age_limits, missing_facts
from regpol.register.quality.findings import compared, findings_of
from regpol.register.quality.persons import List, persons_of
from regpol.register.quality.report import MissingFact, QualityReport
from regpol.terms.dates import long_date
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.register_quality import AgeAtLegalLimit, AgeOutsidePolicy

_AGE, _BORN = "usia", "tanggal_lahir"


def inspected(desks: Sequence[Desk]) -> QualityReport:
    """The quality of the registers on the desks, one for each file and all of one region."""
    first = desks[0]
    lists = tuple(List(desk.raw, desk.register) for desk in desks)
    persons = persons_of(lists, first.units)
    beside, left = compared(persons, lists)
    more: list[tuple[int, Problem]] = [(person.table, problem) for person, problem in beside]
    missing: dict[str, MissingFact] = {}
    told = shell.progress_bar("memeriksa")
    for at, desk in enumerate(desks):
        more += ((at, problem) for problem in _outside_policy(desk))
        with Work(desk) as work:
            more += ((at, problem) for problem in _at_legal_limits(desk, work))
            _add_missing(missing, desk, work)
        told(at + 1, len(desks))
    assumed = [f"{Path(desk.raw.file).name}: {said}" for desk in desks for said in desk.register.assumptions]
    return QualityReport(
        region=first.region.code,
        region_name=first.region.name,
        on_date=first.on,
        unit_names=dict(first.units.names),
        lists=lists,
        persons=persons,
        findings=findings_of(lists, persons, more),
        missing=tuple(sorted(missing.values(), key=lambda one: (-one.blocks, -one.blank, one.name))),
        said=(f"Usia dan masa SK dihitung pada {long_date(first.on)}", *assumed, *filter(None, [left])),
    )


def _outside_policy(desk: Desk) -> Iterator[Problem]:
    """People outside the age a project registers people at."""
    youngest, below = desk.policy.entry_age
    if not below:
        return
    limits = f"{youngest} sampai sebelum {below} tahun"
    people = desk.register.people
    for row, age in zip(people["row"], people[_AGE], strict=True):
        if isinstance(age, int) and not youngest <= age < below:
            side = f"di bawah {youngest} tahun" if age < youngest else f"{below} tahun atau lebih"
            day = long_date(desk.on)
            yield AgeOutsidePolicy(place=_place(desk, row), on_date=day, side=side, limits=limits)


def _at_legal_limits(desk: Desk, work: Work) -> Iterator[Problem]:
    """People whose age meets a rule that closes by age."""
    limits = {one.combination.number: age_limits(one, desk.book) for one in work.decided}
    met = [number for number, found in limits.items() if found]
    if not met:
        return
    rows = work.connection.execute(
        "SELECT row, number FROM situated WHERE list_contains($1, number) ORDER BY row", [met]
    ).fetchall()
    for row, number in rows:
        for limit in limits[number]:
            yield AgeAtLegalLimit(
                place=_place(desk, row),
                about=limit.about,
                answer=limit.answer.label,
                citation=limit.citation,
                evidence=limit.evidence.label,
            )


def _place(desk: Desk, row: object) -> Place:
    raw = desk.raw
    return Place(raw.file, int(str(row)), raw.fields.get(_BORN, raw.fields.get("nik", -1)) + 1, raw.sheet)


def _add_missing(found: dict[str, MissingFact], desk: Desk, work: Work) -> None:
    """Adds what one register does not tell: facts its answers depend on, and columns it leaves blank."""
    from collections import Counter

    blocks: Counter[str] = Counter()
    for one in work.decided:
        for code in missing_facts(one, desk.book):
            blocks[code] += one.combination.people
    people = desk.register.people
    for code, fact in desk.book.facts.items():
        if code not in people.types:
            continue
        blank = sum(value is None for value in people[code])
        column = code in desk.raw.fields or (code == _AGE)
        if not blocks[code] and not (column and blank):
            continue
        before = found.get(code)
        found[code] = MissingFact(
            fact.name,
            fact.changed_by,
            column or bool(before and before.column),
            blank + (before.blank if before else 0),
            blocks[code] + (before.blocks if before else 0),
        )
