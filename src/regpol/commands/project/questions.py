"""The questions of ``regpol init``: why each is asked, what Enter means, and again if the answer cannot be used.

Nothing is written while they are asked, so ending them with Ctrl+C leaves nothing behind.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from regpol.commands import opening, shell
from regpol.commands.project import told as told_of
from regpol.commands.project.told import Listed, Told
from regpol.law.model import Rulebook
from regpol.project.region import Region
from regpol.register.mapping import NO_MAPPING
from regpol.terms.language import series, thousands
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.register import ColumnsMissing

Answer = TypeVar("Answer")

_BEFORE = (
    "Beberapa pertanyaan untuk project.yaml. Enter saja berarti isian dalam [kurung siku], atau dikosongkan; semuanya"
    " dapat diubah nanti. Ctrl+C berhenti: belum ada yang ditulis sampai pertanyaan terakhir dijawab."
)
_REGION = "Daerah yang anggarannya membayar. Kode Kemendagri (52.71) atau nama (Kota Mataram)."
_YEAR = "Tahun anggaran. Aturan pendanaan berbeda tiap tahun; anggaran disusun pada tahun sebelumnya."
_LIST = (
    "Berkas Excel atau CSV daftar pekerja. Disalin ke proyek; berkas Anda tidak diubah. Boleh dikosongkan bila belum"
    " ada."
)
_CATEGORIES = "Kelompok pekerja, dipisah koma, misalnya ketua_rt, kader posyandu. Ketik ? untuk melihat semuanya."
_OFFICIALS = (
    "Yang menandatangani naskah. Nama lengkap; bila penjabat, awali dengan Pj., Plt., Plh., atau Pjs. Yang dikosongkan"
    " menjadi titik-titik dalam naskah."
)
_CATEGORY = "kategori"
_NO_COLUMN = "tidak ada kolomnya: semua orang dalam berkas ini satu kategori"
_REVIEW = "Tinjau pilihan tiap kategori dengan dasar hukumnya sekarang? ya/tidak [tidak]"


class _Unusable(Exception):
    """An answer that is no answer to the question; says what would be one."""


def ask(told: Told, book: Rulebook, planned_year: int) -> Told:
    """What was told, with answers to what was not."""
    shell.say_wrapped(_BEFORE)
    region = _region(told)
    year = told.year or _year(book, planned_year)
    register, listed, mapping = _list(told, region, year, book)
    categories = told.categories or (listed.categories if listed else ()) or _categories(book)
    shell.say_wrapped(f"\n{_OFFICIALS}")
    return replace(
        told,
        region=region.code,
        year=year,
        register=register,
        listed=listed,
        mapping=mapping,
        categories=categories,
        head=told.head or shell.question(f"Nama {region.head}"),
        secretary=told.secretary or shell.question("Nama sekretaris daerah"),
        office=told.office or shell.question("Kantor BPJS Ketenagakerjaan, dengan nama lengkapnya"),
        office_head=told.office_head or shell.question("Nama kepala kantor itu"),
        review=bool(categories) and _yes(f"\n{_REVIEW}"),
    )


def _until_right(prompt: str, read: Callable[[str], Answer]) -> Answer:
    while True:
        try:
            return read(shell.question(prompt))
        except _Unusable as error:
            shell.say_wrapped(f"  {error}")
        except Refused as refused:
            shell.say("\n".join(map(str, refused.problems)))


def _region(told: Told) -> Region:
    if told.region:
        found = told_of.find_region(told.region)
    else:
        shell.say_wrapped(f"\n{_REGION}")
        found = _until_right("Daerah", _region_typed)
    shell.say(f"  {found.path}")
    return found


def _region_typed(typed: str) -> Region:
    if not typed:
        raise _Unusable("Daerah harus disebut: kode atau nama, misalnya Kota Mataram.")
    return told_of.find_region(typed)


def _year(book: Rulebook, planned: int) -> int:
    first, last = book.budget_years[0], book.budget_years[-1]
    shell.say_wrapped(f"\n{_YEAR} Yang dimuat buku aturan: {first} sampai {last}.")

    def typed_year(typed: str) -> int:
        if not typed:
            return planned
        if not typed.isdecimal():
            raise _Unusable(f"“{typed}” bukan tahun; tulis empat angka, misalnya {planned}.")
        if int(typed) not in book.budget_years:
            raise Refused(opening.year_outside(book, int(typed), NOWHERE))
        return int(typed)

    return _until_right(f"Tahun anggaran [{planned}]", typed_year)


_ListRead = tuple[Path | None, Listed | None, Path | None]
"""The list of workers, what it holds, and the mapping it was read by."""


def _list(told: Told, region: Region, year: int, book: Rulebook) -> _ListRead:
    """The list of workers and what it holds; asked again until it can be read."""
    if told.register:
        found = _list_read(told.register, told, region, year, book)
    else:
        shell.say_wrapped(f"\n{_LIST}")
        found = _until_right("Daftar pekerja", lambda typed: _list_typed(typed, told, region, year, book))
    if found[1]:
        shell.say_wrapped(_what_is_in(found[1]))
    return found


def _list_typed(typed: str, told: Told, region: Region, year: int, book: Rulebook) -> _ListRead:
    if not typed:
        return None, None, told.mapping
    # a file dragged onto a terminal comes in quotes
    return _list_read(Path(typed.strip("'\"")).expanduser(), told, region, year, book)


def _list_read(register: Path, told: Told, region: Region, year: int, book: Rulebook) -> _ListRead:
    """Reads a list; which columns it means is asked where no heading tells."""
    try:
        return register, told_of.list_of(register, region, year, told.mapping), told.mapping
    except Refused as refused:
        missing = next((one for one in refused.problems if isinstance(one, ColumnsMissing)), None)
        if missing is None or told.mapping or told.room is None:
            raise
    mapping = told.room / "pemetaan.yaml"
    mapping.write_text(_columns_asked(register.name, missing, book), encoding="utf-8")
    return register, told_of.list_of(register, region, year, mapping), mapping


def _columns_asked(file: str, missing: ColumnsMissing, book: Rulebook) -> str:
    """The mapping of a list from answers. Enter is no answer: a wrong column would decide the wrong people."""
    from regpol.project.mapping_format import asked_mapping_text
    from regpol.register.headings import label

    free = [text for text in missing.headings if missing.headings.count(text) == 1]
    columns: dict[str, str] = {}
    category = ""
    for field in NO_MAPPING.required:
        if label(field) not in missing.missing:
            continue
        shell.say_wrapped(f"\nKolom {label(field)} tidak dikenali dari judulnya. Kolom mana yang memuatnya?")
        lines = (*free, *((_NO_COLUMN,) if field == _CATEGORY else ()))
        _numbered(lines)
        chosen = _until_right("Nomor kolom", partial(_number, last=len(lines)))
        if chosen < len(free):
            columns[free.pop(chosen)] = field
        else:
            category = _until_right("Kategori semua orang itu", lambda typed: _one_category(book, typed))
    return asked_mapping_text(file, columns, category)


def _one_category(book: Rulebook, typed: str) -> str:
    found = told_of.categories_named(book, typed)
    if len(found) != 1:
        raise _Unusable("Tulis satu kategori, misalnya ketua_rt.")
    return found[0]


def _what_is_in(listed: Listed) -> str:
    rejected = (
        f"; {thousands(listed.rejected)} ditolak, alasannya lewat regpol register inspect" if listed.rejected else ""
    )
    held = series(listed.categories) or "tidak ada yang dikenal"
    return f"  {thousands(listed.read)} baris dibaca{rejected}. Kategori: {held}."


def _categories(book: Rulebook) -> tuple[str, ...]:
    shell.say_wrapped(f"\n{_CATEGORIES}")

    while True:
        found = _until_right("Kategori", lambda typed: None if typed == "?" else told_of.categories_named(book, typed))
        if found is not None:
            return found
        shell.say_wrapped(", ".join(book.leaves))


def _yes(prompt: str) -> bool:
    def typed_word(typed: str) -> bool:
        word = typed.casefold()
        if word not in {"", "ya", "y", "tidak", "t"}:
            raise _Unusable(f"“{typed}” bukan jawabannya; tulis ya atau tidak.")
        return word.startswith("y")

    return _until_right(prompt, typed_word)


def pick(intro: str, lines: tuple[str, ...]) -> int:
    """Which of the numbered lines is chosen; Enter is the first."""
    shell.say_wrapped(intro)
    _numbered(lines)

    def typed_number(typed: str) -> int:
        return _number(typed or "1", len(lines))

    return _until_right("Pilihan [1]", typed_number)


def pick_more(intro: str, lines: tuple[str, ...]) -> tuple[int, ...]:
    """Which of the numbered lines are added; Enter is none."""
    shell.say_wrapped(intro)
    _numbered(lines)
    return _until_right(
        "Tambahkan nomor, dipisah koma [tidak ada]",
        lambda typed: tuple(_number(one.strip(), len(lines)) for one in typed.split(",") if one.strip()),
    )


def _numbered(lines: tuple[str, ...]) -> None:
    for number, line in enumerate(lines, 1):
        shell.say_wrapped(f"  {number}  {line}", hanging=3)


def _number(typed: str, last: int) -> int:
    """A place in a list, counted from 0."""
    if not typed.isdecimal() or not 1 <= int(typed) <= last:
        raise _Unusable(f"“{typed}” tidak ada dalam daftar; tulis nomor dari 1 sampai {last}.")
    return int(typed) - 1
