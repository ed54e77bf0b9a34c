"""The words of amending papers, read from ``templates/perubahan.yaml``: formulas are the drafters' business."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regpol.law.shape import Fields, Key, ListOf, Named, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.terms.place import Place

FILE = "perubahan.yaml"
Words = tuple[tuple[Text, str], ...]


@dataclass(frozen=True)
class ReplaceWords:
    """When amending is the wrong way, and how that is said."""

    place: Place
    limit: int
    basis: str
    substance: str
    system: str
    essence: str
    number: str


@dataclass(frozen=True)
class TableWords:
    """The words of the comparison table."""

    place: Place
    columns: tuple[str, ...]
    absent: str
    deleted: str
    deleted_item: str
    reason: str
    pointing: str


@dataclass(frozen=True)
class Phrases:
    """Everything in the file; the groups by the keys a drafter sees there."""

    place: Place
    titles: dict[str, str]
    names: dict[str, str]
    recital: str
    recital_one: str
    recital_repeal: str
    no_reason: str
    no_earlier: str
    article_one: str
    formulas: dict[str, str]
    kinds: dict[str, str]
    replacing: ReplaceWords
    duties: dict[str, str]
    table: TableWords


def _build(place: Place, **parts: Any) -> Phrases:
    grouped = {"titles", "names", "formulas", "kinds", "duties"}
    made: dict[str, Any] = {
        name: {key.value: said for key, said in value} if name in grouped else value for name, value in parts.items()
    }
    return Phrases(place=place, **made)


_WORDS = Scalar(lambda text: text.strip() and text, "teks", "…")
_NUMBER = Scalar(lambda text: int(text) if text.isdigit() else None, "bilangan bulat", "50")
_REPLACING = Fields(
    "kapan diganti",
    ReplaceWords,
    (
        Key("batas_persen", _NUMBER, "limit", True, "persen Pasal yang berubah", "50"),
        Key("dasar", _WORDS, "basis", True, "dasar batas itu dengan tingkat buktinya"),
        Key("materi", _WORDS, "substance", True),
        Key("sistematika", _WORDS, "system", True),
        Key("esensi", _WORDS, "essence", True),
        Key("nomor", _WORDS, "number", True),
    ),
)
_TABLE = Fields(
    "matriks",
    TableWords,
    (
        Key("kolom", ListOf(_WORDS), "columns", True, "empat judul kolom"),
        Key("tidak_ada", _WORDS, "absent", True),
        Key("dihapus", _WORDS, "deleted", True),
        Key("dihapus_rincian", _WORDS, "deleted_item", True, "rincian yang dihapus dan bukan yang terakhir"),
        Key("alasan", _WORDS, "reason", True),
        Key("acuan", _WORDS, "pointing", True),
    ),
)
_PHRASES = Fields(
    "rumusan perubahan",
    _build,
    (
        Key("judul", Named(_WORDS), "titles", True),
        Key("sebut", Named(_WORDS), "names", True),
        Key("menimbang", _WORDS, "recital", True),
        Key("menimbang_satu", _WORDS, "recital_one", True, "bila yang diubah hanya satu ketentuan"),
        Key("menimbang_cabut", _WORDS, "recital_repeal", True),
        Key("alasan_kosong", _WORDS, "no_reason", True),
        Key("perubahan_terdahulu", _WORDS, "no_earlier", True, "bila naskah konsolidasi tanpa diubah_dengan"),
        Key("pasal_satu", _WORDS, "article_one", True),
        Key("rumusan", Named(_WORDS), "formulas", True, "rumusan tiap jenis perubahan"),
        Key("jenis", Named(_WORDS), "kinds", True),
        Key("ganti", _REPLACING, "replacing", True),
        Key("keadaan", Named(_WORDS), "duties", True, "apa yang terjadi pada peraturan yang sudah ada"),
        Key("matriks", _TABLE, "table", True),
    ),
)


def read_phrases(templates: Path) -> Phrases:
    """The phrases of a templates folder.

    Raises:
        Refused: with everything wrong in the file.
    """
    return read_shaped(templates / FILE, f"templates/{FILE}", _PHRASES)


def phrases_schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return _PHRASES.schema()
