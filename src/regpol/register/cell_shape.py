"""A cell in a message: where it stands and what shape it has, never what it says.

A misplaced column puts a person's name or NIK into any other column, so words that are not known are not repeated.
"""

from datetime import date, time, timedelta

from regpol.register.mapping import column_letters
from regpol.register.raw_table import Cell, as_text
from regpol.register.typed_values import empty
from regpol.register.wording import words
from regpol.terms.place import Place


def shape(cell: Cell) -> str:
    """What a cell holds, told without a word of it.

    >>> shape("Budi Santoso"), shape(5271010101700012), shape("triwulan 1"), shape("--"), shape("RT-05")
    ('teks, 2 kata', 'bilangan, 16 digit', 'teks, 2 kata, 1 angka', 'kosong', 'teks, 2 kata, 2 angka')
    """
    if empty(cell):
        return "kosong"
    if isinstance(cell, date):
        return "tanggal"
    if isinstance(cell, bool | time | timedelta):
        return "ya/tidak" if isinstance(cell, bool) else "waktu"
    text = as_text(cell)
    digits = sum(one.isdigit() for one in text)
    if digits and not any(one.isalpha() for one in text):
        return f"bilangan, {digits} digit"
    counted = f"{len(words(text))} kata" if words(text) else f"{len(text)} tanda"
    return f"teks, {counted}" + (f", {digits} angka" if digits else "")


def spot(place: Place) -> str:
    """A cell as a spreadsheet calls it, with its sheet; the row where no column is told.

    >>> spot(Place("a.xlsx", 4, 2, "Kas")), spot(Place("a.csv", 4, 2)), spot(Place("a.csv", 4))
    ('lembar Kas sel B4', 'sel B4', 'baris 4')
    """
    at = f"sel {column_letters(place.column - 1)}{place.line}" if place.column else f"baris {place.line}"
    return f"lembar {place.sheet} {at}" if place.sheet else at
