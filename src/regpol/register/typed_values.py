"""Amounts, whole numbers, yes and no, as people type them; None where the text is none of these."""

import re
from functools import lru_cache

from regpol.register.raw_table import Cell, as_text
from regpol.register.wording import words

_AMOUNT = re.compile(r"(?:rp\.?|idr)?\s*(\d[\d.,]*?)\s*(?:,-+|\.-+|,=)?", re.IGNORECASE)
_INDONESIAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d{1,2}")
_YES = frozenset({"ya", "y", "iya", "ada", "sudah", "benar", "true", "aktif", "berlaku", "1", "v"})
_NO = frozenset({"tidak", "tdk", "t", "tak", "belum", "bukan", "salah", "false", "nonaktif", "no", "0", "x"})
LARGEST = 10**12


def empty(cell: Cell) -> bool:
    """Whether a cell says nothing; a dash says nothing either.

    >>> empty(" - "), empty("0")
    (True, False)
    """
    return cell is None or (isinstance(cell, str) and not as_text(cell).strip("-–—. "))


@lru_cache(maxsize=100_000, typed=True)
def read_rupiah(cell: Cell) -> int | None:
    """Whole rupiah; sen round half up.

    >>> read_rupiah("Rp1.500.000,00"), read_rupiah("1,500,000"), read_rupiah(1500000.0), read_rupiah("sesuai SK")
    (1500000, 1500000, 1500000, None)
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    sen = _sen_of_number(cell) if isinstance(cell, int | float) else _sen_of_text(as_text(cell))
    whole = None if sen is None else (sen + 50) // 100
    return whole if whole is not None and 0 <= whole <= LARGEST else None


def _sen_of_number(number: float) -> int | None:
    return round(number * 100) if abs(number) <= LARGEST else None


def _sen_of_text(text: str) -> int | None:
    found = _AMOUNT.fullmatch(text)
    if not found:
        return None
    amount = found[1].rstrip(".,")
    if _INDONESIAN.fullmatch(amount):
        whole, _, rest = amount.replace(".", "").partition(",")
    elif _ENGLISH.fullmatch(amount):
        whole, _, rest = amount.replace(",", "").partition(".")
    else:
        return None
    return int(whole) * 100 + int(rest.ljust(2, "0"))


def read_number(cell: Cell) -> int | None:
    """A whole number.

    >>> read_number("3 orang"), read_number(3.0), read_number("tiga")
    (3, 3, None)
    """
    if isinstance(cell, bool) or (isinstance(cell, float) and not cell.is_integer()):
        return None
    if isinstance(cell, int | float):
        return int(cell)
    found = re.fullmatch(r"(\d{1,15})(?:\s+[^\W\d]+)?", as_text(cell)) if isinstance(cell, str) else None
    return int(found[1]) if found else None


def read_yes_no(cell: Cell) -> bool | None:
    """Yes or no.

    >>> read_yes_no("Ya"), read_yes_no("Belum ada"), read_yes_no("mungkin")
    (True, False, None)
    """
    if isinstance(cell, bool):
        return cell
    text = as_text(cell)
    if text in {"✓", "√", "✔"}:
        return True
    first = words(text)[:1]
    return True if first and first[0] in _YES else False if first and first[0] in _NO else None


def read_sex(cell: Cell) -> str | None:
    """``L`` or ``P``.

    >>> read_sex("Laki-laki"), read_sex("wanita"), read_sex("?")
    ('L', 'P', None)
    """
    first = (words(as_text(cell)) or ("",))[0]
    if first in {"l", "lk", "laki", "pria", "lelaki"}:
        return "L"
    return "P" if first in {"p", "pr", "perempuan", "wanita"} else None
