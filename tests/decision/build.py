"""Small handmade rules, for tests that say in one line what a norm is."""

from collections.abc import Iterable
from datetime import date

from regpol.law.model import (
    Among,
    Between,
    Category,
    Condition,
    Fact,
    FactKind,
    Ladder,
    Modality,
    Norm,
    Origin,
    Provision,
    Question,
    Reading,
    Regulation,
    Rule,
    Rulebook,
    Term,
)
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import NEVER_ENDS, Span, Validity
from regpol.terms.place import Place

HERE = Place("uji.yaml", 1)
ABOVE = {
    "uu": (),
    "pp": ("uu",),
    "permen": ("uu", "pp"),
    "perda": ("uu", "pp"),
    "inpres": ("uu", "pp"),
    "se": ("uu", "pp", "permen"),
}
LADDER = Ladder(
    {kind: kind.upper() for kind in ABOVE},
    {kind: kind.upper() for kind in ABOVE},
    {kind: frozenset(above) for kind, above in ABOVE.items()},
    frozenset({"inpres", "se"}),
)
CATEGORIES = ("rt", "rw", "kader", "mandiri")
OBJECTS = {
    "kepesertaan": ("peserta",),
    "segmen": ("pu", "bpu"),
    "program": ("jkk", "jkm"),
    "dana": ("apbd", "add"),
    "tindakan": ("mendaftarkan",),
    "dokumen": ("ktp",),
    "pihak": ("pekerja",),
}
DAY = date(2025, 6, 30)


def fact(code: str, options: tuple[str, ...], origin: Origin, question: Question | None = None) -> Fact:
    kind = FactKind.CODE if options else FactKind.NUMBER
    return Fact(code, code, kind, "", options, options, origin, question, f"{code}?", "petugas")


FACTS = {
    "kategori": fact("kategori", CATEGORIES, Origin.CASE),
    "program": fact("program", OBJECTS["program"], Origin.CASE),
    "segmen": fact("segmen", OBJECTS["segmen"], Origin.QUESTION, Question.SEGMENT),
    "usia": fact("usia", (), Origin.PERSON),
    "upah": fact("upah", (), Origin.PERSON),
    "sk": fact("sk", ("ya", "tidak"), Origin.PERSON),
    "unit": fact("unit", ("desa", "kelurahan"), Origin.REGION),
}


def when(**cells: str | tuple[str, ...] | tuple[int | None, int | None]) -> Condition:
    """A condition: codes for a code, (low, high) for a number."""
    tests: list[Among | Between] = []
    for name, cell in sorted(cells.items()):
        if FACTS[name].options:
            tests.append(Among(name, frozenset({cell} if isinstance(cell, str) else cell)))
        else:
            low, high = cell
            tests.append(Between(name, low, high))
    return tuple(tests)


def rule(
    name: str,
    modality: Modality,
    objects: str | tuple[str, ...] = "apbd",
    *,
    kind: str = "permen",
    issuer: str = "",
    scope: str = "nasional",
    conditions: Iterable[Condition] = ((),),
    question: Question = Question.FUNDING,
    since: date | tuple[date, date] = date(2020, 1, 1),
    until: date | None = None,
    years: tuple[int, int] | None = None,
    overrides: tuple[str, ...] = (),
    reading: str = "",
    provision: str = "",
    room: str = "",
) -> Rule:
    """A rule; ``since`` with two days is a start that no source shows."""
    start = Span(*since) if isinstance(since, tuple) else Span(since, since)
    validity = Validity(start, Span(until, until) if until else NEVER_ENDS, years)
    made_in = None
    if modality is not Modality.SILENT:
        regulation = Regulation(
            *(f"{kind.upper()} {name}", name, kind, "1", "2020", "uji", scope, issuer, "", validity),
            *((), None, "lengkap", (), "", "", HERE),
        )
        citation = Citation(regulation.name, "Pasal 1")
        made_in = Provision(provision or name, regulation, citation, "uji", Evidence.MIRROR, (), validity, "", "", HERE)
    return Rule(
        name,
        question,
        made_in,
        tuple(conditions),
        Norm("pekerja", modality, (objects,) if isinstance(objects, str) else objects, ""),
        validity,
        Reading(reading, ()) if reading else None,
        overrides,
        (),
        room,
        "",
        kind in LADDER.instructing,
        (),
        HERE,
    )


def book(*rules: Rule) -> Rulebook:
    """A rulebook of these rules; what they leave open is declared silent, so that no gap stands in the way."""
    vocabulary = {
        name: {code: Term(code, code, code, "", "", umbrella=False, elsewhere=False) for code in codes}
        for name, codes in OBJECTS.items()
    }
    asked = {one.question for one in rules}
    filling = [
        rule(f"diam-{question}", Modality.SILENT, OBJECTS[question.vocabulary], question=question)
        for question in Question
        if question.complete and question not in asked
    ]
    return Rulebook(
        "uji",
        LADDER,
        vocabulary,
        {code: Category(code, code, (), "", (), ()) for code in CATEGORIES},
        FACTS,
        {it.provision.regulation.name: it.provision.regulation for it in rules if it.provision},
        (),
        (*rules, *filling),
        {},
        (),
        (),
        (),
    )
