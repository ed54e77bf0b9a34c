"""A packet of one unit made by our own writers, small enough to be made for every test session."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pikepdf
import xlsxwriter

from regpol.documents.word import docx
from regpol.documents.writers import pdf
from regpol.packet.attaching import attach

# the small papers of the other room's tests serve here too
sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from naskah_cases import STYLES, draft_of

BODY = """Pasal
(1) Peserta berjumlah 283 orang di 4 kelurahan, selama 12 bulan.
(2) Iuran sebesar Rp16.800 setiap orang setiap bulan, atau 0,24 % dari upah.
(3) Kebutuhan Iuran sebesar Rp57.052.800 untuk tahun anggaran 2025.
Pasal
(1) Rincian Iuran sebagai berikut:
| Kelompok |> Orang |> Iuran setahun (Rp) |
| Ketua rukun tetangga | 190 | 38.304.000 |
| Kader | 93 | 18.748.800 |
|= Jumlah | 283 | 57.052.800 |
(2) Pembayaran mengikuti Pasal 1 ayat (3) dan Nomor 24/2011, paling lambat 15 Januari 2025.
"""
VALUES = {
    "orang": 283,
    "kelurahan": 4,
    "bulan": 12,
    "iuran": 16_800,
    "setahun": 57_052_800,
    "orang.rt": 190,
    "orang.kader": 93,
    "setahun.rt": 38_304_000,
    "setahun.kader": 18_748_800,
}
CLAUSES = ("perjanjian.pdf", "perjanjian.docx", "indeks.html")


def make(folder: Path, work: Path) -> None:
    """Writes the packet: an agreement as PDF and DOCX, a computation, an index, a merged file, the numbers."""
    draft = draft_of(work, BODY)
    (folder / "perjanjian.pdf").write_bytes(pdf.write(draft, clean=True))
    (folder / "perjanjian.docx").write_bytes(docx.write(draft, styles=STYLES, clean=True))
    _workbook(folder / "rab.xlsx")
    (folder / "indeks.html").write_text(
        "<html><head><title>9.999</title></head><body><h1>Paket</h1><table><tr><td>Ampenan</td><td>283</td>"
        "<td>Rp57.052.800</td></tr></table></body></html>",
        encoding="utf-8",
    )
    merge(folder)
    _long_list(folder / "daftar.xlsx")
    attach(folder / "gabungan.pdf", [folder / "daftar.xlsx"])
    (folder / "angka.json").write_text(json.dumps(numbers(), indent=1), encoding="utf-8")


def merge(folder: Path) -> None:
    """The agreement twice over, as a file of all papers."""
    with pikepdf.new() as whole, pikepdf.open(folder / "perjanjian.pdf") as part:
        whole.pages.extend(part.pages)
        whole.pages.extend(part.pages)
        whole.save(folder / "gabungan.pdf")


def _workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("RAB")
        rows = [
            ("Kelompok", "Orang", "Setahun"),
            ("Ketua rukun tetangga", 190, 38_304_000),
            ("Kader", 93, 18_748_800),
            ("Jumlah", 283, 57_052_800),
        ]
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)


def _long_list(path: Path) -> None:
    """People whose amounts no paper prints, since the list is long."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Peserta")
        for at, row in enumerate([("No.", "Iuran"), (1, 16_800), (2, 16_800), (3, 16_800)]):
            sheet.write_row(at, 0, row)


def numbers() -> dict[str, Any]:
    """What the packet says of itself."""
    cells = {"orang.rt": "B2", "setahun.rt": "C2", "orang.kader": "B3", "setahun.kader": "C3"}
    cells |= {"orang": "B4", "setahun": "C4"}
    known = []
    for key, value in VALUES.items():
        where: list[Any] = ["perjanjian.pdf", "perjanjian.docx"]
        where += ["perjanjian.pdf", "perjanjian.docx"] if key in {"orang", "setahun"} else []
        where += ["indeks.html"] if key in {"orang", "setahun"} else []
        where += [{"berkas": "rab.xlsx", "lembar": "RAB", "sel": cells[key]}] if key in cells else []
        known.append({"kunci": key, "nilai": value, "tampil": [f"{value:,}".replace(",", ".")], "di": where})
    standing = [{"berkas": "daftar.xlsx", "lembar": "Peserta", "sel": f"B{row}"} for row in (2, 3, 4)]
    known.append({"kunci": "perorangan:16800", "nilai": 16_800, "tampil": [], "di": standing})
    merged = [{"berkas": "gabungan.pdf", "bagian": ["perjanjian.pdf", "perjanjian.pdf"]}]
    return {"angka": known, "gabungan": merged}


