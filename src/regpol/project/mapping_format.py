"""What a mapping file may contain, and how one is written from what was recognised.

berkas:
- nama: register.xlsx
baris_judul: 6
kolom: {No. KTP: nik, Posisi: kategori, Keterangan: tidak_dipakai}
"""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Reference, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.register.headings import Headings, headings_for, label
from regpol.register.mapping import UNUSED, FileMapping, Mappings, column_letters
from regpol.register.raw_table import RawTable
from regpol.register.sheets import DELIMITERS
from regpol.register.vocabulary import Vocabulary
from regpol.terms.place import Place

_MOST_ROWS = 1_048_576
_MOST_SAMPLED = 200


def _row(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 8 and 0 < int(text) <= _MOST_ROWS else None


def _build(
    place: Place,
    name: str = "",
    columns: tuple[tuple[Text, Text], ...] = (),
    sheet: str = "",
    header_row: int = 0,
    delimiter: str = "",
    category: str = "",
) -> FileMapping:
    fields = {heading.value: "" if field.value == UNUSED else field.value for heading, field in columns}
    places = {heading.value: heading.place for heading, _ in columns}
    return FileMapping(fields, places, place, name, sheet, header_row, delimiter, category)


def _mappings(place: Place, entries: tuple[FileMapping, ...]) -> Mappings:
    return Mappings(entries, place)


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_FILE = Fields(
    "berkas",
    _build,
    (
        Key("nama", _WORDS, "name", True, "nama berkas, atau pola nama beberapa berkas", "register-*.xlsx"),
        Key("lembar", _WORDS, "sheet", False, "lembar yang dibaca; tanpa ini dicari sendiri", "Data"),
        Key(
            "baris_judul",
            Scalar(_row, "nomor baris judul kolom seperti di Excel", "6"),
            "header_row",
            False,
            "baris judul kolom; tanpa ini dicari sendiri",
        ),
        Key(
            "pemisah",
            Choice("pemisah", {word: sign for sign, word in DELIMITERS.items()}),
            "delimiter",
            False,
            "pemisah kolom dalam berkas teks; tanpa ini dicari sendiri",
        ),
        Key(
            "kategori",
            _WORDS,
            "category",
            False,
            "kode kategori semua orang dalam berkas yang tidak punya kolom kategori",
            "ketua_rt",
        ),
        Key(
            "kolom",
            Named(Reference("isian", "nik")),
            "columns",
            False,
            f"judul kolom (atau “kolom F”) dengan isiannya; {UNUSED} untuk kolom yang dilewati",
        ),
    ),
)
_MAPPINGS = Fields(
    "pemetaan", _mappings, (Key("berkas", ListOf(_FILE, some=True), "entries", True, "berkas yang dipetakan"),)
)


def read_mappings(path: Path) -> Mappings:
    """The mapping file.

    Raises:
        Refused: with everything wrong in it, each at its line.
    """
    return read_shaped(path, path.name, _MAPPINGS)


def mapping_schema() -> dict[str, Any]:
    """The JSON Schema of a mapping file."""
    return _MAPPINGS.schema()


def mapping_text(tables: tuple[tuple[RawTable, str], ...], vocabulary: Vocabulary) -> str:
    """A mapping file that says what was recognised in each table, ready to be corrected.

    A table goes with its delimiter, empty for a workbook.
    """
    known = headings_for(vocabulary)
    lines = [
        "# Pemetaan kolom register, ditulis regpol dari yang dikenalinya. Perbaiki yang keliru, lalu pakai dengan",
        "# --mapping, atau tulis “pemetaan: NAMA-BERKAS” dalam project.yaml supaya dipakai oleh semua perintah.",
        f"# Kolom yang tidak dipakai: {UNUSED}. Isian yang ada:",
        *_listed(known),
        "berkas:",
    ]
    for table, delimiter in tables:
        lines += [f"- nama: {_quoted(Path(table.file).name)}"]
        if table.sheet:
            lines.append(f"  lembar: {_quoted(table.sheet)}")
        lines.append(f"  baris_judul: {_quoted(str(table.header_row))}")
        if delimiter:
            lines.append(f"  pemisah: {DELIMITERS[delimiter]}")
        if "kategori" not in table.fields:
            lines.append("  # kategori: ketua_rt    # bila semua orang dalam berkas ini berkategori sama")
        lines += ["  kolom:", *_columns(table)]
    return "\n".join(lines) + "\n"


def asked_mapping_text(file: str, columns: Mapping[str, str], category: str = "") -> str:
    """A mapping of what an official answered: headings with their field, or one category for everybody."""
    lines = ["# Pemetaan kolom register, dari jawaban ketika proyek dibuat.", "berkas:", f"- nama: {_quoted(file)}"]
    lines += [f"  kategori: {category}"] if category else []
    lines += (
        ["  kolom:", *(f"    {_quoted(heading)}: {field}" for heading, field in columns.items())] if columns else []
    )
    return "\n".join(lines) + "\n"


def _listed(known: Headings) -> list[str]:
    return [f"#   {field:<20} {label(field)}" for field in known.fields]


def _columns(table: RawTable) -> list[str]:
    """One line a column that holds something; a heading written twice, or none, is told by its letter."""
    often = Counter(text for text in table.headings if text)
    fields = {at: field for field, at in table.fields.items()}
    lines = []
    for at, text in enumerate(table.headings):
        if not text and not any(at < len(row) and row[at] is not None for row in table.rows[:_MOST_SAMPLED]):
            continue
        name = text if often[text] == 1 else f"kolom {column_letters(at)}"
        lines.append(f"    {_quoted(name)}: {fields.get(at, UNUSED)}")
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
