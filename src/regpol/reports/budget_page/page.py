"""A report as one page of HTML that fetches nothing, and the same page as PDF.

The words stand in ``templates/layout``; here are only the frame, the pictures and the finished tables.
"""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regpol.reports.budget_page.charts import Chart, described

PLAN, COMPARISON = "layout/rencana.html.j2", "layout/banding.html.j2"


@dataclass(frozen=True)
class Figure:
    """A picture that lies in the page itself, and its words for whoever does not see it."""

    name: str
    source: str
    words: str


def figure(chart: Chart) -> Figure:
    """A chart drawn for the page."""
    from regpol.reports.budget_page.drawing import svg

    data = base64.b64encode(svg(chart).encode("utf-8")).decode("ascii")
    return Figure(chart.name, f"data:image/svg+xml;base64,{data}", described(chart))


def report_html(template: str, templates: Path, charts: tuple[Chart, ...], **said: Any) -> str:
    """The page; ``said`` are the views that the template words."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    figures = {chart.name: figure(chart) for chart in charts}
    return environment.get_template(template).render(figures=figures, **said)


def report_pdf(page: str) -> bytes:
    """The page laid out on paper.

    Raises:
        Refused: if it asks for anything outside itself.
    """
    from regpol.documents.writers.pdf import lay_out

    return lay_out(page)
