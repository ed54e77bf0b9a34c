from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regpol.register.typed_dates import DateFault, read_date
from regpol.register.typed_values import empty, read_number, read_rupiah, read_sex, read_yes_no
from regpol.terms.dates import long_date

DAYS = st.dates(date(1910, 1, 1), date(2024, 12, 31))


@given(DAYS)
def test_a_day_survives_every_way_of_writing_it(day: date) -> None:
    written = [
        day,
        datetime.combine(day, time(7, 30)),
        day.isoformat(),
        f"{day.isoformat()} 00:00:00",
        f"{day:%d/%m/%Y}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d.%m.%Y}",
        long_date(day),
        long_date(day).upper(),
        f"Mataram, {long_date(day)}",
        f"{day:%Y%m%d}",
        (day - date(1899, 12, 30)).days,
        float((day - date(1899, 12, 30)).days),
        str((day - date(1899, 12, 30)).days),
    ]
    assert [read_date(cell, 2024).day for cell in written] == [day] * len(written)


@given(st.dates(date(1925, 1, 1), date(2024, 12, 31)))
def test_two_digits_of_a_year_never_mean_the_future(day: date) -> None:
    assert read_date(f"{day:%d/%m/%y}", 2024).day == day
    assert read_date(f"{day:%d/%m}/26", 2024).day in {
        day.replace(year=1926) if (day.month, day.day) != (2, 29) else None
    }


@pytest.mark.parametrize(
    "cell", ["31/02/1980", "32-01-1975", "30 Februari 1977", "01/13/1969", "1981-02-29", "0/1/1980"]
)
def test_a_day_no_calendar_has_is_impossible(cell: str) -> None:
    assert read_date(cell, 2024).fault is DateFault.IMPOSSIBLE


@pytest.mark.parametrize("cell", ["tidak tahu", "17-08", "1 Abcuari 1970", True, time(7), timedelta(3), -5, 99_999_999])
def test_what_is_no_date_is_unreadable(cell: object) -> None:
    assert read_date(cell, 2024).fault is DateFault.UNREADABLE  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "–"])
def test_blank_is_empty_not_unreadable(cell: str | None) -> None:
    assert read_date(cell, 2024).fault is DateFault.EMPTY


@pytest.mark.parametrize("cell", ["1970", 1970, 1970.0])
def test_a_lone_year_is_a_span_and_not_a_serial(cell: str | float) -> None:
    read = read_date(cell, 2024)
    assert read.span is not None
    assert (read.span.earliest, read.span.latest, read.day) == (date(1970, 1, 1), date(1970, 12, 31), None)


@pytest.mark.parametrize("written", ["5 Peb 1970", "5 Pebruari 1970", "5 Feb. 1970", "5-feb-1970", "5 February 1970"])
def test_months_in_other_spellings(written: str) -> None:
    assert read_date(written, 2024).day == date(1970, 2, 5)


@given(st.integers(0, 10**9))
def test_rupiah_survive_every_way_of_writing_them(amount: int) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    forms = [
        amount,
        float(amount),
        f"Rp{dotted}",
        f"Rp{dotted},00",
        f"Rp. {dotted},-",
        f"Rp {amount}",
        f"{amount:,}.00",
    ]
    assert [read_rupiah(form) for form in forms] == [amount] * len(forms)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("Rp3.525.154,26", 3_525_154),
        ("1500000,50", 1_500_001),
        ("1.500", 1500),
        ("1,500", 1500),
        ("sesuai SK", None),
        ("1,5 juta", None),
        ("-100", None),
        (-100, None),
        (float("nan"), None),
        (True, None),
        ("1.50.000", None),
    ],
)
def test_rupiah_that_need_care(cell: str | float, amount: int | None) -> None:
    assert read_rupiah(cell) == amount


@given(st.text(max_size=30) | st.floats() | st.integers() | st.none() | st.booleans() | st.dates())
def test_no_cell_breaks_a_reader(cell: object) -> None:
    for reader in (read_rupiah, read_number, read_yes_no, read_sex, empty):
        reader(cell)  # type: ignore[operator]
    read_date(cell, 2024)  # type: ignore[arg-type]


def test_words_for_yes_and_no_and_sex() -> None:
    assert [read_yes_no(text) for text in ("Ya", "Y", "Sudah ada", "✓", True)] == [True] * 5
    assert [read_yes_no(text) for text in ("Tidak", "Tdk.", "Belum", "0", False)] == [False] * 5
    assert [read_yes_no(text) for text in ("mungkin", "", None)] == [None] * 3
    assert [read_sex(text) for text in ("L", "LK", "Laki-Laki", "Pria")] == ["L"] * 4
    assert [read_sex(text) for text in ("P", "pr", "Perempuan", "WANITA")] == ["P"] * 4
    assert read_sex("X") is None
