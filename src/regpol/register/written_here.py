"""Tells the workbooks regpol wrote from registers, by a property they carry.

Spreadsheet programs keep custom properties when a file is saved again. A result that holds the original
sheet unmasked may come back as a register, for that is where people correct it: then only that sheet is
read. Every other result is refused.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from html import unescape

from regpol.register.raw_table import RawTable, as_text
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register_files import MaskedRegister, RegpolsOwnFile

VERB, SHEETS, MASKED = "regpol_hasil", "regpol_lembar_asal", "regpol_disamarkan"
BETWEEN = " | "
"""Stands between the names of sheets; spreadsheets allow no such name."""
_PART = "docProps/custom.xml"
_LARGEST_PART = 64_000
_PROPERTY = re.compile(r"<property\b[^>]*\bname=\"(regpol_\w+)\"[^>]*>\s*<(?:\w+:)?lpwstr[^>]*>([^<]*)<")
DOTS = "•"


@dataclass(frozen=True)
class Origin:
    """What a workbook of ours says of itself: the verb that made it and the original sheets it holds."""

    verb: str
    sheets: tuple[str, ...]
    masked: bool


def origin_of(content: bytes) -> Origin | None:
    """What a workbook says of itself; None for one that regpol did not write."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_PART) as part:
            text = part.read(_LARGEST_PART).decode("utf-8", errors="replace")
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return None
    said = {name: unescape(value) for name, value in _PROPERTY.findall(text)}
    if VERB not in said:
        return None
    sheets = tuple(filter(None, said.get(SHEETS, "").split(BETWEEN)))
    return Origin(said[VERB], sheets, said.get(MASKED) == "ya")


def original_sheets(content: bytes, place: Place, wanted: str | None) -> tuple[str, ...]:
    """The sheets to read of a workbook of ours; empty for any other workbook, where all may be read.

    Raises:
        Refused: if the workbook is a result that holds no register, or only a masked one.
    """
    origin = origin_of(content)
    if origin is None:
        return ()
    if not origin.sheets:
        reason = "di dalamnya tidak ada register untuk dibaca kembali"
        raise Refused(RegpolsOwnFile(place=place, verb=origin.verb, reason=reason, instead=""))
    if origin.masked:
        instead = ", atau buat hasil itu lagi tanpa penyamaran"
        reason = "nama dan NIK di dalamnya disamarkan"
        raise Refused(RegpolsOwnFile(place=place, verb=origin.verb, reason=reason, instead=instead))
    if wanted is not None and wanted not in origin.sheets:
        reason, instead = f"lembar “{wanted}” bukan register", f", atau lembar “{origin.sheets[0]}”"
        raise Refused(RegpolsOwnFile(place=place, verb=origin.verb, reason=reason, instead=instead))
    return origin.sheets


def said_of_original(sheets: tuple[str, ...]) -> list[str]:
    """What is said where only the original sheets of our own workbook were read."""
    if not sheets:
        return []
    return [f"Berkas ini hasil regpol; yang dibaca hanya lembar asalnya: {', '.join(sheets)}"]


def refuse_masked(table: RawTable) -> None:
    """Refuses a list most of whose NIK are dots.

    Raises:
        Refused: if more than half of them are.
    """
    at = table.fields.get("nik")
    if at is None:
        return
    dotted = sum(DOTS in as_text(row[at]) for row in table.rows if at < len(row))
    if 2 * dotted > len(table.rows):
        place = table.place(0, "nik")
        column = table.heading("nik")
        raise Refused(MaskedRegister(place=place, count=dotted, rows=len(table.rows), column=column))
