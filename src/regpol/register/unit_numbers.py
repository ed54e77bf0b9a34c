"""Numbers in the names of units brought to digits: `Tiga-puluh-lima Ilir`, `35 Ilir`, `Ilir Timur II`.

The table of regions writes numbers out where people write digits, and people write Roman numerals
where the table has words; Palembang alone has sixty such units.
"""

from collections.abc import Iterator

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_VALUES = {word: value for value, word in enumerate(_ONES) if value} | {"sepuluh": 10, "sebelas": 11}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_AREA = "d"


def with_digits(written: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with every number in digits.

    >>> with_digits(("tiga", "puluh", "lima", "ilir")), with_digits(("20", "ilir", "d", "ii"))
    (('35', 'ilir'), ('20', 'ilir', '2'))
    >>> with_digits(("tiga", "empat", "ulu")), with_digits(("ilir", "timur", "i"))
    (('3', '4', 'ulu'), ('ilir', 'timur', '1'))
    """
    return tuple(_numbers(_area_dropped(_romans(written))))


def _romans(written: tuple[str, ...]) -> tuple[str, ...]:
    """A Roman numeral counts only behind a name; in front it may be a letter of it."""
    if len(written) > 1 and written[-1] == f"{_AREA}i":
        return (*written[:-1], "1")
    return tuple(str(_ROMAN[word]) if at and word in _ROMAN else word for at, word in enumerate(written))


def _area_dropped(written: tuple[str, ...]) -> tuple[str, ...]:
    """Without the D (daerah) that Palembang puts before the number of a part."""
    if len(written) > 2 and written[-2] == _AREA and written[-1].isdigit():
        return (*written[:-2], written[-1])
    return written


def _numbers(written: tuple[str, ...]) -> Iterator[str]:
    at = 0
    while at < len(written):
        value = _VALUES.get(written[at])
        following = written[at + 1] if at + 1 < len(written) else ""
        if value and value < 10 and following in {"belas", "puluh"}:
            last = _VALUES.get(written[at + 2], 10) if at + 2 < len(written) else 10
            if following == "belas":
                value, used = value + 10, 2
            else:
                value, used = (value * 10 + last, 3) if last < 10 else (value * 10, 2)
            yield str(value)
            at += used
        elif value:
            yield str(value)
            at += 1
        else:
            yield written[at].lstrip("0") or written[at] if written[at].isdigit() else written[at]
            at += 1
