"""The files around ``register inspect``: what it may write, and the mapping file it writes."""

from collections.abc import Iterator
from pathlib import Path

from regpol.commands import opening, shell
from regpol.commands.register.mapping import mapping_for
from regpol.commands.register.question import vocabulary_of
from regpol.commands.results import check_form, check_overwrites
from regpol.project.mapping_format import mapping_text
from regpol.project.project import open_project
from regpol.register.quality.original import delimiter_of
from regpol.register.quality.report import QualityReport
from regpol.register.reading import read
from regpol.register.sheets import load
from regpol.register.written_here import original_sheets
from regpol.reports.person_sheets.person_table import HEADER
from regpol.reports.safe_file import replace_file
from regpol.terms.language import thousands
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, CannotWrite

_SHEET_ROWS = 1_048_576
ENDINGS = (".xlsx", ".html")


def check_output(files: list[Path], output: Path | None, mapping: Path | None) -> None:
    """A form that can be written, over none of the registers; the same list not twice.

    Raises:
        Refused: otherwise.
    """
    check_form(output, ENDINGS)
    for written, option in ((output, "-o"), (mapping, "--write-mapping")):
        check_overwrites(written, dict.fromkeys(files, "register itu sendiri"), suggested="periksa", option=option)
    read_from = [path.resolve() for path in files]
    twice = next((path for at, path in enumerate(read_from) if path in read_from[:at]), None)
    if twice:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"{twice.name} disebut dua kali; semua orang di dalamnya akan tampak ganda",
                meaning="berkas yang berbeda",
                example="regpol register inspect rt.xlsx kader.xlsx --project examples/mataram",
            )
        )


def to_read(files: list[Path], sheet: str | None) -> Iterator[tuple[Path, str | None]]:
    """Each file with the sheet to read of it; a report of several lists comes back as all of them."""
    for file in files:
        own = original_sheets(load(file), Place(str(file)), sheet)
        for name in own if own and sheet is None else (sheet,):
            yield file, name


def check_fits_a_sheet(report: QualityReport) -> None:
    """A workbook has room for every row and every finding.

    Raises:
        Refused: if a sheet would need more rows than there are; nothing is left out silently.
    """
    most = max(len(report.single) + HEADER + 1, *(max(one.raw.numbers, default=0) for one in report.lists))
    if most > _SHEET_ROWS:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"laporan ini memerlukan {thousands(most)} baris; lembar kerja memuat {thousands(_SHEET_ROWS)}",
                meaning="laporan .html atau --json, atau register yang dibagi menurut kecamatan",
                example="-o mutu.html",
            )
        )


def written_mapping(
    files: list[Path], target: Path, sheet: str | None, mapping: Path | None, project: Path | None
) -> int:
    """Writes what was recognised in the files; a file that lacks a column is recognised as far as it goes."""
    if target.exists():
        trouble = "berkas itu sudah ada dan mungkin sudah dibetulkan; hapus atau pilih nama lain"
        raise Refused(CannotWrite(place=Place(str(target)), trouble=trouble))
    opened = open_project(project) if project else None
    book = opening.rulebook_for(None, opened.regional if opened else ())
    vocabulary = vocabulary_of(book)
    tables = []
    for file in files:
        told = mapping_for(file, mapping, opened, book)
        raw = read(file, sheet, mapping=told, vocabulary=vocabulary, required=())
        tables.append((raw, delimiter_of(raw)))
        for said in raw.assumptions:
            shell.say(f"{file.name}: {said}")
    replace_file(target, mapping_text(tuple(tables), vocabulary).encode())
    shell.say(f"pemetaan ditulis ke {target}; betulkan, lalu pakai dengan --mapping {target}")
    return shell.DONE
