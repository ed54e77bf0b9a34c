"""What a kept copy was made from, clause by clause: the JSON that travels inside its PDF.

It holds no row of a register and no name from one beyond what the paper itself prints: hashes of the
inputs, and for every clause its words and the law they rest on. From it a later day can tell which
clauses have gone out of date, and why.
"""

import hashlib
import json
from dataclasses import dataclass

from regpol.documents.brief.paper import Basis
from regpol.documents.naskah.tree import Annex, Draft, Table, Unit, plain

NAME = "manifes.json"
SHAPE = "regpol-manifes-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One legal basis as it stood when the copy was made."""

    key: str
    citation: str
    gist: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One clause, or one annex: its id, full name, words and bases."""

    eid: str
    address: str
    words: str
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that is remembered of a draft. ``inputs`` are names with the SHA-256 of what they named."""

    title: str
    program: str
    rulebook: str
    decided: str
    inputs: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]


def manifest_of(draft: Draft) -> Manifest:
    """The manifest of a draft."""
    stamp = draft.stamp
    return Manifest(
        title=draft.head.short_title,
        program=stamp.program,
        rulebook=stamp.rulebook,
        decided=stamp.decided,
        inputs=tuple(sorted(stamp.inputs)),
        passages=(*map(_passage, draft.units()), *map(_annex, draft.annexes)),
    )


def made_from(
    shape: str, *, program: str, rulebook: str, decided: str, inputs: tuple[tuple[str, str], ...]
) -> dict[str, object]:
    """What a file was made from, in the one form that manifests and receipts share."""
    return {
        "susunan": shape,
        "program": program,
        "aturan": rulebook,
        "keadaan": decided,
        "bahan": dict(sorted(inputs)),
    }


def write(made: Manifest, page: str) -> bytes:
    """The manifest as JSON; ``page`` is the HTML the PDF was laid out from, of which the hash is kept."""
    clauses = [
        {
            "id": passage.eid,
            "alamat": passage.address,
            "bunyi": passage.words,
            "dasar": [
                {"kunci": ground.key, "kutipan": ground.citation, "pokok": ground.gist, "bukti": ground.evidence}
                for ground in passage.grounds
            ],
        }
        for passage in made.passages
    ]
    origin = made_from(SHAPE, program=made.program, rulebook=made.rulebook, decided=made.decided, inputs=made.inputs)
    whole = origin | {
        "naskah": made.title,
        "halaman_sha256": hashlib.sha256(page.encode()).hexdigest(),
        "klausul": clauses,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _passage(unit: Unit) -> Passage:
    parts = (unit.title, plain(unit.lead), *map(_cells, unit.tables), *map(plain, unit.quoted), plain(unit.closing))
    words = "\n".join(part for part in parts if part)
    return Passage(eid=unit.eid, address=unit.address, words=words, grounds=tuple(map(_ground, unit.bases)))


def _annex(annex: Annex) -> Passage:
    parts = (annex.title, *(_cells(block) if isinstance(block, Table) else plain(block) for block in annex.blocks))
    return Passage(eid=annex.eid, address=annex.heading.capitalize(), words="\n".join(parts))


def _cells(table: Table) -> str:
    rows = [table.columns, *(tuple(cell.text for cell in row) for row in table.rows), table.total]
    return "\n".join(" | ".join(row) for row in rows if row)


def _ground(basis: Basis) -> Ground:
    return Ground(key=basis.id, citation=basis.citation, gist=basis.gist, evidence=basis.evidence)
