"""The sheet a register was read from, whole, for reports that keep it as it is."""

from pathlib import Path

from regpol.register.columnar_cells import columnar_grid
from regpol.register.raw_table import RawTable, as_text
from regpol.register.reading import Sheet, column_heading
from regpol.register.sheets import COLUMNAR, DELIMITERS, Grid, decode, grid, is_workbook, load, text_rows, workbook
from regpol.terms.place import Place


def original_sheet(raw: RawTable) -> Sheet:
    """The table together with every row of its sheet, titles and signatures included.

    Raises:
        Refused: if the file cannot be read any more.
    """
    place, content = Place(raw.file), load(Path(raw.file))
    if content.startswith(COLUMNAR):
        return Sheet(raw, columnar_grid(Path(raw.file)))
    if is_workbook(content, place):
        return Sheet(raw, grid(raw.sheet, workbook(content, place), place))
    text, _ = decode(content, place)
    return Sheet(raw, Grid("", text_rows(text, delimiter_of(raw) or ",", place)))


def delimiter_of(raw: RawTable) -> str:
    """What parts the columns of a text file: the sign that gives its headings; empty for other files."""
    place, content = Place(raw.file), load(Path(raw.file))
    if content.startswith(COLUMNAR) or is_workbook(content, place):
        return ""
    text, _ = decode(content, place)
    for sign in DELIMITERS:
        rows = text_rows(text, sign, place, raw.header_row)
        head = rows[raw.header_row - 1] if len(rows) >= raw.header_row else ()
        if len(head) == len(raw.headings) and all(
            text in {" ".join(as_text(cell).split()), column_heading(at)}
            for at, (cell, text) in enumerate(zip(head, raw.headings, strict=True))
        ):
            return sign
    return next(iter(DELIMITERS))
