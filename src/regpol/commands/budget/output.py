"""What becomes of a plan: the form it is written in, and whether someone must look at it first."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from regpol.budget.planning.plan import to_json
from regpol.commands.budget.work import plan_with_people
from regpol.commands.results import check_form, check_overwrites
from regpol.project.policy import Ahead
from regpol.project.project import open_project
from regpol.reports.plan.view import PlanView, view_of


def view(
    file: Path, folder: Path, *, on: str | None = None, sheet: str | None = None, ahead: Ahead | None = None
) -> PlanView:
    """The plan of a register in the shapes of its project."""
    project = open_project(folder)
    made, people = plan_with_people(file, project, on=on, sheet=sheet, ahead=ahead)
    return replace(view_of(made, project.budget.rka, project.budget.village), recipients=people)


def needs_attention(it: PlanView) -> bool:
    """Whether someone must look at something before the plan is used."""
    plan = it.plan
    return bool(plan.uncounted or plan.outside or plan.counts.rejected or it.unread or it.missing)


WRITERS: dict[str, Callable[[PlanView], bytes]] = {}
"""The forms a plan is written in, by the ending of the file; a form may be added by its owner."""


def writer(ending: str) -> Callable[[Callable[[PlanView], bytes]], Callable[[PlanView], bytes]]:
    """Files a form under its ending."""

    def kept(write: Callable[[PlanView], bytes]) -> Callable[[PlanView], bytes]:
        WRITERS[ending] = write
        return write

    return kept


@writer(".json")
def _json(it: PlanView) -> bytes:
    return (json.dumps(to_json(it.plan), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


@writer(".xlsx")
def _xlsx(it: PlanView) -> bytes:
    from regpol.reports.plan.workbook import plan_xlsx

    return plan_xlsx(it)


@writer(".html")
def _html(it: PlanView) -> bytes:
    from regpol.commands.budget.report import report_page

    return report_page(it.plan, it.missing, it.recipients).encode("utf-8")


@writer(".pdf")
def _pdf(it: PlanView) -> bytes:
    from regpol.commands.budget.report import report_pdf

    return report_pdf(it.plan, it.missing, it.recipients)


def write(it: PlanView, output: Path) -> None:
    """Writes a plan in the form its file name asks for, whole or not at all."""
    from regpol.reports.safe_file import replace_file

    replace_file(output, WRITERS[output.suffix.lower()](it))


def check_output(file: Path, output: Path | None) -> None:
    """A form that can be written, and not over the register itself.

    Raises:
        Refused: if it is not.
    """
    check_form(output, WRITERS)
    check_overwrites(output, {file: "register itu sendiri"}, suggested="rencana")
