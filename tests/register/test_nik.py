from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regpol.register.nik import Nik, NikFault, read_nik

DAYS = st.dates(date(1925, 1, 1), date(2024, 10, 22))


def made(born: date, woman: bool, serial: int, region: str = "527105") -> str:
    return f"{region}{born.day + 40 * woman:02d}{born:%m%y}{serial:04d}"


@given(born=DAYS, woman=st.booleans(), serial=st.integers(1, 9999))
def test_a_well_formed_nik_is_read_in_every_form(born: date, woman: bool, serial: int) -> None:
    digits = made(born, woman, serial)
    spaced = f"'{digits[:6]} {digits[6:12]} {digits[12:]}"
    for cell in (digits, spaced, f" {digits}\u00a0", f"{digits}.0", int(digits), float(digits)):
        nik = read_nik(cell)
        assert isinstance(nik, Nik)
        assert (nik.digits, nik.woman) == (digits, woman)
        assert nik.day_and_month == (born.day, born.month)


@given(born=st.dates(date(1925, 1, 1), date(2024, 10, 22)))
def test_the_century_is_the_latest_that_is_not_in_the_future(born: date) -> None:
    found = Nik(made(born, False, 1)).birth_date(date(2024, 10, 22))
    assert found is not None
    assert found <= date(2024, 10, 22)
    assert (found.month, found.day, found.year % 100) == (born.month, born.day, born.year % 100)
    assert found == born or found.year == born.year + 100


@given(st.text(max_size=20) | st.integers() | st.floats(allow_nan=True) | st.booleans() | st.none())
def test_no_cell_breaks_the_reader(cell: object) -> None:
    read = read_nik(cell)  # type: ignore[arg-type]
    assert isinstance(read, NikFault) or len(read.digits) == 16


@pytest.mark.parametrize("cell", ["5,27101E+15", "5.27101E+15", "5E+15", "5,27101e15", 5271051703800000])
def test_a_ruined_nik_stays_ruined(cell: str | int) -> None:
    assert read_nik(cell) == NikFault(ruined=True)


@pytest.mark.parametrize("cell", [None, "", " ", "-", "'"])
def test_an_empty_cell_is_no_fault_of_form(cell: str | None) -> None:
    assert read_nik(cell) == NikFault(empty=True)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("527105170380001", "15 digit"),
        ("52710517038000121", "17 digit"),
        ("5271O51703800012", "huruf"),
        ("0071051703800012", "kode wilayah"),
        ("5200051703800012", "kode wilayah"),
        ("5271053202800012", "tanggal lahir"),
        ("5271057202800012", "tanggal lahir"),
        ("5271050002800012", "tanggal lahir"),
        ("5271051703800000", "0000"),
        (52.5, "bukan deretan digit"),
    ],
)
def test_a_malformed_nik_says_why(cell: str | float, reason: str) -> None:
    read = read_nik(cell)
    assert isinstance(read, NikFault)
    assert reason in read.reason


def test_a_leap_day_needs_one_century_that_has_it() -> None:
    assert isinstance(read_nik("5271052902000012"), Nik)  # 29 February 2000, not 1900
    assert isinstance(read_nik("5271052902010012"), NikFault)


@pytest.mark.parametrize(
    ("cell", "doubtful"),
    [
        (5271051703800010, True),  # Excel keeps 15 digits and writes 0
        (5271051703800012, False),
        ("5271051703800010", False),
        (9171051703800012, True),  # beyond 2**53 a float cannot hold every digit
    ],
)
def test_a_number_whose_last_digit_may_be_lost_is_doubted(cell: str | int, doubtful: bool) -> None:
    read = read_nik(cell)
    assert isinstance(read, Nik)
    assert read.doubtful is doubtful
