"""Rows of the decisions as Python values, a portion at a time: for the forms that are written cell by cell."""

from collections.abc import Callable, Iterator, Sequence

from regpol.register.cell_text import text_cell
from regpol.register.raw_table import as_text
from regpol.reports.decided.columns import UNKNOWN_AMOUNT, RowColumn
from regpol.reports.decided.rows import Answered
from regpol.reports.masking import mask_name, mask_nik, neutral

Cell = str | int | None
_PORTION = 10_000


def stream(
    answered: Answered,
    columns: Sequence[RowColumn],
    *,
    show_personal: bool,
    progress: Callable[[int], None] = lambda done: None,
) -> Iterator[list[Cell]]:
    """The cells of every decided row, in the order of the register; people are masked unless they are to be shown."""
    told = any(column.kind in {"nik", "name"} for column in columns)
    due = {column.due: None for column in columns if column.due}
    flags = [RowColumn(f"due_{at}", "", 0, "flag", expression) for at, expression in enumerate(due)]
    places = {expression: len(columns) + at for at, expression in enumerate(due)}
    changes = [
        (at, _change(column, show_personal=show_personal), places.get(column.due, -1))
        for at, column in enumerate(columns)
        if column.kind in {"nik", "name", "rupiah"}
    ]
    wanted = answered.select([*columns, *flags], roster=told, ordered=True)
    width, done = len(columns), 0
    with answered.connection.cursor() as found:
        found.execute(wanted)
        while portion := found.fetchmany(_PORTION):
            for row in portion:
                cells = list(row[:width])
                for at, change, flag in changes:
                    if change:
                        cells[at] = change(cells[at]) if cells[at] else ""
                    elif cells[at] is None and row[flag]:
                        cells[at] = UNKNOWN_AMOUNT
                yield cells
            done += len(portion)
            progress(done)


def _change(column: RowColumn, *, show_personal: bool) -> Callable[[str], str] | None:
    """What is done to a text of a person before anybody sees it."""
    if column.kind == "nik":
        return neutral if show_personal else mask_nik
    if column.kind == "name":
        return _name if show_personal else _masked_name
    return None


def _name(cell: str) -> str:
    return neutral(_written(cell))


def _masked_name(cell: str) -> str:
    return neutral(mask_name(_written(cell)))


def _written(cell: str) -> str:
    """The name as people read it, from the text its cell is kept as."""
    return " ".join(as_text(text_cell(cell)).split())
