"""What ``tanda-tangan.yaml`` of a project may contain: who approved which entry for which text."""

import re
from dataclasses import dataclass, field
from typing import Any

from regpol.law.shape import Fields, Key, ListOf, Named, Scalar
from regpol.terms.dates import parse_date
from regpol.terms.place import NOWHERE, Place

FILE = "tanda-tangan.yaml"


@dataclass(frozen=True)
class Signature:
    """An approval as kept. ``text`` is where the lawyer's copy lay, seen from the project where it lies inside.

    ``rules`` are the fingerprints of the rules under the provision by name; values have none.
    """

    entry: str
    name: str
    date: str
    text: str
    text_hash: str
    entry_hash: str
    rules: tuple[tuple[str, str], ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


def _hash(text: str) -> str | None:
    return text if re.fullmatch(r"[0-9a-f]{64}", text) else None


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_DAY = Scalar(lambda text: text if parse_date(text) else None, "tanggal", "2026-11-28")
_HASH = Scalar(_hash, "sidik SHA-256: 64 angka atau huruf a sampai f", "9f86d081…")


def _build(rules: tuple[tuple[Any, str], ...] = (), **rest: Any) -> Signature:
    return Signature(rules=tuple((name.value, sha) for name, sha in rules), **rest)


_SIGNATURE = Fields(
    "tanda tangan",
    _build,
    (
        Key("butir", _WORDS, "entry", True, "id ketentuan, atau nama nilai", "uu-24-2011:pasal-14"),
        Key("nama", _WORDS, "name", True, "yang membaca dan menyetujui", "CONTOH NAMA, S.H."),
        Key("tanggal", _DAY, "date", True, "hari menyetujui", "2026-11-28"),
        Key("naskah", _WORDS, "text", True, "salinan naskah yang dibaca", "naskah/uu-24-2011.pdf"),
        Key("sidik_naskah", _HASH, "text_hash", True, "SHA-256 salinan itu"),
        Key("sidik_butir", _HASH, "entry_hash", True, "SHA-256 isi butir dalam buku aturan"),
        Key("sidik_kaidah", Named(_HASH), "rules", False, "SHA-256 tiap kaidah di bawah ketentuan itu"),
    ),
)


def _content(place: Place, content: tuple[Signature, ...]) -> tuple[Signature, ...]:
    del place
    return content


SIGNATURES = Fields("berkas tanda tangan", _content, (Key("tanda_tangan", ListOf(_SIGNATURE), "content", True),))


def signature_schema() -> dict[str, Any]:
    """The JSON Schema of ``tanda-tangan.yaml``."""
    return SIGNATURES.schema()


def written(signature: Signature) -> str:
    """An entry of the list as it is written; quoted throughout, so that nothing in a name is YAML."""
    lines = [
        f"- butir: {_quoted(signature.entry)}",
        f"  nama: {_quoted(signature.name)}",
        f"  tanggal: {signature.date}",
        f"  naskah: {_quoted(signature.text)}",
        f"  sidik_naskah: {signature.text_hash}",
        f"  sidik_butir: {signature.entry_hash}",
    ]
    if signature.rules:
        lines += ["  sidik_kaidah:", *(f"    {name}: {sha}" for name, sha in signature.rules)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
