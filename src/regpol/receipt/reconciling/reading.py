"""Opens finished files and gives the text or the cells in them, with readers that none of our writers uses."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from regpol.receipt.reconciling.figures import Figures, figures

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATRIX = "MATRIKS DASAR HUKUM"
"""Where the working annex of an unfinished PDF begins; no other format has it."""


class UnreadableFile(Exception):
    """The file cannot be opened as what its name says."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a whole number: its sheet and its address there, 'C7'."""

    sheet: str
    address: str
    value: int
    row: int
    column: int


def text_of(path: Path) -> str:
    """The running text of a PDF, DOCX or HTML, tables included, heads and feet of pages as they come.

    Raises:
        UnreadableFile: if it is none.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFile(path.suffix)
    try:
        return reader(path)
    except Exception as error:
        # whatever a reader trips over in a damaged file: it has no numbers we could vouch for
        raise UnreadableFile(type(error).__name__) from error


def figures_of(path: Path) -> tuple[Figures, Figures]:
    """The numbers of a PDF, DOCX or HTML: without the working annex of an unfinished PDF, and with it.

    Raises:
        UnreadableFile: if it is none.
    """
    text = text_of(path)
    before, annex, _ = text.partition(_MATRIX)
    proper = figures(before)
    return proper, figures(text) if annex else proper


def page_count(path: Path) -> int:
    """How many pages a PDF has; 0 if it cannot be opened."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as opened:
            return len(opened)
    except (OSError, pypdfium2.PdfiumError):
        return 0


def readable(path: Path) -> bool:
    """Whether its text can be read here."""
    return path.suffix.lower() in _READERS


def _pdf(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as opened:
        pages = []
        for page in opened:
            held = page.get_textpage()
            pages.append(held.get_text_range())
            held.close()
            page.close()
    return _uncut("\n".join(pages))


def _uncut(text: str) -> str:
    """Text without the marks that the reader leaves where a word was cut at the end of a line.

    >>> _uncut("Sayang\ufffesayang, 7\ufffe10 hari")
    'Sayangsayang, 7-10 hari'
    """
    return re.sub(r"\ufffe(?=\d)", "-", text).replace("\ufffe", "")


def _docx(path: Path) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with zipfile.ZipFile(path) as packed:
        root = etree.fromstring(packed.read("word/document.xml"), parser)
    paragraphs = (
        "".join(_run(part) for part in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br"))
        for paragraph in root.iter(f"{_WORD}p")
    )
    return "\n".join(paragraphs)


def _run(part: object) -> str:
    text, tag = getattr(part, "text", None), getattr(part, "tag", "")
    return text or "" if tag == f"{_WORD}t" else " "


class _Page(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in {"script", "style", "title"}
        self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style", "title"}
        self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def _html(path: Path) -> str:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return "".join(page.pieces)


_READERS: dict[str, Callable[[Path], str]] = {".pdf": _pdf, ".docx": _docx, ".html": _html}


def cells_of(path: Path) -> Iterator[Cell]:
    """Every whole number in a workbook; what is text, a date or a fraction is left out.

    Raises:
        UnreadableFile: if it is no workbook.
    """
    yield from _cells(path)


def attached_cells(path: Path) -> dict[str, tuple[Cell, ...]]:
    """The whole numbers of each workbook inside a PDF, by the name it has there.

    Raises:
        UnreadableFile: if one of them, or the PDF, cannot be opened.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as opened:
            held = [opened.get_attachment(at) for at in range(opened.count_attachments())]
            books = {one.get_name(): bytes(one.get_data()) for one in held if one.get_name().endswith(".xlsx")}
    except (OSError, pypdfium2.PdfiumError) as error:
        raise UnreadableFile(type(error).__name__) from error
    return {name: tuple(_cells(io.BytesIO(content))) for name, content in books.items()}


def _cells(file: Path | io.BytesIO) -> Iterator[Cell]:
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_object(file)
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except Exception as error:
        raise UnreadableFile(type(error).__name__) from error
    for name, rows in sheets:
        for row, cells in enumerate(rows):
            for column, held in enumerate(cells):
                if isinstance(held, int | float) and not isinstance(held, bool) and held == int(held):
                    yield Cell(name, f"{_letters(column)}{row + 1}", int(held), row, column)


def labels_of(path: Path) -> dict[str, list[list[str]]]:
    """The texts of a workbook by sheet and row, as they stand; a number is empty.

    Raises:
        UnreadableFile: if it is no workbook.
    """
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
        return {
            name: [
                [held.strip() if isinstance(held, str) else "" for held in row]
                for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in book.sheet_names
        }
    except Exception as error:
        raise UnreadableFile(type(error).__name__) from error


def _letters(column: int) -> str:
    made = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made


def is_total(label: str) -> bool:
    """Whether a row is named as the sum of those above it."""
    return bool(re.fullmatch(r"(?i)(?:jumlah|total)(?: keseluruhan| seluruhnya)?\s*:?", label))
