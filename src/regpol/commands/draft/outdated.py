"""The work behind ``regpol draft --stale``: a kept copy beside what would be drafted today."""

from pathlib import Path

from regpol.commands import shell
from regpol.documents import staleness
from regpol.documents.kept_manifest import read_manifest
from regpol.documents.manifest import manifest_of
from regpol.documents.naskah.tree import Draft
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.provenance import NoManifest


def tell(copy: Path, today: Draft) -> int:
    """Prints which clauses of the copy are out of date, with the reason; findings if any is."""
    place = Place(str(copy))
    if not copy.is_file():
        raise Refused(NoManifest(place=place, trouble="berkas tidak ada"))
    old, new = read_manifest(copy.read_bytes(), place), manifest_of(today)
    found = staleness.compare(old, new)
    shell.show("\n".join(staleness.told(found, old, new)))
    return shell.ATTENTION if found.clauses else shell.DONE
