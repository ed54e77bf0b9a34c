"""The plan as a report for the table: one page of HTML that needs no network, and the same as PDF."""

from typing import TYPE_CHECKING

from regpol.commands import shell

if TYPE_CHECKING:
    from pathlib import Path

    from regpol.budget.plan import Plan

_SHOWN = 4


def report_page(plan: "Plan", lacking: tuple[str, ...] = ()) -> str:
    """The report as HTML; ``lacking`` names the codes the plan lacks."""
    from regpol.reports.budget_page.from_plan import plan_charts
    from regpol.reports.budget_page.page import PLAN, report_html
    from regpol.reports.budget_page.plan_report import plan_report

    shell.prepare_charts()
    view = plan_report(plan, deadlines(plan), lacking)
    return report_html(PLAN, shell.data_folder("templates"), plan_charts(plan), view=view)


def report_pdf(plan: "Plan", lacking: tuple[str, ...] = ()) -> bytes:
    """The report as PDF."""
    from regpol.reports.budget_page.page import report_pdf as laid_out

    return laid_out(report_page(plan, lacking))


def write_report(plan: "Plan", output: "Path") -> None:
    """Writes the report as the ending of the file asks: .html or .pdf."""
    from regpol.reports.safe_file import replace_file

    made = report_pdf(plan) if output.suffix.lower() == ".pdf" else report_page(plan).encode("utf-8")
    replace_file(output, made)
    shell.say(f"{output}: laporan rencana {plan.head.region_name} tahun {plan.head.year}")


def deadlines(plan: "Plan") -> tuple[str, ...]:
    """Where the need can still enter the region's budget today, and until when."""
    from regpol.budget.calendar import calendar_on
    from regpol.commands.asking import rulebook_for
    from regpol.law.model.calendar import Track
    from regpol.terms.dates import long_date

    today = shell.today()
    found = calendar_on(rulebook_for(None).calendar, plan.head.year, today, frozenset({Track.REGION}))
    when = f"Pada {long_date(today)}, bagi APBD {plan.head.year}"
    if not found.open:
        return (f"{when}: tidak ada pintu yang masih terbuka; lihat regpol budget calendar untuk tahun berikutnya.",)
    told = []
    for door in found.open[:_SHOWN]:
        step = door.next_step
        until = f", paling lambat {long_date(step.closes.earliest)}" if step and step.closes else ""
        told.append(f"{when}: {door.door.name}, {door.state}{until}.")
    return tuple(told)
