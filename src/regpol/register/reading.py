"""Finds the table of people in a file: which sheet, which row holds the headings, which rows are people.

Everything that had to be assumed on the way is said in ``RawTable.assumptions``; nothing is dropped
without being counted. Cells are not interpreted here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from regpol.register.headings import Headings, examples, headings_for, label
from regpol.register.mapping import NO_MAPPING, FileMapping, column_letters, mapping_of
from regpol.register.person_rows import WHO, said_of_skipped, split_rows
from regpol.register.raw_table import RawTable, Row, as_text
from regpol.register.sheets import (
    COLUMNAR,
    DELIMITERS,
    Grid,
    blank,
    decode,
    encoding_name,
    grid,
    is_workbook,
    load,
    text_rows,
    workbook,
)
from regpol.register.vocabulary import Vocabulary
from regpol.register.wording import words
from regpol.register.written_here import original_sheets, refuse_masked, said_of_original
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.register import (
    ColumnsMissing,
    EmptyFile,
    HeaderNotFound,
    MappingMismatch,
    NoDataRows,
    SheetUnknown,
)
from regpol.terms.problems.register_files import HeaderRowWrong

REQUIRED = ("nik", "kategori")
_SEARCHED_ROWS = 60
SAMPLE = 64_000
"""Characters at the beginning of a text in which its delimiter is looked for."""


def read(
    path: Path,
    sheet: str | None = None,
    *,
    mapping: Mapping[str, str] | FileMapping | None = None,
    vocabulary: Vocabulary | None = None,
    required: tuple[str, ...] = REQUIRED,
) -> RawTable:
    """The register in a CSV or XLSX file, or in a Parquet file no longer than a sheet.

    ``mapping`` gives headings (as the file writes them) their field and overrides what is recognised;
    a heading mapped to "" is left out. A `FileMapping` also tells the sheet, the heading row and the delimiter.
    ``vocabulary`` adds its facts to the fields that are recognised.
    """
    place = Place(str(path))
    content = load(path)
    headings = headings_for(vocabulary)
    told = mapping_of(mapping)
    if content.startswith(COLUMNAR):
        chosen, said = _from_columnar(path, sheet)
    elif is_workbook(content, place):
        chosen, said = _from_workbook(content, place, sheet or told.sheet or None, headings)
    else:
        chosen, said = _from_text(content, place, sheet, headings, told.delimiter)
    table = _table(place, chosen, said, headings, told, required)
    refuse_masked(table)
    return table


@dataclass(frozen=True)
class Sheet:
    """A table of people together with the whole sheet it stands in."""

    table: RawTable
    grid: Grid


def read_sheets(
    path: Path,
    required: tuple[str, ...],
    headings: Headings,
    who: tuple[str, ...] = WHO,
    mapping: FileMapping = NO_MAPPING,
) -> tuple[Sheet, ...]:
    """Every sheet of a file that has the required columns, for lists that are kept one sheet a unit.

    Raises:
        Refused: if no sheet has them, for the reason the most promising sheet gives.
    """
    place, content = Place(str(path)), load(path)
    if not is_workbook(content, place):
        only, said = _from_text(content, place, None, headings, mapping.delimiter)
        return (Sheet(_table(place, only, said, headings, mapping, required, who), only),)
    book = workbook(content, place)
    own = (mapping.sheet,) if mapping.sheet in book.sheet_names else original_sheets(content, place, None)
    grids = [one for one in (grid(name, book, place) for name in own or book.sheet_names) if one.filled]
    found, left = [], []
    for one in grids:
        try:
            said = said_of_original(own if mapping.sheet not in own else ())
            found.append(Sheet(_table(place, one, said, headings, mapping, required, who), one))
        except Refused:
            left.append(one.sheet)
    if not found:
        best, said = _from_workbook(content, place, None, headings)
        return (Sheet(_table(place, best, said, headings, mapping, required, who), best),)
    if left:
        unread = f"Lembar tanpa daftar orang tidak dibaca: {', '.join(left)}"
        found[0] = replace(found[0], table=replace(found[0].table, assumptions=(unread, *found[0].table.assumptions)))
    return tuple(found)


def _from_workbook(content: bytes, place: Place, wanted: str | None, headings: Headings) -> tuple[Grid, list[str]]:
    book = workbook(content, place)
    own = original_sheets(content, place, wanted)
    if wanted is not None:
        if wanted not in book.sheet_names:
            raise Refused(SheetUnknown(place=place, given=wanted, known=tuple(book.sheet_names)))
        return grid(wanted, book, place), said_of_original(own)
    grids = [grid(name, book, place) for name in own or book.sheet_names]
    filled = [one for one in grids if one.filled]
    if not filled:
        raise Refused(EmptyFile(place=place))
    # the first sheet with the most recognised headings: cover sheets and recaps have few
    best = max(filled, key=lambda one: _header(one, headings)[1])
    others = [one.sheet for one in filled if one is not best]
    said = [f"Lembar yang dibaca: “{best.sheet}”; tidak dibaca: {', '.join(others)}"] if others else []
    return best, [*said_of_original(own), *said]


def _from_columnar(path: Path, wanted: str | None) -> tuple[Grid, list[str]]:
    from regpol.register.columnar_cells import SAID, columnar_grid

    if wanted is not None:
        known = ("(berkas Parquet tidak punya lembar)",)
        raise Refused(SheetUnknown(place=Place(str(path)), given=wanted, known=known))
    return columnar_grid(path), [SAID]


def _from_text(
    content: bytes, place: Place, wanted: str | None, headings: Headings, told: str = ""
) -> tuple[Grid, list[str]]:
    if wanted is not None:
        raise Refused(SheetUnknown(place=place, given=wanted, known=("(berkas teks tidak punya lembar)",)))
    text, encoding = decode(content, place)
    best = choose_delimiter(text[:SAMPLE], place, headings, told)
    return Grid("", text_rows(text, best, place)), said_of_text(encoding, best)


def choose_delimiter(start: str, place: Place, headings: Headings, told: str = "") -> str:
    """The delimiter under which the beginning of a text names the most fields, unless one is told."""
    tried = {d: Grid("", text_rows(start, d, place, _SEARCHED_ROWS)) for d in DELIMITERS}
    return told or max(DELIMITERS, key=lambda d: (_header(tried[d], headings)[1], start.count(d)))


def said_of_text(encoding: str, delimiter: str) -> list[str]:
    """What was assumed of a text file."""
    return [f"Berkas teks dibaca sebagai {encoding_name(encoding)} dengan pemisah {DELIMITERS[delimiter]}"]


def _header(one: Grid, headings: Headings) -> tuple[int, int]:
    """Index of the row most like a heading row, and how many fields it names."""
    best, most = -1, 0
    for index, row in enumerate(one.rows[:_SEARCHED_ROWS]):
        texts = [as_text(cell) for cell in row]
        if any(sum(c.isdigit() for c in text) > 9 for text in texts):
            continue  # a row with a NIK is a person
        count = headings.counted(texts)
        if count > most:
            best, most = index, count
    return best, most


@dataclass(frozen=True)
class Columns:
    """The row of the headings, counted from 0, what they say, and which column holds which field.

    ``told`` are the columns of the fields that tell whether a row is a person.
    """

    at: int
    texts: tuple[str, ...]
    fields: Mapping[str, int]
    told: tuple[int, ...]

    def said(self, mapping: FileMapping) -> list[str]:
        """What was assumed of them."""
        said = said_of(self.at, self.texts, self.fields)
        return said if mapping.place == NOWHERE else [*said, f"Kolom dibaca menurut pemetaan {mapping.place}"]


def columns_of(
    place: Place,
    chosen: Grid,
    headings: Headings,
    mapping: FileMapping,
    required: tuple[str, ...],
    who: tuple[str, ...] = WHO,
) -> Columns:
    """The heading row of a grid and its columns.

    Raises:
        Refused: if there is none, or a column is missing.
    """
    if not chosen.filled:
        raise Refused(EmptyFile(place=Place(place.file, sheet=chosen.sheet)))
    at, count = _told_header(chosen, mapping) if mapping.header_row else _mapped_header(chosen, mapping.columns)
    if at < 0:
        at, count = _header(chosen, headings)
    here = Place(place.file, at + 1, sheet=chosen.sheet)
    if count < 2:
        searched = sum(not blank(row) for row in chosen.rows[:_SEARCHED_ROWS])
        raise Refused(HeaderNotFound(place=Place(place.file, sheet=chosen.sheet), searched=searched))
    texts = heading_texts(chosen.rows[at], headings, mapping)
    fields = fields_of(texts, headings, mapping, here)
    refuse_missing(required, fields, texts, here)
    return Columns(at, texts, fields, tuple(fields[name] for name in who if name in fields))


def heading_texts(row: Row, headings: Headings, mapping: FileMapping) -> tuple[str, ...]:
    """The headings of a row; where it holds no known one and none the mapping names, the letters of the columns.

    A mapping may point at the wrong row, which is then a person, and headings are repeated in messages.
    """
    texts = tuple(" ".join(as_text(cell).split()) for cell in row)
    named = {words(heading) for heading in mapping.columns}
    if headings.counted(texts) or any(words(text) in named for text in texts if text):
        return texts
    return tuple(column_heading(at) if text else "" for at, text in enumerate(texts))


def column_heading(index: int) -> str:
    """What a column counted from 0 is called where its heading cannot be shown."""
    return f"Kolom {column_letters(index)}"


def _table(
    place: Place,
    chosen: Grid,
    said: list[str],
    headings: Headings,
    mapping: FileMapping,
    required: tuple[str, ...],
    who: tuple[str, ...] = WHO,
) -> RawTable:
    columns = columns_of(place, chosen, headings, mapping, required, who)
    at, fields = columns.at, columns.fields
    rows, numbers, skipped = split_rows(chosen.rows, at, fields, headings, who, page=bool(chosen.sheet))
    if not rows:
        raise Refused(NoDataRows(place=Place(place.file, at + 1, sheet=chosen.sheet), header_row=at + 1))
    return RawTable(
        file=place.file,
        sheet=chosen.sheet,
        header_row=at + 1,
        headings=columns.texts,
        fields=fields,
        rows=rows,
        numbers=numbers,
        skipped=skipped,
        assumptions=(*said, *columns.said(mapping), *said_of_skipped(skipped)),
    )


def _told_header(one: Grid, mapping: FileMapping) -> tuple[int, int]:
    """The heading row the mapping tells; it counts as found whatever it holds.

    Raises:
        Refused: if there is no such row, or nothing in it.
    """
    at = mapping.header_row - 1
    trouble = "tidak ada" if at >= len(one.rows) else "kosong" if blank(one.rows[at]) else ""
    if trouble:
        raise Refused(HeaderRowWrong(place=mapping.place, row=mapping.header_row, trouble=trouble))
    return at, 2


def _mapped_header(one: Grid, mapping: Mapping[str, str]) -> tuple[int, int]:
    wanted = {words(heading) for heading in mapping}
    counts = [len(wanted & {words(as_text(cell)) for cell in row}) for row in one.rows[:_SEARCHED_ROWS]]
    most = max(counts, default=0)
    # a header found by its mapping counts as found, even with a single column
    return (counts.index(most), max(most, 2)) if most else (-1, 0)


def fields_of(texts: tuple[str, ...], headings: Headings, told: FileMapping, here: Place) -> dict[str, int]:
    """Which column holds which field, as a mapping tells or the headings do.

    Raises:
        Refused: if the mapping names what is not there.
    """
    spelled = {words(f"kolom {column_letters(index)}"): index for index in range(len(texts))}
    spelled |= {words(text): index for index, text in reversed(list(enumerate(texts))) if text}
    known = headings.fields
    wrong: list[Problem] = []
    fixed: dict[str, int] = {}
    for heading, field in told.columns.items():
        index, place = spelled.get(words(heading)), told.told_at(heading, here)
        if index is None:
            wrong.append(MappingMismatch(place=place, given=heading, known=tuple(text for text in texts if text)))
        elif field and field not in known:
            wrong.append(MappingMismatch(place=place, given=field, known=known))
        elif field:
            fixed[field] = index
    if wrong:
        raise Refused(*wrong)
    mapped = {spelled[words(heading)] for heading in told.columns}
    free = ["" if index in mapped else text for index, text in enumerate(texts)]
    found = {field: index for field, index in headings.assign(free).items() if field not in fixed}
    return dict(sorted({**found, **fixed}.items(), key=lambda item: item[1]))


def refuse_missing(required: tuple[str, ...], fields: Mapping[str, int], texts: tuple[str, ...], here: Place) -> None:
    """Refuses a table that lacks a column without which nobody could be decided."""
    missing = [field for field in required if field not in fields]
    if not missing:
        return
    shown = tuple(text for text in texts if text)
    unused = [text for index, text in enumerate(texts) if text and index not in fields.values()]
    nearest = f"; yang belum terpakai: {', '.join(unused[:6])}" if unused else ""
    raise Refused(
        ColumnsMissing(
            place=here,
            missing=tuple(label(field) for field in missing),
            headings=shown,
            examples=examples(missing),
            nearest=nearest,
        )
    )


def said_of(at: int | None, texts: tuple[str, ...], fields: Mapping[str, int]) -> list[str]:
    """What was assumed of the columns; ``at`` is the row of the headings, counted from 0, if they stand in one."""
    said = [] if at is None else [f"Judul kolom diambil dari baris {at + 1}"]
    renamed = [f"“{texts[i]}” = {label(f)}" for f, i in fields.items() if words(texts[i]) != words(label(f))]
    if renamed:
        said.append(f"Kolom dikenali dari judulnya: {'; '.join(renamed)}")
    unused = [text for index, text in enumerate(texts) if text and index not in fields.values()]
    if unused:
        said.append(f"Kolom tidak dipakai: {', '.join(unused)}")
    return said
