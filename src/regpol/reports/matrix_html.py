"""The matrix as a page one prints and discusses in a meeting; each cell opens its grounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regpol.decision.matrix import Cell
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.reports.case_text import cited
from regpol.terms.answer import Evidence

TEMPLATE = "layout/matriks.html.j2"


@dataclass(frozen=True)
class PageCell:
    """What a cell of the page shows."""

    answer: str
    label: str
    weak: bool
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class PageRow:
    """A line of a block: the programmes themselves, or one fund."""

    name: str
    cells: tuple[PageCell | None, ...]


@dataclass(frozen=True)
class Block:
    """A category in one period."""

    title: str
    programmes: tuple[str, ...]
    rows: tuple[PageRow, ...]


def matrix_html(rulebook: Rulebook, cells: tuple[Cell, ...], title: str, templates: Path) -> str:
    """The page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined)
    blocks = tuple(_blocks(rulebook, cells))
    page = environment.get_template(TEMPLATE)
    return page.render(title=title, blocks=blocks, rulebook=rulebook.hash[:12])


def _blocks(rulebook: Rulebook, cells: tuple[Cell, ...]) -> Iterator[Block]:
    for category, period in dict.fromkeys((cell.category, cell.period) for cell in cells):
        own = [cell for cell in cells if (cell.category, cell.period) == (category, period)]
        codes = list(dict.fromkeys(cell.programme.object for cell in own))
        answers = {cell.programme.object: cell.programme for cell in own}
        placed = {(cell.funding.object, cell.programme.object): cell.funding for cell in own if cell.funding}
        rows = [PageRow("Program", tuple(_cell(answers[code]) for code in codes))]
        for fund in dict.fromkeys(fund for fund, _ in placed):
            name = rulebook.term("dana", fund).short
            rows.append(PageRow(name, tuple(_cell(placed.get((fund, code))) for code in codes)))
        title = f"{rulebook.categories[category].name} ({own[0].segment.upper()}), {period.label}"
        yield Block(title, tuple(rulebook.term("program", code).short for code in codes), tuple(rows))


def _cell(finding: Finding | None) -> PageCell | None:
    if finding is None:
        return None
    weak = any(ground.rule.evidence < Evidence.MIRROR for ground in finding.grounds)
    grounds = dict.fromkeys(cited(ground) for ground in (*finding.grounds, *finding.instructed))
    return PageCell(str(finding.answer), finding.answer.label, weak, tuple(grounds))
