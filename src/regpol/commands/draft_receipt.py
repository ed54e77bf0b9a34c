"""The work behind ``regpol draft --kuitansi``: the receipt that stands beside a single draft."""

from datetime import date
from pathlib import Path

from regpol.commands import shell
from regpol.project.project import open_project
from regpol.receipt.inputs import gather
from regpol.receipt.receipt import ENDING, output_of, receipt_of, write
from regpol.reports.safe_file import replace_file


def command_line(
    kind: str, unit: str | None, on: date, *, clean: bool, kept: bool, show_personal: bool = False
) -> tuple[str, ...]:
    """What to type to make the draft again, without project and output; the day is always named."""
    named = ("--unit", unit) if unit else ()
    switches = (("--clean", clean), ("--arsip", kept), ("--show-personal", show_personal))
    return ("draft", kind, *named, "--date", on.isoformat(), *(name for name, given in switches if given))


def write_both(
    output: Path, content: bytes, project: Path, on: date, command: tuple[str, ...], templates: Path
) -> None:
    """Writes the draft, then its receipt: a run that is killed leaves no receipt for a file that is not there."""
    opened = open_project(project)
    made = gather(opened, shell.data_folder("rules"), templates)
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
