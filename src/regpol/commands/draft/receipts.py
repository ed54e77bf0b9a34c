"""The work behind ``regpol draft --kuitansi``: the receipt that stands beside a single draft."""

from datetime import date
from itertools import pairwise
from pathlib import Path

from regpol.commands import shell
from regpol.project.project import open_project
from regpol.receipt.inputs import gather
from regpol.receipt.receipt import ENDING, output_of, receipt_of, write
from regpol.reports.safe_file import replace_file
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.amending import InForceElsewhere

IN_FORCE = "--terhadap"
"""The option whose value the receipt keeps as a path below the project."""


def command_line(
    kind: str,
    unit: str | None,
    on: date,
    *,
    clean: bool,
    kept: bool,
    show_personal: bool = False,
    in_force: str = "",
) -> tuple[str, ...]:
    """What to type to make the draft again, without project and output; the day is always named."""
    named = (*(("--unit", unit) if unit else ()), *((IN_FORCE, in_force) if in_force else ()))
    switches = (("--clean", clean), ("--arsip", kept), ("--show-personal", show_personal))
    return ("draft", kind, *named, "--date", on.isoformat(), *(name for name, given in switches if given))


def below_project(in_force: Path | None, project: Path) -> str:
    """The regulation in force as the receipt names it; '' if the paper speaks of none.

    Raises:
        Refused: if it lies outside the project, where a later day would not find it.
    """
    if in_force is None:
        return ""
    try:
        return in_force.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        raise Refused(InForceElsewhere(place=Place(in_force.name))) from None


def where_in_force(command: tuple[str, ...], project: Path) -> Path | None:
    """The regulation in force that a receipt's command names, in the project."""
    named = dict(pairwise(command)).get(IN_FORCE)
    return project / named if named else None


def write_both(
    output: Path, content: bytes, project: Path, on: date, command: tuple[str, ...], templates: Path
) -> None:
    """Writes the draft, then its receipt: a run that is killed leaves no receipt for a file that is not there."""
    opened = open_project(project)
    made = gather(opened, shell.data_folder("rules"), templates, where_in_force(command, project))
    beside = output.with_name(output.name + ENDING)
    beside.unlink(missing_ok=True)
    replace_file(output, content)
    receipt = receipt_of(
        made,
        decided=on,
        region=opened.region,
        year=opened.year,
        command=command,
        outputs=[output_of(output, output.parent)],
    )
    replace_file(beside, write(receipt))
