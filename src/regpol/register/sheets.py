"""Files as grids of cells: workbooks through calamine, text in whatever encoding offices save.

What a file is, is told by its bytes, never by its name. Anything that is not a table is refused with
what it seems to be instead.
"""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.register.archive import refuse_bomb
from regpol.register.raw_table import Cell, Row
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import EmptyFile, NotASpreadsheet, TextUndecodable, UnreadableFile
from regpol.terms.problems.register_hostile import CellTooLong

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

COLUMNAR = b"PAR1"
"""The first bytes of a Parquet file."""
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_OTHERS = {
    COLUMNAR: "berkas Parquet; ia dibaca oleh register decide, clean, inspect, dan budget, tidak oleh perintah ini",
    b"%PDF": "berkas PDF",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPEG",
    b"GIF8": "gambar GIF",
    b"{\\rtf": "dokumen RTF",
    b"\x1f\x8b": "arsip gzip",
    b"7z\xbc\xaf": "arsip 7-Zip",
    b"Rar!": "arsip RAR",
    b"<htm": "halaman web",
    b"<!DO": "halaman web",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
DELIMITERS = {",": "koma", ";": "titik koma", "\t": "tab"}


@dataclass(frozen=True)
class Grid:
    """One sheet: its rows from row 1 on, empty ones included, so that an index tells the row."""

    sheet: str
    rows: list[Row]

    @property
    def filled(self) -> bool:
        """Whether any cell holds something."""
        return any(not blank(row) for row in self.rows)


def blank(row: Row) -> bool:
    """Whether a row holds nothing to read."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row)


def load(path: Path) -> bytes:
    """The bytes of a file; refused if it cannot be opened or holds none."""
    place = Place(str(path))
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise Refused(UnreadableFile(place=place, reason="berkas tidak ada")) from None
    except IsADirectoryError:
        raise Refused(UnreadableFile(place=place, reason="ini folder, bukan berkas")) from None
    except OSError as error:
        reason = "izin membaca ditolak" if isinstance(error, PermissionError) else "sistem menolak membacanya"
        raise Refused(UnreadableFile(place=place, reason=reason)) from None
    if not content.strip():
        raise Refused(EmptyFile(place=place))
    return content


def is_workbook(content: bytes, place: Place) -> bool:
    """Whether the bytes are a workbook; refused if they are neither that nor text."""
    for mark, what in _OTHERS.items():
        if content[: len(mark)].lower() == mark.lower():
            ending = "" if ";" in what else ", apa pun akhiran namanya"
            raise Refused(NotASpreadsheet(place=place, reason=f"{what}{ending}"))
    return content.startswith(_WORKBOOKS)


def workbook(content: bytes, place: Place) -> "CalamineWorkbook":
    """A workbook, opened; call `grid` to read one of its sheets."""
    import python_calamine

    refuse_bomb(content, place)
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError:
        raise Refused(NotASpreadsheet(place=place, reason="buku kerja bersandi")) from None
    except (python_calamine.CalamineError, OSError, ValueError):
        raise Refused(NotASpreadsheet(place=place, reason="arsip atau buku kerja yang rusak")) from None


def grid(name: str, book: "CalamineWorkbook", place: Place) -> Grid:
    """One sheet of a workbook; a cell merged over several rows counts for each of them."""
    import python_calamine

    try:
        sheet = book.get_sheet_by_name(name)
        rows = [tuple(None if cell == "" else cell for cell in row) for row in sheet.to_python(skip_empty_area=False)]
        merged = sheet.merged_cell_ranges or []
    except (python_calamine.CalamineError, OSError, ValueError):
        raise Refused(NotASpreadsheet(place=place, reason=f"lembar “{name}” rusak")) from None
    for (top, left), (bottom, right) in merged:
        if left == right and top < len(rows) and left < len(rows[top]):
            for at in range(top + 1, min(bottom + 1, len(rows))):
                rows[at] = (*rows[at][:left], rows[top][left], *rows[at][left + 1 :])
    return Grid(name, rows)


def decode(content: bytes, place: Place) -> tuple[str, str]:
    """Text and the encoding it was in."""
    encoding = encoding_of(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise Refused(TextUndecodable(place=place, offset=error.start)) from None
        encoding = "cp1252"
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as second:
            raise Refused(TextUndecodable(place=place, offset=second.start)) from None
    if _CONTROL.search(text):
        raise Refused(NotASpreadsheet(place=place, reason="berkas biner yang tidak dikenal"))
    return text, encoding


def encoding_name(encoding: str) -> str:
    """An encoding as offices call it."""
    return {"cp1252": "Windows-1252", "utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())


def encoding_of(content: bytes) -> str:
    """The encoding that the first bytes of a text tell; what is said to be UTF-8 may still be something else."""
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[:2000]
    # Latin text in UTF-16 without a mark: every other byte is zero
    if sample[1::2].count(0) > len(sample) // 3:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > len(sample) // 3 else "utf-8"


def text_rows(text: str, delimiter: str, place: Place, limit: int | None = None) -> list[Row]:
    """The records of a text table; a record is a row, also where a quoted cell has several lines."""
    rows: list[Row] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(tuple(_cell(cell) for cell in record))
            if limit is not None and len(rows) >= limit:
                break
    except csv.Error as error:
        if "field limit" in str(error):
            raise Refused(CellTooLong(place=place, limit=csv.field_size_limit(), line=len(rows))) from None
        reason = f"teks yang rusak pada baris {len(rows) + 1}"
        raise Refused(NotASpreadsheet(place=place, reason=reason)) from None
    return rows


def _cell(text: str) -> Cell:
    return text if text.strip() else None
