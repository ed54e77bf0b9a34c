"""What is printed as SQL beside a Python definition says the same, at the edges above all."""

from datetime import date, timedelta
from itertools import product

import duckdb
from hypothesis import example, given, settings
from hypothesis import strategies as st

from regpol.register.appointment import DENIED, FALSE, UNKNOWN, WRITTEN, in_force, in_force_sql
from regpol.register.cell_text import cell_text, text_cell
from regpol.register.identity import age_on, age_sql, nik_birth_sql
from regpol.register.nik import NIK_FAULTS, Nik, NikFault, nik_stages, read_nik
from regpol.register.raw_table import Cell
from regpol.register.typed_dates import plain_day_sql, read_date
from regpol.terms.dates import Span

ON = date(2025, 2, 28)
DAYS = ("00", "01", "28", "29", "30", "31", "32", "40", "41", "68", "69", "70", "71", "72")
MONTHS = ("00", "01", "02", "04", "12", "13")
YEARS = ("00", "01", "24", "25", "60", "99")
PLACES = ("527101", "527100", "520001", "100101", "970101", "960101", "110101")


def written(digits: str) -> list[Cell]:
    """A row of digits as offices store it."""
    return [
        digits,
        f"'{digits}",
        f"{digits[:4]} {digits[4:]}",
        f" {digits}\u00a0",
        int(digits),
        float(digits),
        f"{digits},00",
    ]


NIKS = st.builds(
    lambda place, day, month, year, serial, form: written(f"{place}{day}{month}{year}{serial}")[form],
    st.sampled_from(PLACES),
    st.sampled_from(DAYS),
    st.sampled_from(MONTHS),
    st.sampled_from(YEARS),
    st.sampled_from(("0000", "0001", "0010", "1234")),
    st.integers(0, 6),
)
ODD: list[Cell] = [
    "5,27101E+15",
    "5.27101e15",
    "52710557038000e2",
    "-",
    "–",
    "' '5271055703800012",
    "٥٢٧١٠٥٥٧٠٣٨٠٠٠١٢",
    True,
]
ODD += [
    date(2020, 1, 1),
    1.5,
    float("nan"),
    -5,
    "+527105570380001",
    "5_71055703800012",
    "527105570380001",
    10**22,
    1e22,
    None,
]


def in_columns(cells: list[Cell]) -> list[tuple[object, ...]]:
    listed = "SELECT unnest($1) AS i, unnest(CAST($2 AS VARCHAR[])) AS x"
    for stage in (*nik_stages("x"), {"born": nik_birth_sql(ON)}):
        made = ", ".join(f"{sql} AS {name}" for name, sql in stage.items())
        listed = f"SELECT *, {made} FROM ({listed})"
    wanted = f"SELECT nik, nik_fault, nik_doubtful, nik_woman, born, nik_digits FROM ({listed}) ORDER BY i"
    return duckdb.execute(wanted, [list(range(len(cells))), [cell_text(cell) for cell in cells]]).fetchall()


def one_by_one(cell: Cell, row: tuple[object, ...]) -> tuple[object, ...]:
    """What Python reads, in the form the columns have it."""
    found = read_nik(text_cell(cell_text(cell)))
    if isinstance(found, Nik):
        return int(found.digits), 0, found.doubtful, found.woman, found.birth_date(ON), row[5]
    return None, NIK_FAULTS.index(kind_of(found)), *row[2:]


def kind_of(fault: NikFault) -> str:
    if fault.empty or fault.ruined:
        return "empty" if fault.empty else "ruined"
    return "length" if fault.reason.endswith("bukan 16") else fault.reason


@settings(max_examples=12, deadline=None)
@given(st.lists(NIKS, min_size=100, max_size=200))
@example(ODD)
def test_a_nik_reads_alike_in_a_cell_and_in_a_column(cells: list[Cell]) -> None:
    rows = in_columns(cells)
    for cell, row in zip(cells, rows, strict=True):
        assert row == one_by_one(cell, row), repr(cell)


