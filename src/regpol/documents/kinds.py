"""The kinds of paper that can be drafted, read from ``templates/jenis.yaml``.

A kind is data: its name, its template, who signs, for which regions, what a project must have. The
program knows none of them by name, so an agency may add one with a template and a few lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from regpol.documents.brief.paper import OpenPoint
from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.project.blank import Blank
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import UnknownChoice

FILE = "jenis.yaml"
ASKED = ("wewenang", *Blank)
"""What a paper can ask of the region and its project: its authority, or a field that may stand empty."""


class Part(StrEnum):
    """Which part of the region ``--unit`` must name; values are the words of the file."""

    NONE = "tidak"
    ANY = "boleh"
    DISTRICT = "kecamatan"
    VILLAGE = "desa"


class Source(StrEnum):
    """What a paper is filled from."""

    PROJECT = "proyek"
    COMPARISON = "pencocokan"
    AMENDMENT = "perubahan"
    REPEAL = "pencabutan"
    CHANGES = "matriks_perubahan"
    CONSOLIDATION = "konsolidasi"

    @property
    def amends(self) -> bool:
        """Whether it speaks of a regulation in force, given as a file."""
        return self in {Source.AMENDMENT, Source.REPEAL, Source.CHANGES, Source.CONSOLIDATION}


class Maker(StrEnum):
    """Whose authority a regulation is set by: it decides its considerations and its legal grounds."""

    HEAD = "kepala_daerah"
    COUNCIL = "dewan"


class Need(StrEnum):
    """What a project must have before a paper can be drafted."""

    REGISTER = "register"
    DECREES = "daftar_sk"
    DISTRICTS = "kecamatan"


class Listed(StrEnum):
    """Whom a paper lists by row and name."""

    NOBODY = "tidak"
    RECIPIENTS = "penerima"


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper."""

    place: Place
    name: str
    family: str
    template: str
    signer: str
    regions: tuple[str, ...]
    """provinsi, kabupaten, kota: the regions whose law knows it."""
    aliases: tuple[str, ...] = ()
    part: Part = Part.NONE
    source: Source = Source.PROJECT
    maker: Maker = Maker.HEAD
    needs: tuple[Need, ...] = ()
    listed: Listed = Listed.NOBODY
    asks: tuple[str, ...] = ()
    """What is pointed out to its drafter while it is open (see `paper.OpenPoint`)."""

    def asked(self, points: tuple[OpenPoint, ...]) -> tuple[OpenPoint, ...]:
        """The open points that concern a paper of this kind."""
        return tuple(point for point in points if not point.about or point.about in self.asks)


@dataclass(frozen=True)
class PaperKinds:
    """Everything in the file."""

    place: Place
    family_names: tuple[tuple[Text, str], ...]
    entries: tuple[tuple[Text, PaperKind], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, in the order of the file."""
        return tuple(code.value for code, _ in self.entries)

    def find(self, given: str) -> tuple[str, PaperKind]:
        """The kind of a code or of one of its aliases.

        Raises:
            Refused: if there is none, with the nearest.
        """
        for code, kind in self.entries:
            if given in (code.value, *kind.aliases):
                return code.value, kind
        known = tuple(name for code, kind in self.entries for name in (code.value, *kind.aliases))
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis naskah", given=given, known=known))

    def families(self) -> Iterator[tuple[str, tuple[tuple[str, PaperKind], ...]]]:
        """The name of each family with its kinds, in the order of the file."""
        for family, name in self.family_names:
            yield name, tuple((code.value, kind) for code, kind in self.entries if kind.family == family.value)


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_KINDS = Fields(
    "jenis naskah",
    PaperKinds,
    (
        Key("keluarga", Named(_WORDS), "family_names", True, "nama tiap keluarga"),
        Key(
            "jenis",
            Named(
                Fields(
                    "jenis",
                    PaperKind,
                    (
                        Key("nama", _WORDS, "name", True, "nama lengkap"),
                        Key("keluarga", _WORDS, "family", True, "kode keluarga"),
                        Key("templat", _WORDS, "template", True, "berkas templat", "perkada.naskah.j2"),
                        Key("penanda_tangan", _WORDS, "signer", True, "siapa yang menandatangani"),
                        Key(
                            "untuk",
                            ListOf(Choice("jenis daerah", {kind: kind for kind in ("provinsi", "kabupaten", "kota")})),
                            "regions",
                            True,
                        ),
                        Key("alias", ListOf(_WORDS), "aliases", False, "nama lain pada perintah"),
                        Key("unit", Choice("bagian daerah", {part.value: part for part in Part}), "part", False),
                        Key(
                            "pembentuk",
                            Choice("pembentuk", {maker.value: maker for maker in Maker}),
                            "maker",
                            False,
                            "dewan: peraturan yang ditetapkan kepala daerah dengan persetujuan bersama dewan",
                        ),
                        Key("bahan", Choice("bahan", {source.value: source for source in Source}), "source", False),
                        Key("tanya", ListOf(Choice("hal", {about: about for about in ASKED})), "asks", False),
                        Key("daftar", Choice("daftar orang", {who.value: who for who in Listed}), "listed", False),
                        Key("perlu", ListOf(Choice("keperluan", {need.value: need for need in Need})), "needs", False),
                    ),
                )
            ),
            "entries",
            True,
        ),
    ),
)


def read_kinds(templates: Path) -> PaperKinds:
    """The kinds of a templates folder.

    Raises:
        Refused: with everything wrong in the file.
    """
    return read_shaped(templates / FILE, f"templates/{FILE}", _KINDS)


def kinds_schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return _KINDS.schema()
