"""The work behind ``regpol verify``: the project a receipt belongs to, and making the files once more."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NoReturn

from regpol.commands import shell
from regpol.commands.draft.receipts import IN_FORCE, where_in_force
from regpol.commands.options import templates_folder
from regpol.project.project import FILE, Project, open_project
from regpol.receipt import told
from regpol.receipt.inputs import Inputs, gather
from regpol.receipt.receipt import Output, Receipt, output_of
from regpol.receipt.reconciling import numbers, run_page
from regpol.receipt.reconciling.checking import Mismatch, check
from regpol.receipt.verifying import OutputCheck, State
from regpol.reports.layout import heading
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.receipts import CannotRepeat, OtherProject

Runner = Callable[[Sequence[str]], int]
"""Runs a command line, without the name of the program, and returns its exit status."""

_UP = 4
"""How many folders above a receipt its project is looked for."""


def project_of(path: Path, told: Path | None, receipt: Receipt) -> Project | None:
    """The project that was told, or the one the receipt lies in; None if there is none.

    Raises:
        Refused: if it is a project of another region or year.
    """
    above = path.resolve().parents[:_UP]
    folder = told or next((folder for folder in above if (folder / FILE).is_file()), None)
    if folder is None:
        return None
    opened = open_project(folder)
    if (opened.region, opened.year) != (receipt.region, receipt.year):
        if told is None:
            return None
        raise Refused(
            OtherProject(
                place=Place(path.name),
                region=receipt.region,
                year=receipt.year,
                other_region=opened.region,
                other_year=opened.year,
            )
        )
    return opened


def inputs_today(project: Project, receipt: Receipt | None = None, templates: Path | None = None) -> Inputs:
    """The fingerprints as they are now; of the regulation in force too if the receipt is of a paper that amends one.

    ``templates`` is the folder of templates it was made with; None for those that come with the program.

    Raises:
        Refused: if that folder holds no templates.
    """
    in_force = where_in_force(receipt.command, project.folder) if receipt else None
    return gather(project, shell.data_folder("rules"), templates_folder(templates), in_force)


def regulation_names(project: Project) -> Mapping[str, str]:
    """The regulation that stands in a file of rules."""
    from regpol.commands.opening import rulebook_for

    book = rulebook_for(None, project.regional)
    return {one.place.file: one.name for one in book.regulations.values()}


def refuse_without_project(path: Path) -> NoReturn:
    """There is nothing to make it from."""
    raise Refused(
        CannotRepeat(place=Place(path.name), trouble="proyeknya tidak disebut dan tidak ada di atas kuitansi")
    )


def repeat(
    receipt: Receipt, project: Project, path: Path, run: Runner, templates: Path | None = None
) -> tuple[OutputCheck, ...]:
    """Makes the files again in a folder of the moment and compares what can be the same.

    Raises:
        Refused: if the receipt names no command, or the command refuses.
    """
    if not receipt.command:
        raise Refused(CannotRepeat(place=Place(path.name), trouble="kuitansi tidak menyebut perintahnya"))
    shell.say("membuat sekali lagi di tempat sementara, yang dihapus setelah dibandingkan:")
    with tempfile.TemporaryDirectory(prefix="regpol-ulang-") as made:
        target = Path(made) / "hasil" if receipt.of_folder else Path(made) / receipt.outputs[0].name
        own = ("--templates", str(templates)) if templates else ()
        arguments = [*_found(receipt.command, project), *own, "--project", str(project.folder), "-o", str(target)]
        if run(arguments) == shell.REFUSED:
            raise Refused(CannotRepeat(place=Place(path.name), trouble="perintahnya ditolak; sebabnya di atas"))
        folder = target if receipt.of_folder else target.parent
        return tuple(_beside(one, folder) for one in receipt.outputs if one.repeatable)


def _found(command: tuple[str, ...], project: Project) -> list[str]:
    """The command with the regulation in force where it lies, since a receipt names it below the project."""
    before = ("", *command)
    return [
        str(project.folder / word) if last == IN_FORCE else word for last, word in zip(before, command, strict=False)
    ]


def _beside(kept: Output, folder: Path) -> OutputCheck:
    path = folder / kept.name
    if not path.is_file():
        return OutputCheck(name=kept.name, state=State.GONE, before=kept.size, after=None)
    made = output_of(path, folder)
    state = State.SAME if made.sha256 == kept.sha256 else State.CHANGED
    return OutputCheck(name=kept.name, state=state, before=kept.size, after=made.size)


def number_mismatches(folder: Path) -> tuple[Mismatch, ...] | None:
    """What does not agree in the finished files; None if no list of numbers lies there.

    Raises:
        Refused: if a list of numbers cannot be read.
    """
    units = {
        path.parent.relative_to(folder).as_posix(): numbers.read(path) for path in sorted(folder.rglob(numbers.NAME))
    }
    if not units:
        return None
    found = [
        replace(one, file=(PurePosixPath(name) / one.file).as_posix())
        for name, known in units.items()
        for one in check(folder / name, known)
    ]
    if (folder / run_page.PAGE).is_file() and "." not in units:
        found += run_page.check_page(folder, units)
    return tuple(found)


def tell_numbers_only(folder: Path, mismatches: tuple[Mismatch, ...], *, as_json: bool) -> int:
    """Tells how the numbers stand where no receipt is left; findings if any does not agree."""
    if as_json:
        shell.show_json(told.numbers_document(mismatches))
    else:
        title = heading(f"Paket {folder}, tanpa kuitansi")
        shell.show(f"{title}\n\n" + "\n".join(told.numbers_told(mismatches)))
    return shell.ATTENTION if mismatches else shell.DONE
