"""``regpol budget compare``: plans side by side, and what causes each difference to the rupiah."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON
from regpol.commands.results import check_form, check_overwrites

if TYPE_CHECKING:
    from regpol.budget.comparing.compare import Difference, NamedPlan
    from regpol.budget.planning.plan import Plan

PLANS = typer.Argument(
    help="Rencana tersimpan (.json) atau folder proyek; setiap rencana dibandingkan dengan yang pertama.",
    metavar="RENCANA...",
    show_default=False,
)
OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.html, .pdf, .xlsx, atau .json).")


def compare(
    plans: Annotated[list[Path], PLANS],
    output: Annotated[Path | None, OUTPUT] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Bandingkan rencana anggaran: selisih menurut dana, program, kategori, unit, bulan, dan penyebabnya."""
    from regpol.budget.comparing.compare import compare_with_first

    check_output(output, dict.fromkeys(plans, "rencana yang dibandingkan"))
    return shown(compare_with_first(named_plans(plans)), output, as_json=as_json)


def shown(differences: "tuple[Difference, ...]", output: Path | None, *, as_json: bool) -> int:
    """Tells a comparison where it was asked for; attention where amounts are missing from it."""
    if output:
        from regpol.reports.safe_file import replace_file

        replace_file(output, _FORMS[output.suffix.lower()](differences))
        shell.say(f"{output}: perbandingan {len(differences) + 1} rencana")
    if as_json:
        from regpol.reports.budget_page.compare_document import compare_json

        shell.show_json(compare_json(differences))
    elif not output:
        from regpol.reports.budget_page.compare_text import compare_text

        shell.show(compare_text(differences))
    plans = (differences[0].before, *(it.after for it in differences))
    return shell.DONE if all(it.plan.complete for it in plans) else shell.ATTENTION


def check_output(output: Path | None, read: Mapping[Path, str]) -> None:
    """Refuses a kind of file that cannot be written, and to write over what is read, before any work is done."""
    check_form(output, _FORMS)
    check_overwrites(output, read, suggested="banding")


def named_plans(paths: list[Path]) -> "tuple[NamedPlan, ...]":
    """Every plan under the shortest name that tells it apart.

    Raises:
        Refused: with every file that is no plan, or if there is only one.
    """
    from regpol.budget.comparing.compare import NamedPlan
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Problem, Refused
    from regpol.terms.problems.command import BadOption

    if len(paths) < 2:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="hanya satu rencana disebut",
                meaning="sedikitnya dua rencana; yang pertama menjadi dasar perbandingan",
                example="regpol budget compare rencana.json rencana-umk.json",
            )
        )
    plans: list[Plan] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            plans.append(_project_plan(path) if path.is_dir() else saved_plan(path))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    stems = [path.resolve().stem for path in paths]
    names = stems if len(set(stems)) == len(stems) else [str(path) for path in paths]
    return tuple(NamedPlan(name, plan) for name, plan in zip(names, plans, strict=True))


def _project_plan(folder: Path) -> "Plan":
    """The plan of the register that a project names.

    Raises:
        Refused: if it names none, or with everything wrong in the project or the register.
    """
    from regpol.commands.budget.work import plan_of
    from regpol.project.project import open_project
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.budget_compare import PlanUnreadable

    project = open_project(folder)
    if not project.register:
        trouble = "folder proyek ini tidak menyebut register"
        raise Refused(PlanUnreadable(place=Place(str(folder)), trouble=trouble))
    return plan_of(folder / project.register, project)


def saved_plan(path: Path) -> "Plan":
    """The plan kept in a file.

    Raises:
        Refused: if it cannot be read or is no plan.
    """
    import json

    from regpol.budget.planning.plan import from_json
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.budget_compare import PlanUnreadable

    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Refused(PlanUnreadable(place=Place(str(path)), trouble=_trouble(error))) from None
    except (ValueError, RecursionError):
        raise Refused(PlanUnreadable(place=Place(str(path)), trouble="isinya bukan JSON yang utuh")) from None
    return from_json(document, str(path))


def _trouble(error: OSError) -> str:
    return "berkasnya tidak ada" if isinstance(error, FileNotFoundError) else "berkasnya tidak dapat dibuka"


def _html(differences: "tuple[Difference, ...]") -> bytes:
    return _page(differences).encode("utf-8")


def _pdf(differences: "tuple[Difference, ...]") -> bytes:
    from regpol.reports.budget_page.page import report_pdf

    return report_pdf(_page(differences))


def _page(differences: "tuple[Difference, ...]") -> str:
    from regpol.reports.budget_page.compare_view import compare_view
    from regpol.reports.budget_page.from_compare import compare_charts
    from regpol.reports.budget_page.page import COMPARISON, report_html

    shell.prepare_charts()
    view, charts = compare_view(differences), compare_charts(differences)
    return report_html(COMPARISON, shell.data_folder("templates"), charts, view=view)


def _xlsx(differences: "tuple[Difference, ...]") -> bytes:
    from regpol.reports.budget_page.compare_workbook import compare_xlsx

    return compare_xlsx(differences)


def _json(differences: "tuple[Difference, ...]") -> bytes:
    import json

    from regpol.reports.budget_page.compare_document import compare_json

    return (json.dumps(compare_json(differences), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


_FORMS: "dict[str, Callable[[tuple[Difference, ...]], bytes]]" = {
    ".html": _html,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".json": _json,
}
