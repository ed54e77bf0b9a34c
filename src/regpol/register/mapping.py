"""How one file is to be read, where an official has said so: its sheet, its heading row, the field of each column.

What is said here overrides what would be recognised, and every mistake in it is told at its own line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register_files import MappingNotForFile

UNUSED = "tidak_dipakai"
"""The field of a column that is to be left out."""


@dataclass(frozen=True)
class FileMapping:
    """``columns``: heading to field ("" for a column to leave out); ``places``: where each heading was written.

    ``name`` is the file it is for, or a pattern of names; ``category`` serves a file without such a column.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    place: Place = NOWHERE
    name: str = ""
    sheet: str = ""
    header_row: int = 0
    delimiter: str = ""
    category: str = ""

    def fits(self, path: Path) -> bool:
        """Whether it is for a file of this name; capitals do not matter."""
        return fnmatchcase(path.name.casefold(), (self.name or "*").casefold())

    def told_at(self, heading: str, otherwise: Place) -> Place:
        """Where a heading was written."""
        return self.places.get(heading, otherwise)

    @property
    def required(self) -> tuple[str, ...]:
        """The fields a register read by it must have; one category for all needs no column."""
        return ("nik",) if self.category else ("nik", "kategori")


NO_MAPPING = FileMapping()


def mapping_of(columns: "Mapping[str, str] | FileMapping | None") -> FileMapping:
    """A mapping from either form."""
    return columns if isinstance(columns, FileMapping) else FileMapping(columns or {})


@dataclass(frozen=True)
class Mappings:
    """A mapping file: one entry a file or pattern of files, the first that fits is used."""

    entries: tuple[FileMapping, ...]
    place: Place = NOWHERE

    def for_file(self, path: Path) -> FileMapping | None:
        """The entry for a file, if there is one."""
        return next((entry for entry in self.entries if entry.fits(path)), None)

    def demanded(self, path: Path) -> FileMapping:
        """The entry for a file that was asked to be read by this mapping.

        Raises:
            Refused: if no entry is for it.
        """
        found = self.for_file(path)
        if found is None:
            raise Refused(MappingNotForFile(place=self.place, given=path.name, known=self._names()))
        return found

    def _names(self) -> tuple[str, ...]:
        return tuple(entry.name for entry in self.entries)


def column_letters(index: int) -> str:
    """What a spreadsheet calls a column, counted from 0; so that a heading written twice can be told apart.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