def test_birth_days_of_every_century_and_of_leap_years_are_alike() -> None:
    cells: list[Cell] = [f"527101{day}{month}{year}0001" for day, month, year in product(DAYS, MONTHS, YEARS)]
    rows = in_columns(cells)
    assert [row for cell, row in zip(cells, rows, strict=True) if row != one_by_one(cell, row)] == []
    assert {row[3] for row in rows if not row[1]} == {True, False}
    assert {row[1] for row in rows} > {0}


def test_an_age_is_the_same_on_each_side_of_a_birthday() -> None:
    first = date(1960, 1, 1)
    born = [first + timedelta(days=at) for at in range(0, 366 * 50, 3)] + [
        date(year, 2, 29) for year in range(1960, 2009, 4)
    ]
    for on in (date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2024, 12, 31), date(2025, 1, 1)):
        found = duckdb.execute(f"SELECT b, {age_sql('b', on)} FROM (SELECT unnest($1) AS b)", [born]).fetchall()
        assert [(day, age) for day, age in found if age != age_on(day, on)] == []


def test_a_decree_is_in_force_on_the_same_days() -> None:
    on = date(2024, 10, 22)
    near = [on + timedelta(days=step) for step in (-300, -1, 0, 1, 70)]
    spans = [
        None,
        *(Span(day, day) for day in near),
        *(Span(date(y, 1, 1), date(y, 12, 31)) for y in (2023, 2024, 2025)),
    ]
    bits = {name: 1 << at for at, name in enumerate((*FALSE, *UNKNOWN))}
    cases = list(product(spans, spans, (None, True, False), (None, WRITTEN, DENIED)))
    ends = [
        tuple(end for span in case[:2] for end in ((span.earliest, span.latest) if span else (None, None)))
        for case in cases
    ]
    columns = "since_first DATE, since_last DATE, until_first DATE, until_last DATE, said BOOLEAN, decree TINYINT"
    with duckdb.connect() as database:
        database.execute(f"CREATE TABLE decrees (i INTEGER, {columns})")
        rows = [(at, *end, case[2], case[3]) for at, (case, end) in enumerate(zip(cases, ends, strict=True))]
        database.executemany("INSERT INTO decrees VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        found = dict(database.execute(f"SELECT i, {in_force_sql(bits, on)} FROM decrees").fetchall())
    expected = {at: bits.get(in_force(*case, on), 0) for at, case in enumerate(cases)}
    assert found == expected
    assert set(expected.values()) == {0, *bits.values()}


def test_a_day_said_in_full_is_the_same_to_the_database() -> None:
    days = ("1", "01", "9", "28", "29", "30", "31", "32", "00")
    months = ("1", "02", "12", "13", "00", "Januari", "PEBRUARI", "Peb", "agt", "Mei", "mars")
    years = ("1960", "2024", "2025", "1900", "1899", "2101", "60", "0000")
    forms = [f"{d}{by}{m}{by}{y}" for d, m, y, by in product(days, months, years, ("/", "-", " ", ".", "  "))]
    forms += [f"{y}-{m}-{d}" for d, m, y in product(days, months, years)]
    forms += ["Mataram, 1 Januari 1970", "'01/02/1970", " 01/02/1970", "01/02/1970 ", "1 Januari 1970.", "１ Mei 1970"]
    found = dict(duckdb.execute(f"SELECT t, {plain_day_sql('t')} FROM (SELECT unnest($1) AS t)", [forms]).fetchall())
    wrong = {text: day for text, day in found.items() if day and day != read_date(text, 2025).day}
    assert wrong == {}
    left = [text for text, day in found.items() if day is None and read_date(text, 2025).day]
    assert sum(day is not None for day in found.values()) > 200
    assert "01/02/1970" not in left
    assert "9 PEBRUARI 2024" not in left
