"""Birth date, age and sex of a row, checked against what its NIK holds.

The column wins over the NIK where both give a birth date, because a NIK keeps the mistakes it was
issued with; the difference is always said. What a single cell tells is read in Python, once for each
distinct text; what compares cells is printed as SQL here, beside the Python it mirrors.
"""

from collections.abc import Mapping
from datetime import date

from regpol.register.typed_dates import DateFault, DateReading

OLDEST = 110
USUAL_AGES = range(15, 91)


def age_on(born: date, on_date: date) -> int:
    """Completed years of life on a day; who is born on 29 February completes one on 1 March.

    >>> age_on(date(1960, 2, 29), date(2025, 2, 28)), age_on(date(1960, 2, 29), date(2025, 3, 1))
    (64, 65)
    """
    before_birthday = (on_date.month, on_date.day) < (born.month, born.day)
    return on_date.year - born.year - before_birthday


def age_sql(born: str, on_date: date) -> str:
    """`age_on` for a column of dates."""
    later = f"month({born}) * 100 + day({born}) > {on_date.month * 100 + on_date.day}"
    return f"{on_date.year} - year({born}) - CASE WHEN {later} THEN 1 ELSE 0 END"


def birth_flaw(read: DateReading, on_date: date) -> str:
    """The kind of flaw that makes a birth date impossible; empty if there is none."""
    if read.fault is DateFault.IMPOSSIBLE:
        return "born_never"
    if read.span and read.span.earliest > on_date:
        return "born_later"
    return "born_long_ago" if read.span and age_on(read.span.latest, on_date) > OLDEST else ""


def birth_flaw_sql(born: str, bits: Mapping[str, int], on_date: date) -> str:
    """`birth_flaw` for a column of real dates: the oldest is a day, so that no age is counted."""
    oldest = _last_birthday(on_date, OLDEST + 1)
    return (
        f"CASE WHEN {born} > DATE '{on_date.isoformat()}' THEN {bits['born_later']} "
        f"WHEN {born} <= DATE '{oldest.isoformat()}' THEN {bits['born_long_ago']} ELSE 0 END"
    )


def _last_birthday(on_date: date, years: int) -> date:
    """The last day of birth of those who have completed so many years."""
    try:
        return on_date.replace(year=on_date.year - years)
    except ValueError:
        return date(on_date.year - years, 2, 28)


def birth_key(born: date) -> int:
    """Day, month and two digits of the year in one number, as a NIK knows them."""
    return born.day * 10_000 + born.month * 100 + born.year % 100


def nik_birth_sql(on_date: date) -> str:
    """`Nik.birth_date` in columns: the latest century that gives a day not after ``on_date``; NULL if none does."""
    said = on_date.year * 10_000 + on_date.month * 100 + on_date.day
    day, month, year = "nik_key // 10000", "nik_key // 100 % 100", "nik_key % 100"
    this = f"(2000 + {year}) * 10000 + {month} * 100 + {day} <= {said}"
    # 1900 had no 29 February, 2000 had one
    last = f"nik_key <> 290200 AND (1900 + {year}) * 10000 + {month} * 100 + {day} <= {said}"
    return (
        f"CASE WHEN nik IS NULL THEN NULL WHEN {this} THEN make_date(2000 + {year}, {month}, {day}) "
        f"WHEN {last} THEN make_date(1900 + {year}, {month}, {day}) END"
    )


def identity_stages(bits: Mapping[str, int], on_date: date, prefix: str, *, dated: bool) -> tuple[dict[str, str], ...]:
    """SQL stages after those of the NIK, from ``sex`` and ``born_`` first, last, key, ymd and flaw (see `Readings`).

    They give ``tanggal_lahir``, ``usia``, ``identity_flaws`` and ``sex_held``. ``prefix`` is how a NIK of
    the region begins (empty: not asked); ``dated`` says whether the register has a column of birth dates.
    """
    known = "born_flaw = 0 AND born_first = born_last"
    said = on_date.year * 10_000 + on_date.month * 100 + on_date.day
    from_nik = "nik IS NOT NULL AND born_flaw = 0 AND (born_first IS NULL OR born_first <> born_last)"
    swapped = "nik_key // 10000 = born_key // 100 % 100 AND nik_key // 100 % 100 = born_key // 10000"
    differs = "nik IS NOT NULL AND born_key <> nik_key"
    outside = "nik_birth NOT BETWEEN born_first AND born_last"
    by_nik = f"CASE WHEN nik_birth IS NULL THEN {bits['nik_born_later']} "
    by_nik += f"WHEN {outside} THEN {bits['born_from_nik'] + bits['born_differs']} " if dated else ""
    by_nik += f"ELSE {bits['born_from_nik'] if dated else 0} END"
    by_column = f"CASE WHEN NOT ({differs}) THEN 0 WHEN {swapped} THEN {bits['born_swapped']} "
    by_column += f"ELSE {bits['born_differs']} END"
    born_bits = f"CASE WHEN born_known THEN {by_column} WHEN {from_nik} THEN {by_nik} ELSE born_flaw END"
    lowest, highest = (int(prefix.ljust(16, filled)) for filled in "09") if prefix else (0, 0)
    elsewhere = f"CASE WHEN nik NOT BETWEEN {lowest} AND {highest} THEN {bits['elsewhere']} ELSE 0 END"
    here = f"nik BETWEEN {lowest} AND {highest}" if prefix else "nik IS NOT NULL"
    usual = f"usia BETWEEN {USUAL_AGES.start} AND {USUAL_AGES.stop - 1}"
    nothing = f"born_known AND nik_key = born_key AND {here} AND {usual} AND NOT nik_doubtful"
    nothing += " AND (sex IS NULL OR sex = sex_held)"
    return (
        {"born_known": known},
        {"nik_birth": f"CASE WHEN born_known THEN NULL WHEN {from_nik} THEN {nik_birth_sql(on_date)} END"},
        {
            "tanggal_lahir": f"CASE WHEN born_known THEN born_first WHEN {from_nik} THEN nik_birth END",
            "sex_held": "CASE WHEN nik_woman THEN 'P' ELSE 'L' END",
        },
        {
            "usia": f"CASE WHEN born_known THEN CAST(({said} - born_ymd) // 10000 AS BIGINT) "
            f"ELSE {age_sql('tanggal_lahir', on_date)} END"
        },
        {
            "identity_flaws": f"CASE WHEN {nothing} THEN 0 "
            f"ELSE coalesce({born_bits}, 0) + {elsewhere if prefix else '0'} "
            f"+ CASE WHEN {usual} OR usia IS NULL THEN 0 ELSE {bits['age']} END "
            f"+ CASE WHEN sex <> sex_held THEN {bits['sex_differs']} ELSE 0 END "
            f"+ CASE WHEN nik_doubtful THEN {bits['nik_doubtful']} ELSE 0 END END"
        },
    )
