"""Which mapping a register is read by: the one that was named, else the project's, else what is recognised."""

from pathlib import Path

from regpol.law.model import Rulebook
from regpol.project.mapping_format import read_mappings
from regpol.project.project import Project
from regpol.register.mapping import NO_MAPPING, FileMapping, Mappings
from regpol.terms.problems import Refused
from regpol.terms.problems.command import UnknownChoice


def project_mappings(project: Project | None) -> Mappings | None:
    """The mapping file a project remembers.

    Raises:
        Refused: if it is not there, or with everything wrong in it.
    """
    return read_mappings(project.folder / project.mapping) if project and project.mapping else None


def mapping_for(file: Path, named: Path | None, project: Project | None, book: Rulebook) -> FileMapping:
    """How a file is to be read. A named mapping must be for it; the project's is used where it is.

    Raises:
        Refused: with what is wrong in the mapping file.
    """
    if named:
        found: FileMapping | None = read_mappings(named).demanded(file)
    else:
        remembered = project_mappings(project)
        found = remembered.for_file(file) if remembered else None
    if found is None:
        return NO_MAPPING
    if found.category and found.category not in book.leaves:
        known = tuple(book.leaves)
        raise Refused(UnknownChoice(place=found.place, what="kategori", given=found.category, known=known))
    return found
