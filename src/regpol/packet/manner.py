"""How the packets of one run are made."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Manner:
    """How all units of a run are made."""

    templates: Path
    styles: Path | None = None
    """The agency's own styles file; None for the one that comes with the templates."""
    clean: bool = False
    archive: bool = False
    """Whether PDFs carry the manifest of what they were made from."""
    public: bool = False
    printed: int = 500
    sheets: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """The sheets that register people: code of the segment, name, headings of the columns."""
