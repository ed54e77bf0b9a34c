"""The plan as a report for the table: one page of HTML that needs no network, and the same as PDF."""

from typing import TYPE_CHECKING

from regpol.commands import shell

if TYPE_CHECKING:
    from regpol.budget.allocation.recipients import Recipient
    from regpol.budget.planning.plan import Plan
    from regpol.reports.plan.rka import MissingCode

_SHOWN = 4


def report_page(plan: "Plan", missing: "tuple[MissingCode, ...]" = (), people: "tuple[Recipient, ...]" = ()) -> str:
    """The report as HTML; ``missing`` are codes left blank, ``people`` who is paid under ceilings."""
    from regpol.reports.budget_page.from_allocation import allocation_curves
    from regpol.reports.budget_page.from_plan import plan_charts
    from regpol.reports.budget_page.page import PLAN, report_html
    from regpol.reports.budget_page.plan_report import plan_report

    shell.prepare_charts()
    lacking = tuple(dict.fromkeys(it.column.replace("_", " ") for it in missing))
    view = plan_report(plan, deadlines(plan), lacking)
    charts = (*plan_charts(plan), *allocation_curves(plan, people))
    return report_html(PLAN, shell.data_folder("templates"), charts, view=view)


def report_pdf(plan: "Plan", missing: "tuple[MissingCode, ...]" = (), people: "tuple[Recipient, ...]" = ()) -> bytes:
    """The report as PDF."""
    from regpol.reports.budget_page.page import report_pdf as laid_out

    return laid_out(report_page(plan, missing, people))


def deadlines(plan: "Plan") -> tuple[str, ...]:
    """Where the need can still enter the region's budget today, and until when."""
    from regpol.budget.calendar import calendar_on
    from regpol.commands.opening import rulebook_for
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
