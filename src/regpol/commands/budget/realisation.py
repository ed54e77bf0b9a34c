"""``regpol budget realisation``: planned against paid against active, and what to propose for the revised budget."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON

if TYPE_CHECKING:
    from regpol.budget.planning.plan import Plan
    from regpol.budget.realisation import RealisationView
    from regpol.terms.problems import Problem

_TOLD = 5
FILE = typer.Argument(help="Berkas realisasi pembayaran (XLSX atau CSV).", metavar="REALISASI")
PLAN = typer.Option("--plan", help="Rencana yang disimpan regpol budget dengan -o berakhiran .json.")
MAPPING = typer.Option("--mapping", help="Berkas pemetaan kolom realisasi; bila kosong yang disertakan.")
PROJECT = typer.Option("--project", help="Folder proyek; memberi cakupan (berapa dari seluruhnya).")
THROUGH = typer.Option(
    "--through", help="Bulan terakhir yang dinilai, 1 sampai 12; bila kosong bulan terakhir dibayar."
)
OUTPUT = typer.Option("-o", "--output", help="Buku kerja hasil (.xlsx).")


def realisation(
    file: Annotated[Path, FILE],
    plan: Annotated[Path, PLAN],
    mapping: Annotated[Path | None, MAPPING] = None,
    project: Annotated[Path | None, PROJECT] = None,
    through: Annotated[int | None, THROUGH] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Bandingkan rencana dengan yang dibayar dan yang aktif; usulkan perubahan anggaran tiap baris."""
    from regpol.budget.realisation import set_beside
    from regpol.budget.realisation_file import read_realisation
    from regpol.commands.register.validate_work import check_files
    from regpol.project.project import open_project
    from regpol.project.realisation_format import read_realisation_mapping
    from regpol.reports.realisation.text import realisation_json, realisation_text
    from regpol.reports.realisation.words import coverages

    check_files(file, plan, output, suggested="usulan")
    kept = _plan(plan)
    told = open_project(project).coverage if project else ()
    read = read_realisation(file, kept, read_realisation_mapping(mapping))
    _check_month(through, max((row.month for row in read.rows), default=0))
    view = set_beside(kept, read, through)
    coverage = coverages(view, told)
    if output:
        from regpol.reports.realisation.workbook import realisation_xlsx
        from regpol.reports.safe_file import replace_file

        replace_file(output, realisation_xlsx(view, coverage))
        shell.say(f"hasil di {output}")
    problems = _problems(view)
    for problem in problems:
        shell.say(str(problem))
    if as_json:
        document = realisation_json(view, coverage)
        shell.show_json(document | {"problems": [problem.as_dict() for problem in problems]})
    else:
        shell.show(realisation_text(view, coverage))
    return shell.ATTENTION if problems or view.total("proposal") != 0 else shell.DONE


def _plan(path: Path) -> "Plan":
    """A plan that was kept.

    Raises:
        Refused: if the file holds none.
    """
    import json

    from regpol.budget.planning.plan import from_json

    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        document = None
    return from_json(document, str(path))


def _check_month(through: int | None, last: int) -> None:
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.budget_realisation import BadMonth

    if through is not None and not max(last, 1) <= through <= 12:
        raise Refused(BadMonth(place=NOWHERE, given=through, last=last))


def _problems(view: "RealisationView") -> "tuple[Problem, ...]":
    from regpol.register.cell_shape import spot
    from regpol.terms.language import thousands
    from regpol.terms.place import Place
    from regpol.terms.problems.budget_realisation import PaidUnplanned, RealisationUnread

    place = Place(view.realisation.file)
    found: list[Problem] = []
    unread = view.realisation.unread
    if unread:
        reasons = " | ".join(f"{spot(one.place)}: {one.reason}" for one in unread[:_TOLD])
        reasons += f" | dan {len(unread) - _TOLD} baris lagi" if len(unread) > _TOLD else ""
        amount = thousands(view.unread_amount)
        found.append(RealisationUnread(place=place, count=len(unread), amount=amount, reasons=reasons))
    stray = [line for line in view.lines if not line.known]
    if stray:
        amount = thousands(sum(line.paid for line in stray))
        found.append(PaidUnplanned(place=place, count=len(stray), amount=amount))
    return tuple(found)
