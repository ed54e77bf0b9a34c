"""The quality of registers as one page to read, search and print; it fetches nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regpol.register.quality.findings import Finding
from regpol.register.quality.report import Kind, QualityReport, UnitQuality
from regpol.reports.quality.words import (
    MASKED,
    NOTICE_MASKED,
    NOTICE_WHOLE,
    WHOLE,
    Identities,
    first_rows,
    groups,
    list_name,
    missing_words,
    most_frequent,
    summary_sentence,
)
from regpol.terms.dates import long_date
from regpol.terms.language import thousands

TEMPLATE = "layout/mutu-register.html.j2"
_MOST = 200
_ROWS = 8
_LONGEST_BAR = 62


@dataclass(frozen=True)
class Part:
    """A part of the whole; the bar is divided by the counts."""

    css: str
    words: str
    count: int


@dataclass(frozen=True)
class KindLine:
    """A kind as a line of a table; ``width`` of its bar in percent of the cell."""

    code: str
    title: str
    rows: int
    width: int
    to_do: str
    owner: str
    first: str


@dataclass(frozen=True)
class Group:
    """The kinds of one weight."""

    css: str
    words: str
    explained: str
    kinds: tuple[KindLine, ...]


@dataclass(frozen=True)
class UnitLine:
    """A unit with its most frequent findings in words."""

    name: str
    code: str
    read: int
    rejected: int
    troubled: int
    most: str


@dataclass(frozen=True, repr=False)
class RowLine:
    """A finding with who it is about; it has no printed form."""

    list: str
    row: int
    unit: str
    name: str
    nik: str
    found: str
    action: str


@dataclass(frozen=True)
class RowsOfKind:
    """The findings of a kind, as many as the page shows."""

    code: str
    title: str
    owner: str
    count: int
    lines: tuple[RowLine, ...]


def quality_html(report: QualityReport, templates: Path, *, masked: bool = True) -> str:
    """The page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["ribuan"] = thousands
    return environment.get_template(TEMPLATE).render(
        report=report,
        day=long_date(report.on_date),
        lists=[list_name(report, at) for at in range(len(report.lists))],
        notice=NOTICE_MASKED if masked else NOTICE_WHOLE,
        sentence=summary_sentence(report),
        parts=tuple(_parts(report)),
        groups=tuple(_groups(report)),
        missing=[(fact.name, missing_words(fact), fact.holder) for fact in report.missing],
        units=[_unit(report, unit) for unit in report.units],
        rows=tuple(_rows(report, Identities(report, MASKED if masked else WHOLE))),
        most=_MOST,
    )


def _parts(report: QualityReport) -> Iterator[Part]:
    counts = (
        ("good", "baris baik", report.faultless),
        ("warning", "baris dapat dipakai tetapi perlu diperiksa", report.to_check),
        ("error", "baris ditolak sampai diperbaiki", report.rejected),
    )
    for css, words, count in counts:
        yield Part(css, words, count)


def _groups(report: QualityReport) -> Iterator[Group]:
    largest = max((kind.rows for kind in report.kinds if kind.problem.code not in report.everywhere), default=1)
    for severity, words, explained, kinds in groups(report):
        yield Group(str(severity), words, explained, tuple(_kind(report, kind, largest) for kind in kinds))


def _kind(report: QualityReport, kind: Kind, largest: int) -> KindLine:
    return KindLine(
        code=kind.problem.code,
        title=kind.problem.title,
        rows=kind.rows,
        width=max(min(_LONGEST_BAR * kind.rows // largest, _LONGEST_BAR), 1),
        to_do=f"{kind.to_do[:1].upper()}{kind.to_do[1:]}",
        owner=kind.owner,
        first=first_rows(report, kind, _ROWS),
    )


def _unit(report: QualityReport, unit: UnitQuality) -> UnitLine:
    return UnitLine(unit.name, unit.code, unit.read, unit.rejected, unit.troubled, most_frequent(report, unit))


def _rows(report: QualityReport, who: Identities) -> Iterator[RowsOfKind]:
    by_kind: dict[str, list[Finding]] = {}
    for one in report.single:
        by_kind.setdefault(one.problem.code, []).append(one)
    for kind in (kind for kind in report.kinds if kind.problem.code in by_kind):
        found = by_kind[kind.problem.code]
        lines = tuple(_row(report, one, who) for one in found[:_MOST])
        yield RowsOfKind(kind.problem.code, kind.problem.title, kind.owner, len(found), lines)


def _row(report: QualityReport, one: Finding, who: Identities) -> RowLine:
    found, _, action = one.problem.sentences
    listed = list_name(report, one.table)
    return RowLine(listed, one.row, report.unit_name(one.unit), who.name(one), who.nik(one), found, action)
