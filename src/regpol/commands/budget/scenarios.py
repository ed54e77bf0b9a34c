"""``regpol budget --scenario``: the plan of a register as the project has it, and as its scenarios would."""

from pathlib import Path

from regpol.budget.comparing.compare import NamedPlan, compare_with_first
from regpol.commands import shell
from regpol.commands.budget.compare import check_output, shown
from regpol.commands.budget.work import plan_of
from regpol.project.policy import Ahead
from regpol.project.scenario import variants


def side_by_side(
    file: Path,
    folder: Path,
    names: list[str],
    output: Path | None,
    *,
    on: str | None,
    sheet: str | None,
    ahead: Ahead | None,
    as_json: bool,
) -> int:
    """Makes a plan for the project itself and for each scenario, and tells what causes each difference.

    Raises:
        Refused: with everything wrong in the project, its scenarios or the register.
    """
    check_output(output, {file: "register itu sendiri"})
    asked = variants(folder, tuple(names))
    told = shell.progress_bar("menyusun rencana")
    plans = []
    for done, it in enumerate(asked):
        told(done, len(asked))
        made = plan_of(file, it.project, on=on, sheet=sheet, ahead=it.ahead or ahead)
        plans.append(NamedPlan(it.name, made))
    told(len(asked), len(asked))
    return shown(compare_with_first(plans), output, as_json=as_json)
