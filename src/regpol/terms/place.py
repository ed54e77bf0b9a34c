"""Where something stands, so that a message can point at it: a line of a file, or a row of a sheet."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. ``line`` and ``column`` count from 1; 0 means the file as a whole.

    ``sheet`` names the sheet of a workbook; ``line`` is then the row as the spreadsheet shows it.

    >>> str(Place("rules/peraturan/uu-3-2024.yaml", 12, 5))
    'rules/peraturan/uu-3-2024.yaml:12:5'
    >>> str(Place("register.xlsx", 7, sheet="Ketua RT"))
    'register.xlsx, lembar Ketua RT, baris 7'
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            row = f", baris {self.line}" if self.line else ""
            return f"{self.file}, lembar {self.sheet}{row}"
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


NOWHERE = Place("perintah")
"""The command line itself."""
