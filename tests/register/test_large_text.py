"""A text whose body the database reads gives the rows, cells and numbers that the reader of small files gives."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from regpol.commands.register import work
from regpol.register.large_text import is_large, open_text
from regpol.register.mapping import NO_MAPPING, FileMapping
from regpol.register.reading import read
from regpol.register.room import memory_connection
from regpol.register.source import Source, put
from regpol.register.vocabulary import Vocabulary
from regpol.terms.problems import Refused

VOCABULARY = Vocabulary((), {"rt": ("Ketua RT",), "kader": ("Kader PKK",)})
HEADINGS = ["NIK", "Nama", "Jabatan", "Kelurahan"]
PLAIN = ["5271010101700001;Nama Satu;Ketua RT;Monjok", "5271010101700002;Nama Dua;Kader PKK;Kebon Sari"]
HEAD = ";".join(HEADINGS)
NIKS = st.sampled_from(
    ["5271010101700001", "'5271010101700002", " 5271 0101", "-", "", "  ", "Jumlah", "NIK", "1", "٥٢"]
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\u00a0",
            "\u3000 ",
            "Ketua RT",
            "Jabatan",
            "Nama",
            "2",
            "(3)",
            "a;b",
            'a"b',
            '"',
            "dua\nbaris",
            "é",
            "'",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=6),
)


def quoted(cell: str, *, always: bool) -> str:
    return '"' + cell.replace('"', '""') + '"' if always or any(it in cell for it in ';"\r\n') else cell


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    """A table as an office may have saved it: mostly regular, with one or another thing out of place."""
    always, end = draw(st.booleans()), draw(st.sampled_from(["\n", "\r\n"]))
    before = draw(st.sampled_from([(), ("DAFTAR KETUA RT",), ("DAFTAR", ""), (";;;",), ("", "")]))
    rows = draw(st.lists(st.tuples(NIKS, CELLS, CELLS, CELLS), min_size=1, max_size=6))
    lines = [*before, HEAD, *(";".join(quoted(it, always=always) for it in row) for row in rows)]
    odd = draw(
        st.sampled_from(["", "", "", "5271;pendek", "5271;a;b;c;d", ";;;", "1;2;3;4", "Jumlah: 3", '5271;"buka;b;c'])
    )
    if draw(st.booleans()):
        lines.insert(draw(st.integers(len(before) + 1, len(lines))), odd)
    text = end.join(lines) + draw(st.sampled_from(["", end, end + end, " ", ";"]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    return text.encode(encoding, errors="replace")


CONNECTION = memory_connection()


def by_database(path: Path, mapping: FileMapping = NO_MAPPING) -> Source | None:
    return open_text(CONNECTION, path.parent, path, VOCABULARY, mapping)


def told(source: Source) -> tuple[object, ...]:
    rows = source.connection.execute(f"SELECT * FROM ({source.select}) ORDER BY row").fetchall()
    about = (source.file, source.sheet, source.header_row, source.headings, dict(source.fields), source.native)
    return (*about, source.read, source.skipped, source.assumptions, rows)


def compare(path: Path, mapping: FileMapping = NO_MAPPING) -> bool:
    """Whether the database read the file; what it read must be what the other reader reads."""
    found = by_database(path, mapping)
    if found is None:
        return False
    assert told(found) == told(put(CONNECTION, read(path, mapping=mapping, vocabulary=VOCABULARY)))
    return True


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=texts())
@example(content="\n".join(["", "", HEAD, *PLAIN]).encode())
@example(content="\r\n".join([HEAD, "1;2;3;4", *PLAIN, ";;;", "Jumlah;;;", HEAD, *PLAIN]).encode("utf-8-sig"))
def test_both_readers_see_the_same_or_the_database_declines(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(content)
    try:
        read(path, vocabulary=VOCABULARY)
    except Refused:
        assert by_database(path) is None
        return
    compare(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_regular_files_are_read_by_the_database_whatever_their_encoding(
    tmp_path: Path, encoding: str, end: str
) -> None:
    path = tmp_path / "register.csv"
    lines = [
        "DAFTAR PEKERJA;;;",
        HEAD,
        "1;2;3;4",
        *PLAIN * 50,
        '"5271010101700003";"Nama; ""Tiga""";Ketua RT;é',
        ";;;",
        "Jumlah;;;",
    ]
    path.write_bytes((end.join(lines) + end).encode(encoding))
    assert compare(path)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('5271010101700003;"dua\nbaris";Ketua RT;a', "a cell of two lines is one row"),
        ('5271010101700003;"Nama;Ketua RT;a', "an open mark swallows the rest"),
        ('5271010101700003;Nama "Tiga";Ketua RT;a', "marks inside a cell are its own"),
        ("5271010101700003;Nama\rTiga;Ketua RT;a", "a lone carriage return ends a row"),
        ("5271010101700003;" + "x" * 140_000 + ";Ketua RT;a", "a cell too long to be one"),
    ],
)
def test_the_database_declines_what_it_might_read_otherwise(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "register.csv"
    path.write_text("\n".join([HEAD, *PLAIN, line, *PLAIN]), encoding="utf-8", newline="")
    assert not compare(path), why


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_blank_line_in_between_is_a_row_of_a_spreadsheet(tmp_path: Path, end: str) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(end.join(["", HEAD, *PLAIN, "", "", *PLAIN, "", "Jumlah;;;", "", *PLAIN, "", ""]).encode())
    assert compare(path)
    found = by_database(path)
    assert found is not None
    assert [row for (row,) in CONNECTION.execute(f"SELECT row FROM ({found.select}) ORDER BY 1").fetchall()] == [
        *(3, 4, 7, 8, 10, 12, 13)
    ]


def test_a_mapping_is_followed_and_said(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("\n".join(["A;B;C", *(f"{at};x;Ketua RT" for at in range(5271, 5300))]), encoding="utf-8")
    assert compare(path, FileMapping({"A": "nik", "C": "kategori"}, header_row=1, delimiter=";"))


def test_masked_lists_are_left_to_the_reader_that_refuses_them(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("\n".join([HEAD, *["5271••••••••0001;A;Ketua RT;Monjok"] * 3]), encoding="utf-8")
    assert not compare(path)


def test_only_large_files_are_given_to_the_database(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("\n".join([HEAD, *PLAIN]), encoding="utf-8")
    assert is_large(path, 10)
    assert not is_large(path)
    assert not is_large(tmp_path / "tidak-ada.csv", 0)
    assert not is_large(tmp_path, 0)


@pytest.mark.slow
def test_a_register_is_decided_the_same_by_either_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "register.csv"
    lines = [f"52710101017{at:05};Nama {at};{'Ketua RT' if at % 3 else 'Kader PKK'};Monjok" for at in range(200)]
    path.write_text("\n".join([HEAD, *lines, "Jumlah;;;"]), encoding="utf-8")

    def decided() -> list[object]:
        desk = work.Desk(path, region="52.71", year=2025)
        with work.Work(desk) as done:
            people = desk.register.connection.execute("SELECT * FROM people ORDER BY row").fetchall()
            faults = desk.register.connection.execute("SELECT * FROM faults ORDER BY ALL").fetchall()
            return [people, faults, desk.register.counts, desk.register.assumptions, done.situations]

    small = decided()
    monkeypatch.setattr(work, "is_large", lambda _: True)
    assert decided() == small
