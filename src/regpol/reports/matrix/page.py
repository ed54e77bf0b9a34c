"""The matrix as a page one prints and discusses in a meeting; each cell opens its grounds.

The page holds everything: it fetches nothing, and without its script only the filters are missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from regpol.reports.answer_words import GRADES, MEANING
from regpol.reports.matrix.view import MatrixView, Name, SectionView
from regpol.terms.answer import Answer, Evidence
from regpol.terms.dates import long_date

TEMPLATE = "layout/matriks.html.j2"


def matrix_html(view: MatrixView, templates: Path) -> str:
    """The page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    groups = tuple(_groups(view))
    return environment.get_template(TEMPLATE).render(
        view=view,
        meaning=MEANING,
        grades=GRADES,
        mirror=Evidence.MIRROR,
        categories=tuple(dict.fromkeys(section.category for section in view.sections)),
        overview=tuple(_overview(view, groups)),
        groups=groups,
    )


@dataclass(frozen=True)
class Group:
    """Categories that answer alike in a period, grounds included; shown once."""

    anchor: str
    categories: tuple[Name, ...]
    section: SectionView


@dataclass(frozen=True)
class Line:
    """A line of the overview. ``start``: since when it holds, where an earlier line holds before."""

    section: SectionView
    anchor: str
    start: str
    paid: str
    open: str


def _groups(view: MatrixView) -> Iterator[Group]:
    alike: dict[SectionView, list[Name]] = {}
    for section in view.sections:
        alike.setdefault(replace(section, category=("", ""), later=False), []).append(section.category)
    for number, (section, categories) in enumerate(alike.items(), 1):
        yield Group(f"k{number}", tuple(categories), section)


def _overview(view: MatrixView, groups: tuple[Group, ...]) -> Iterator[Line]:
    """A line for each category, and another where its programmes, segment or funds change within the year."""
    told: tuple[object, ...] = ()
    for section in view.sections:
        anchor = next(
            group.anchor
            for group in groups
            if section.category in group.categories and section.period == group.section.period
        )
        start = long_date(section.period.start) if section.later else ""
        line = Line(section, anchor, start, _funds(section, _PAID), _still_open(section))
        marks = [(it.answer, it.weak) if it else None for it in section.programmes]
        said = section.category, section.segment, line.paid, line.open, *marks
        if said != told:
            yield line
        told = said


_PAID = frozenset(answer for answer in Answer if answer.positive)
_OPEN = frozenset(answer for answer in Answer if answer.open)


def _funds(section: SectionView, answers: frozenset[Answer]) -> str:
    """The funds of which some programme has one of these answers."""
    found = [row for row in section.rows if any(it and it.answer in answers for it in row.cells)]
    return ", ".join(short for row in found for _, short in row.funds)


def _still_open(section: SectionView) -> str:
    rows = [row for row in section.rows if any(it and it.answer in _OPEN for it in row.cells)]
    still, every = (sum(len(row.funds) for row in some) for some in (rows, section.rows))
    return f"{still} dari {every}" if every else "–"
