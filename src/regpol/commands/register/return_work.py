"""The work behind ``register return split``: a whole folder at once, or none."""

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from regpol.commands import shell
from regpol.commands.results import check_form
from regpol.register.reading import Sheet
from regpol.register.reconciliation.classes import PersonClass
from regpol.register.reconciliation.entries import REGISTER_NEEDS, entries_of, read_list
from regpol.register.reconciliation.reconcile import reconcile
from regpol.register.returns.dispatch import BACK, MANIFEST, OUT, SOURCES, Dispatch, plan, row_code
from regpol.register.sheets import load
from regpol.register.units import Units
from regpol.reports.reconciliation.return_sheet import return_sheet
from regpol.reports.safe_file import replace_file
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption
from regpol.terms.problems.register import OutputNotWritable
from regpol.terms.problems.register_reconciliation import DispatchExists, SameList


def write_dispatch(
    files: Sequence[Path], decrees: Sequence[Path], folder: Path, *, units: Units, on_date: date
) -> Dispatch:
    """Makes the folder of a round.

    Raises:
        Refused: if a file cannot be read, or something stands where the folder is to be.
    """
    _check_folder(folder)
    for path in decrees:
        if path.resolve() in {one.resolve() for one in files}:
            raise Refused(SameList(place=Place(str(path))))
    sheets = read_list(files, REGISTER_NEEDS)
    # the copies get plain names: a file is often called after the person who sent it
    contents = [(f"{at}{_ending(path)}", load(path)) for at, path in enumerate(files, 1)]
    entries = entries_of(sheets, units, on_date)
    dispatch = plan(contents, entries, region=units.code, names=units.names, on=on_date)
    looks = _looks(files, decrees, dispatch, units, on_date) if decrees else {}
    _write(folder, dispatch, contents, sheets, looks)
    return dispatch


def check_workbook(output: Path, folder: Path) -> None:
    """A workbook that does not go among the answers or over the copies."""
    check_form(output, (".xlsx",))
    inside = {(folder / name).resolve() for name in (SOURCES, OUT, BACK)}
    if output.resolve().parent in inside:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"-o {output} terletak di antara berkas kiriman",
                meaning="berkas hasil di luar folder asal, kirim, dan kembali",
                example=f"-o {folder.resolve().name}-gabungan.xlsx",
            )
        )


def _check_folder(folder: Path) -> None:
    place = Place(str(folder))
    if (folder / MANIFEST).exists():
        raise Refused(DispatchExists(place=place))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(OutputNotWritable(place=place, reason="tujuan itu sudah ada dan tidak kosong"))


def _ending(path: Path) -> str:
    return path.suffix.lower() if re.fullmatch(r"\.[a-z0-9]{1,5}", path.suffix.lower()) else ""


def _looks(
    files: Sequence[Path], decrees: Sequence[Path], dispatch: Dispatch, units: Units, on_date: date
) -> Mapping[str, str]:
    """What each row needs looking at, from the reconciliation."""
    report = reconcile(files, decrees, units=units, on_date=on_date)
    return {
        row_code(dispatch.id, one.entry.sheet, one.entry.place.line): f"{one.klass}: {one.action}"
        for one in report.people
        if one.klass is not PersonClass.MATCHED
    }


def _write(
    folder: Path,
    dispatch: Dispatch,
    contents: Sequence[tuple[str, bytes]],
    sheets: Sequence[Sheet],
    looks: Mapping[str, str],
) -> None:
    """Everything into a folder beside, which takes its name only when it is whole."""
    beside: Path | None = None
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".sementara", dir=folder.parent))
        for name in (SOURCES, OUT, BACK):
            (beside / name).mkdir(mode=0o700)
        for name, content in contents:
            replace_file(beside / SOURCES / name, content)
        tell = shell.progress("menulis lembar", len(dispatch.units))
        for count, unit in enumerate(dispatch.units, 1):
            replace_file(beside / unit.file, return_sheet(dispatch, unit, sheets, looks))
            tell(count)
        replace_file(beside / MANIFEST, dispatch.as_text().encode())
        if folder.is_dir():
            folder.rmdir()
        beside.replace(folder)
    except OSError as error:
        reason = f"folder “{folder.parent}” tidak ada" if isinstance(error, FileNotFoundError) else "sistem menolaknya"
        raise Refused(OutputNotWritable(place=Place(str(folder)), reason=reason)) from None
    finally:
        if beside is not None and beside.exists():
            shutil.rmtree(beside, ignore_errors=True)
