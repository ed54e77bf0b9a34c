"""Reads the manifest back out of a kept copy, years later and without any reader of PDF.

A kept copy holds the manifest as a stream of its own, as regpol wrote it; a copy saved anew by another
program may not, and is refused with the way round rather than guessed at.
"""

import json
import re
import zlib
from datetime import date
from typing import Any

from regpol.documents.manifest import SHAPE, Ground, Manifest, Passage
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.provenance import NoManifest

_EMBEDDED = re.compile(rb"/EmbeddedFile\b.{0,600}?stream\r?\n", re.S)
_MOST = 64 * 1024 * 1024
"""Bytes: more than the manifest of any paper, less than what a file made to harm unpacks to."""


def read_manifest(data: bytes, place: Place) -> Manifest:
    """The manifest in a PDF or a JSON file.

    Raises:
        Refused: with `NoManifest` if there is none or it has another shape.
    """
    if not data.startswith(b"%PDF"):
        return _understood(data, place)
    for found in _EMBEDDED.finditer(data):
        try:
            inside = zlib.decompressobj().decompress(data[found.end() :], _MOST)
        except zlib.error:
            continue
        if SHAPE.encode() in inside[:200]:
            return _understood(inside, place)
    raise Refused(NoManifest(place=place, trouble="PDF tanpa lampiran manifes"))


def _understood(data: bytes, place: Place) -> Manifest:
    try:
        return _manifest(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise Refused(NoManifest(place=place, trouble="isinya bukan manifes regpol")) from problem


def _manifest(told: dict[str, Any]) -> Manifest:
    if told["susunan"] != SHAPE:
        raise ValueError(told["susunan"])
    return Manifest(
        title=str(told["naskah"]),
        program=str(told["program"]),
        rulebook=str(told["aturan"]),
        decided=date.fromisoformat(told["keadaan"]).isoformat(),
        inputs=tuple(sorted((str(name), str(value)) for name, value in told["bahan"].items())),
        passages=tuple(map(_passage, told["klausul"])),
    )


def _passage(told: dict[str, Any]) -> Passage:
    grounds = tuple(
        Ground(key=str(one["kunci"]), citation=str(one["kutipan"]), gist=str(one["pokok"]), evidence=str(one["bukti"]))
        for one in told["dasar"]
    )
    return Passage(eid=str(told["id"]), address=str(told["alamat"]), words=str(told["bunyi"]), grounds=grounds)
