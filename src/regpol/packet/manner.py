"""How the packets of one run are made."""

from dataclasses import dataclass, field
from pathlib import Path

from regpol.project.packet_format import UploadColumns


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
    columns: UploadColumns = field(default_factory=UploadColumns)