def edit_pdf(path: Path, old: str, new: str, *, at: int = 0) -> None:
    """Changes the digits of a number in a finished PDF, glyph by glyph, as an editor of PDF would."""
    assert len(old) == len(new)
    seen = 0
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        for page in opened.pages:
            fonts = {str(name): _glyphs(font) for name, font in page.Resources.Font.items()}
            operations = list(pikepdf.parse_content_stream(page))
            letters: dict[str, bytes] = {}
            for operands, operator in operations:
                if str(operator) == "Tf":
                    letters = fonts[str(operands[0])]
                elif str(operator) == "TJ":
                    text = _text(operands[0], letters)
                    for found in re.finditer(rf"(?<![\d.]){re.escape(old)}(?![\d.])", text):
                        if seen == at:
                            _overwrite(operands[0], letters, found.start(), new)
                        seen += 1
            page.Contents = opened.make_stream(pikepdf.unparse_content_stream(operations))
        assert seen > at, f"{old} stands only {seen} times in {path.name}"
        opened.save(path)


def _glyphs(font: Any) -> dict[str, bytes]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]{4})>\n", table)
    return {chr(int(letter, 16)): bytes.fromhex(glyph) for glyph, letter in pairs}


def _text(array: Any, letters: dict[str, bytes]) -> str:
    back = {glyph: letter for letter, glyph in letters.items()}
    raw = b"".join(bytes(part) for part in array if isinstance(part, pikepdf.String))
    return "".join(back.get(raw[at : at + 2], "\0") for at in range(0, len(raw), 2))


def _overwrite(array: Any, letters: dict[str, bytes], start: int, new: str) -> None:
    place = 0
    for number, part in enumerate(array):
        if not isinstance(part, pikepdf.String):
            continue
        raw = bytearray(bytes(part))
        for at in range(0, len(raw), 2):
            if start <= place < start + len(new):
                raw[at : at + 2] = letters[new[place - start]]
            place += 1
        array[number] = pikepdf.String(bytes(raw))


def edit_docx(path: Path, old: str, new: str, *, at: int = 0) -> None:
    """Changes a number in a run of a finished DOCX, as Word would."""
    import docx as word

    opened = word.Document(str(path))
    body = opened.element.body
    runs = [run for run in body.iter() if run.tag.endswith("}t") and run.text and _stands(old, run.text)]
    assert len(runs) > at, f"{old} stands only {len(runs)} times in {path.name}"
    runs[at].text = re.sub(rf"(?<![\d.]){re.escape(old)}(?![\d.])", new, runs[at].text, count=1)
    opened.save(str(path))


def _stands(number: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", text))


def edit_xlsx(path: Path, cell: str, new: int) -> None:
    """Changes a cell of a finished workbook, as Excel would."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet[cell] = new
    book.save(path)


def edit_attached(path: Path, cell: str, new: int) -> None:
    """Changes a cell of the workbook inside a PDF; the one beside it stays."""
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        (name,) = opened.attachments
        inside = path.with_name(f"_{name}")
        inside.write_bytes(opened.attachments[name].get_file().read_bytes())
        edit_xlsx(inside, cell, new)
        opened.attachments[name] = pikepdf.AttachedFileSpec(opened, inside.read_bytes(), filename=name)
        inside.unlink()
        opened.save(path)


def edit_text(path: Path, old: str, new: str) -> None:
    """Changes the first such number of a page."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
