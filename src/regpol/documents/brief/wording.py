"""The words a draft uses for what the rulebook knows by code; read from ``templates/rumusan.yaml``.

Wording is the drafters' business, so none of it stands in the program.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Reference, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.terms.place import Place

FILE = "rumusan.yaml"


@dataclass(frozen=True)
class CategoryWords:
    """A category as norms write it: the term, its definition, and the paper that proves it."""

    place: Place
    term: str
    definition: str
    proof: str


@dataclass(frozen=True)
class UnwordedCategory:
    """What stands for a category that nobody has put into words yet: blanks a drafter cannot overlook."""

    place: Place
    definition: str
    proof: str


@dataclass(frozen=True)
class RecitalWords:
    """A consideration, with the key of its basis if it rests on one."""

    place: Place
    text: str
    basis: str = ""


@dataclass(frozen=True)
class TariffWords:
    """How a tariff is named in the annex."""

    place: Place
    share: str
    fixed: str


@dataclass(frozen=True)
class OrderWords:
    """How a key of the order of selection is said; each takes ``{fakta}``, the lists also ``{nilai}``."""

    place: Place
    lowest: str
    highest: str
    earliest: str
    latest: str
    yes: str
    no: str
    only: str
    listed: str


@dataclass(frozen=True)
class GazetteWords:
    """The formulas of the gazettes, and what stands where one is not known, by kind of regulation."""

    place: Place
    main: str
    addition: str
    blanks: tuple[tuple[Text, str], ...]

    def blank(self, kind: str) -> str:
        """The mark for a regulation of this kind whose gazette is not known."""
        marks = {name.value: text for name, text in self.blanks}
        return marks.get(kind, marks.get("lainnya", ""))


@dataclass(frozen=True)
class Wording:
    """Everything in the file. ``bases`` maps a clause key to provisions, "regulation pinpoint"."""

    place: Place
    categories: dict[str, CategoryWords]
    unworded: UnwordedCategory
    segments: dict[str, str]
    funds: dict[str, str]
    payers: dict[str, str]
    provincial_funds: dict[str, str]
    provincial_payers: dict[str, str]
    tariff: TariffWords
    wage_bases: dict[str, str]
    recitals: tuple[RecitalWords, ...]
    council_recitals: tuple[RecitalWords, ...]
    citations: tuple[str, ...]
    village_citations: tuple[str, ...]
    unknown_forming_law: str
    agreement: str
    order: OrderWords
    no_council: str
    empowering: tuple[str, ...]
    council_empowering: tuple[str, ...]
    village_empowering: tuple[str, ...]
    empowering_families: tuple[str, ...]
    commanded: str
    no_authority: str
    no_provision: str
    to_amend: str
    topics: dict[str, bool]
    """Topics a regulation may do without: whether it has them unless the project says otherwise."""
    groups: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    group_recitals: dict[str, str]
    gazette: GazetteWords
    bases: dict[str, tuple[Text, ...]]

    def category(self, code: str, name: str) -> CategoryWords:
        """The words for a category; for one nobody has worded its name in the rulebook, and blanks."""
        blank = self.unworded
        unworded = CategoryWords(blank.place, name[:1].lower() + name[1:], blank.definition, blank.proof)
        return self.categories.get(code, unworded)


def _plain(entries: tuple[tuple[Text, object], ...]) -> dict[str, Any]:
    return {name.value: value for name, value in entries}


def _build(place: Place, **parts: object) -> Wording:
    listed = (
        *("categories", "segments", "funds", "payers", "provincial_funds", "provincial_payers"),
        *("wage_bases", "bases", "groups", "roles", "group_recitals", "topics"),
    )
    made = {name: _plain(value) if name in listed else value for name, value in parts.items()}  # type: ignore[arg-type]
    return Wording(place=place, **made)  # type: ignore[arg-type]


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_LIST = Named(_WORDS)
_RECITALS = ListOf(Fields("menimbang", RecitalWords, (Key("isi", _WORDS, "text", True), Key("dasar", _WORDS, "basis"))))
_ORDER = Fields(
    "urutan",
    OrderWords,
    (
        Key("naik", _WORDS, "lowest", True),
        Key("turun", _WORDS, "highest", True),
        Key("terlama", _WORDS, "earliest", True),
        Key("terbaru", _WORDS, "latest", True),
        Key("ya", _WORDS, "yes", True),
        Key("tidak", _WORDS, "no", True),
        Key("satu", _WORDS, "only", True),
        Key("berurutan", _WORDS, "listed", True),
    ),
)
_WORDING = Fields(
    "rumusan",
    _build,
    (
        Key(
            "kategori",
            Named(
                Fields(
                    "rumusan kategori",
                    CategoryWords,
                    (
                        Key("sebutan", _WORDS, "term", True, "sebutan dalam norma", "ketua rukun tetangga"),
                        Key("batasan", _WORDS, "definition", True, "batasan pengertian"),
                        Key("bukti", _WORDS, "proof", True, "surat yang membuktikan"),
                    ),
                )
            ),
            "categories",
            True,
        ),
        Key(
            "kategori_kosong",
            Fields(
                "rumusan kategori yang belum ditulis",
                UnwordedCategory,
                (Key("batasan", _WORDS, "definition", True), Key("bukti", _WORDS, "proof", True)),
            ),
            "unworded",
            True,
            "bila sebuah kategori belum dirumuskan",
        ),
        Key("segmen", _LIST, "segments", True),
        Key("dana", _LIST, "funds", True),
        Key("penanggung", _LIST, "payers", True),
        Key("dana_provinsi", _LIST, "provincial_funds", True, "dana yang disebut lain pada naskah provinsi"),
        Key("penanggung_provinsi", _LIST, "provincial_payers", True, "penanggung yang disebut lain di sana"),
        Key(
            "tarif",
            Fields("tarif", TariffWords, (Key("upah", _WORDS, "share", True), Key("nominal", _WORDS, "fixed", True))),
            "tariff",
            True,
        ),
        Key("dasar_upah", _LIST, "wage_bases", True),
        Key("menimbang", _RECITALS, "recitals", True),
        Key("menimbang_dewan", _RECITALS, "council_recitals", True, "pertimbangan peraturan daerah"),
        Key("mengingat_awal", ListOf(_WORDS), "citations", True),
        Key("mengingat_awal_desa", ListOf(_WORDS), "village_citations", True, "pembuka Mengingat peraturan desa"),
        Key(
            "pembentukan_kosong", _WORDS, "unknown_forming_law", True, "bila undang-undang pembentukan tidak ditemukan"
        ),
        Key("tentang_perjanjian", _WORDS, "agreement", True),
        Key("urutan", _ORDER, "order", True, "yang menentukan siapa didahulukan, bila uang tidak cukup"),
        Key("bpd_kosong", _WORDS, "no_council", True, "bila sebutan setempat BPD belum ditemukan"),
        Key("wewenang", ListOf(_WORDS), "empowering", True, "kunci dasar yang memberi wewenang atau memerintahkan"),
        Key("wewenang_dewan", ListOf(_WORDS), "council_empowering", True, "yang memberi wewenang membentuk perda"),
        Key("wewenang_desa", ListOf(_WORDS), "village_empowering", True, "yang memberi wewenang kepada desa"),
        Key("wewenang_keluarga", ListOf(_WORDS), "empowering_families", True),
        Key("menimbang_diperintahkan", _WORDS, "commanded", True),
        Key("kuasa_kosong", _WORDS, "no_authority", True, "bila tidak ada Perda atau kuasa peraturan"),
        Key("wewenang_kosong", _WORDS, "no_provision", True, "bila pasal wewenangnya tidak berlaku"),
        Key("ada_untuk_diubah", _WORDS, "to_amend", True),
        Key(
            "topik",
            Named(Choice("kebiasaan", {"biasa": True, "diminta": False})),
            "topics",
            True,
            "topik yang boleh ditinggalkan: biasa ditulis, atau hanya bila diminta proyek",
        ),
        Key("kelompok", Named(ListOf(_WORDS)), "groups", True, "kelompok pekerja: kategori atau induknya"),
        Key("peran", Named(ListOf(_WORDS)), "roles", True, "peran dalam norma tertentu: kategori atau induknya"),
        Key("menimbang_kelompok", _LIST, "group_recitals", True),
        Key(
            "lembaran",
            Fields(
                "lembaran",
                GazetteWords,
                (
                    Key("ln", _WORDS, "main", True),
                    Key("tln", _WORDS, "addition", True),
                    Key("kosong", _LIST, "blanks", True),
                ),
            ),
            "gazette",
            True,
        ),
        Key("dasar", Named(ListOf(Reference("ketentuan", "UU 24/2011 Pasal 14"))), "bases", True),
    ),
)


def read_wording(templates: Path) -> Wording:
    """The wording of a templates folder.

    Raises:
        Refused: with everything wrong in the file.
    """
    return read_shaped(templates / FILE, f"templates/{FILE}", _WORDING)


def wording_schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return _WORDING.schema()
