"""``regpol budget``: the plan of a register's contributions; other verbs on plans stand beside it."""

from pathlib import Path
from typing import Annotated, Any

import typer

from regpol.commands.options import ASSUME, GROWTH, JSON
from regpol.commands.usage import Verb, Verbs

PLAN = "rencana"
OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.xlsx, .html, .pdf, atau .json).")
SCENARIO = typer.Option("--scenario", help="Bandingkan dengan skenario proyek ini; boleh berulang.")


class BudgetVerbs(Verbs):
    """Lets ``regpol budget FILE`` stand beside ``regpol budget VERB``: a first word that is no verb is a file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words typed, with the verb that makes a plan where none is named."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = [PLAN, *args]
        return super().parse_args(ctx, args)


budget_app = typer.Typer(
    help="Rencana anggaran iuran: regpol budget REGISTER --project FOLDER (pilihannya: regpol budget rencana --help).",
    cls=BudgetVerbs,
    rich_markup_mode=None,
    no_args_is_help=True,
)


@budget_app.callback()
def budget() -> None:
    """Rencana anggaran iuran: regpol budget REGISTER --project FOLDER (pilihannya: regpol budget rencana --help)."""


@budget_app.command(PLAN, cls=Verb)
def plan(
    file: Annotated[Path, typer.Argument(help="Berkas register (XLSX, CSV, atau Parquet).", metavar="REGISTER")],
    project: Annotated[Path, typer.Option("--project", help="Folder proyek: wilayah, tahun, kebijakan, anggaran.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Berkas hasil (.xlsx, .html, .pdf, atau .json).")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", help="Usia dan masa SK dihitung pada hari ini.")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Nama lembar; bila kosong dicari sendiri.")] = None,
    scenario: Annotated[list[str] | None, SCENARIO] = None,
    assume: Annotated[bool, ASSUME] = False,
    growth: Annotated[str | None, GROWTH] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Susun rencana anggaran sebuah register: siapa membayar apa, untuk siapa, bulan apa, atas dasar apa."""
    from regpol.budget.planning.plan import to_json
    from regpol.commands import opening, shell
    from regpol.commands.budget import output as budget_output
    from regpol.reports.plan.text import plan_text

    ahead = opening.planning(assume, growth)
    if scenario:
        from regpol.commands.budget.scenarios import side_by_side

        return side_by_side(file, project, scenario, output, on=date, sheet=sheet, ahead=ahead, as_json=as_json)
    budget_output.check_output(file, output)
    view = budget_output.view(file, project, on=date, sheet=sheet, ahead=ahead)
    if output:
        budget_output.write(view, output)
        shell.say(f"rencana ditulis ke {output}")
    if as_json:
        shell.show_json(to_json(view.plan))
    else:
        shell.show(plan_text(view))
    return shell.ATTENTION if budget_output.needs_attention(view) else shell.DONE
