"""Writes the decided register in the form its file name asks for."""

from collections.abc import Callable
from pathlib import Path

from regpol.reports.decided.register import DecidedRegister
from regpol.reports.decided.rows import Answered
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register_outputs import TooManyRowsForWorkbook

ENDINGS = (".xlsx", ".csv", ".parquet")
SITUATION_ENDINGS = (".xlsx", ".csv", ".html", ".md")
MOST_ROWS = 1_048_576 - 4
"""Rows of people a sheet of a workbook can hold below its headings."""


def refuse_what_no_sheet_holds(path: Path, rows: int) -> None:
    """Before anything is decided.

    Raises:
        Refused: if so many rows do not fit into the sheet of a workbook.
    """
    if path.suffix.lower() == ".xlsx" and rows > MOST_ROWS:
        raise Refused(TooManyRowsForWorkbook(place=Place(str(path)), rows=rows, most=MOST_ROWS, stem=path.stem))


def write_decided(
    report: DecidedRegister,
    answered: Answered,
    path: Path,
    *,
    show_personal: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> Path | None:
    """Writes the report; returns the file with the rejected rows, where they stand in a file of their own.

    ``.parquet`` has every row in one table; ``.csv`` the decisions, and beside it the rejects; ``.xlsx`` everything.
    """
    ending = path.suffix.lower()
    if ending == ".parquet":
        from regpol.reports.decided.parquet_file import decided_parquet

        decided_parquet(report, answered, path, show_personal=show_personal)
        return None
    if ending == ".csv":
        from regpol.reports.decided.text_file import decided_csv

        return decided_csv(report, answered, path, show_personal=show_personal, progress=progress)
    from regpol.reports.decided.workbook import decided_xlsx

    decided_xlsx(report, answered, path, show_personal=show_personal, progress=progress)
    return None


def write_situations(report: DecidedRegister, path: Path, templates: Path) -> None:
    """Writes the situations alone: a workbook, a text file, a page or a Markdown text."""
    from regpol.reports.decided import situations_page
    from regpol.reports.safe_file import replace_file

    ending = path.suffix.lower()
    if ending == ".xlsx":
        from regpol.reports.decided.workbook import situations_xlsx

        situations_xlsx(report, path)
    elif ending == ".csv":
        from regpol.reports.decided.text_file import situations_csv

        replace_file(path, situations_csv(report))
    elif ending == ".html":
        replace_file(path, situations_page.html(report, templates).encode())
    else:
        replace_file(path, situations_page.markdown(report).encode())
