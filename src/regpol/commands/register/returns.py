"""``regpol register return``: sheets out to the units, answers in, one register with a log of every change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON
from regpol.commands.register.reconcile import FILES, PROJECT, REGION, YEAR, place_and_day
from regpol.commands.usage import Verb, Verbs

if TYPE_CHECKING:
    from regpol.register.returns.dispatch import Dispatch
    from regpol.register.returns.merging import Merged
    from regpol.terms.problems import Problem

return_app = typer.Typer(
    help="Lembar isian untuk tiap unit: bagi, pantau, gabungkan.",
    cls=Verbs,
    rich_markup_mode=None,
    no_args_is_help=True,
)
FOLDER = typer.Option("-o", "--output", help="Folder kiriman yang akan dibuat; belum ada atau kosong.")
SENT = typer.Argument(help="Folder kiriman yang dibuat split.", metavar="KIRIMAN")
DECREES = typer.Option("--sk", help="Berkas daftar SK; hasil pencocokannya ditulis pada tiap baris.")
ON = typer.Option("--date", help="Masa SK dinilai pada hari ini; bila kosong 1 Januari tahun anggaran.")
OUTPUT = typer.Option("-o", "--output", help="Buku kerja gabungan (.xlsx), hanya dapat dibaca pemilik berkas.")


@return_app.callback()
def returns() -> None:
    """Lembar isian untuk tiap unit: bagi (split), pantau (status), gabungkan (merge)."""


@return_app.command("split", cls=Verb)
def split(
    files: Annotated[list[Path], FILES],
    output: Annotated[Path, FOLDER],
    sk: Annotated[list[Path] | None, DECREES] = None,
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
) -> int:
    """Bagi register menjadi satu lembar isian untuk tiap kelurahan atau kampung."""
    from regpol.commands.register.return_work import write_dispatch
    from regpol.terms.language import thousands

    units, on = place_and_day(project, region, year, date)
    dispatch = write_dispatch(files, sk or [], output, units=units, on_date=on)
    rows = sum(len(unit.rows) for unit in dispatch.units)
    lost = sum(len(unit.rows) for unit in dispatch.units if not unit.code)
    shell.say(
        f"{thousands(rows)} baris dibagi ke {len(dispatch.units)} lembar di {output / 'kirim'}"
        f"{f'; {lost} baris tanpa unit yang dikenal di tanpa-unit.xlsx' if lost else ''}. "
        f"Taruh jawaban di {output / 'kembali'}, lalu: regpol register return status {output}"
    )
    return shell.ATTENTION if lost else shell.DONE


@return_app.command("status", cls=Verb)
def status(folder: Annotated[Path, SENT], as_json: Annotated[bool, JSON] = False) -> int:
    """Sebutkan unit yang sudah dan belum menjawab, dan apa yang bermasalah."""
    from regpol.reports.reconciliation.return_text import status_json, status_text

    dispatch, merged, problems = _merged(folder)
    if as_json:
        shell.show_json(status_json(dispatch, merged) | {"problems": [problem.as_dict() for problem in problems]})
    else:
        shell.show(status_text(dispatch, merged))
    for problem in problems:
        shell.say(str(problem))
    complete = all(one.answered and not one.missing for one in merged.states)
    return shell.DONE if complete and not problems else shell.ATTENTION


@return_app.command("merge", cls=Verb)
def merge(folder: Annotated[Path, SENT], output: Annotated[Path, OUTPUT]) -> int:
    """Gabungkan jawaban ke dalam register, dengan catatan setiap perubahan."""
    from regpol.commands.register.return_work import check_workbook
    from regpol.reports.reconciliation.merged import merged_xlsx
    from regpol.reports.safe_file import replace_file

    check_workbook(output, folder)
    dispatch, merged, problems = _merged(folder)
    replace_file(output, merged_xlsx(dispatch, merged))
    for problem in problems:
        shell.say(str(problem))
    answered = sum(one.answered for one in merged.states)
    shell.say(
        f"{len(merged.changes)} sel berubah, {len(merged.conflicts)} isian bentrok, {len(merged.strays)} baris baru; "
        f"{answered} dari {len(merged.states)} unit menjawab; hasil di {output}"
    )
    complete = answered == len(merged.states)
    return shell.DONE if complete and not problems else shell.ATTENTION


def _merged(folder: Path) -> "tuple[Dispatch, Merged, tuple[Problem, ...]]":
    """The round, what the answers make of it, and everything to tell about the answers."""
    from regpol.register.returns.answers import read_answers
    from regpol.register.returns.dispatch import BACK, open_dispatch
    from regpol.register.returns.merging import merge as put_together
    from regpol.terms.place import Place
    from regpol.terms.problems.register_reconciliation import ReturnConflict, ReturnRowsMissing, UnknownReturnRows

    dispatch, sheets = open_dispatch(folder)
    answers, problems = read_answers(folder / BACK, dispatch)
    merged = put_together(dispatch, sheets, answers)
    told: list[Problem] = list(problems)
    place = Place(str(folder / BACK))
    for one in merged.states:
        if one.answered and one.missing:
            told.append(ReturnRowsMissing(place=place, unit=one.unit.code or "tanpa unit", count=len(one.missing)))
    if merged.conflicts:
        told.append(ReturnConflict(place=place, count=len(merged.conflicts)))
    if merged.strays:
        told.append(UnknownReturnRows(place=place, count=len(merged.strays)))
    return dispatch, merged, tuple(told)
