"""Indonesian as the law writes it: numbers in words, ordinals, letters, dates, rupiah.

Why here and not from a package: num2words reads 9.001.879 as "sembilan juta satu ribu …" and
Babel pads a day in its full date. Both are wrong in a regulation, and the whole need is two
pages. Nothing here looks at the clock or the locale of the machine; numbers that the law would
not write (negative money, letters for zero) are refused with ``ValueError``.
"""

from datetime import date

from regpol.terms.dates import MONTHS
from regpol.terms.dates import long_date as long_date  # one spelling of a day, beside the other words

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_GROUPS = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def words(number: int) -> str:
    """The number in words (terbilang).

    >>> words(16_800), words(11), words(100), words(0)
    ('enam belas ribu delapan ratus', 'sebelas', 'seratus', 'nol')
    >>> words(9_001_879)
    'sembilan juta seribu delapan ratus tujuh puluh sembilan'
    """
    if number < 0:
        return f"minus {words(-number)}"
    if number == 0:
        return _DIGITS[0]
    if number >= 10**18:
        raise ValueError(f"no name in use for numbers as large as {number}")
    said: list[str] = []
    rest = number
    for size, name in _GROUPS:
        count, rest = divmod(rest, size)
        if count == 1 and name == "ribu":
            said.append("seribu")
        elif count:
            said += [*_below_thousand(count), name]
    return " ".join([*said, *_below_thousand(rest)])


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    said = ["seratus"] if hundreds == 1 else [_DIGITS[hundreds], "ratus"] if hundreds else []
    tens, ones = divmod(rest, 10)
    if rest in {10, 11}:
        return [*said, "sepuluh" if rest == 10 else "sebelas"]
    if tens == 1:
        return [*said, _DIGITS[ones], "belas"]
    if tens:
        said += [_DIGITS[tens], "puluh"]
    return [*said, _DIGITS[ones]] if ones else said


def numeral(number: int) -> str:
    """Digits followed by words, as every number in a norm is written.

    >>> numeral(15)
    '15 (lima belas)'
    """
    return f"{thousands(number)} ({words(number)})"


def thousands(number: int) -> str:
    """Digits with points between the thousands.

    >>> thousands(1_250_000)
    '1.250.000'
    """
    return f"{number:,}".replace(",", ".")


UNVERIFIED_AMOUNT = "[belum diverifikasi]"
"""Stands where an amount, or a sum with it, rests on a figure that was not read."""


def rupiah(amount: int) -> str:
    """An amount as regulations print it, without a space and with two decimals.

    >>> rupiah(16_800)
    'Rp16.800,00'
    """
    if amount < 0:
        raise ValueError("a regulation names no negative amount")
    return f"Rp{thousands(amount)},00"


def rupiah_words(amount: int) -> str:
    """An amount in figures and in words.

    >>> rupiah_words(16_800)
    'Rp16.800,00 (enam belas ribu delapan ratus rupiah)'
    """
    return f"{rupiah(amount)} ({words(amount)} rupiah)"


def percent_words(rate: str) -> str:
    """A rate in figures and in words; the decimals are read as one number, leading zeros as 'nol'.

    >>> percent_words("0,24"), percent_words("1,05")
    ('0,24% (nol koma dua puluh empat persen)', '1,05% (satu koma nol lima persen)')
    >>> percent_words("2")
    '2% (dua persen)'
    """
    whole, comma, decimals = rate.partition(",")
    said = words(int(whole))
    if comma:
        zeros = len(decimals) - len(decimals.lstrip("0"))
        rest = decimals[zeros:]
        said = " ".join([said, "koma", *["nol"] * zeros, *([words(int(rest))] if rest else [])])
    return f"{rate}% ({said} persen)"


def roman(number: int) -> str:
    """A chapter number.

    >>> roman(4), roman(1994)
    ('IV', 'MCMXCIV')
    """
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    written = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        written += sign * count
    return written


def letter(number: int) -> str:
    """The letter of a list item; after z come aa, ab.

    >>> letter(1), letter(26), letter(27), letter(28)
    ('a', 'z', 'aa', 'ab')
    """
    if number < 1:
        raise ValueError(f"no letter for {number}")
    written = ""
    while number:
        number, place = divmod(number - 1, 26)
        written = chr(ord("a") + place) + written
    return written


def ordinal(number: int) -> str:
    """The ordinal of a part or of a decision: law writes 'Kesatu', never 'Pertama'.

    >>> ordinal(1), ordinal(12)
    ('Kesatu', 'Kedua Belas')
    """
    return f"ke{words(number)}".title()


def weekday(day: date) -> str:
    """The name of the day.

    >>> weekday(date(2026, 1, 5))
    'Senin'
    """
    return DAYS[day.weekday()]


def date_words(day: date) -> str:
    """A date as an agreement opens with it, words first and figures to check them.

    >>> date_words(date(2026, 1, 5))
    'tanggal lima bulan Januari tahun dua ribu dua puluh enam (05-01-2026)'
    """
    said = f"tanggal {words(day.day)} bulan {MONTHS[day.month - 1]} tahun {words(day.year)}"
    return f"{said} ({day.day:02}-{day.month:02}-{day.year})"


def series(parts: tuple[str, ...] | list[str], conjunction: str = "dan") -> str:
    """Names joined as a sentence joins them.

    >>> series(["huruf a"]), series(["huruf a", "huruf b"])
    ('huruf a', 'huruf a dan huruf b')
    >>> series(["huruf a", "huruf b", "huruf c"])
    'huruf a, huruf b, dan huruf c'
    """
    if len(parts) < 3:
        return f" {conjunction} ".join(parts)
    return f"{', '.join(parts[:-1])}, {conjunction} {parts[-1]}"


_PARTICLES = frozenset(
    (
        "atau",
        "bagi",
        "dalam",
        "dan",
        "dari",
        "dengan",
        "di",
        "guna",
        "ke",
        "oleh",
        "pada",
        "serta",
        "tentang",
        "untuk",
        "yang",
    )
)


def title_case(name: str) -> str:
    """A name with capitals as titles write it: particles stay small unless they come first.

    >>> title_case("pegawai non-ASN pada kantor kecamatan")
    'Pegawai Non-ASN pada Kantor Kecamatan'
    """
    said = name.split()
    return " ".join(
        word if place and word in _PARTICLES else word[:1].upper() + word[1:] for place, word in enumerate(said)
    )
