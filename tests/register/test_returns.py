"""Sheets go out, come back in every state, and the register is put together with nothing lost."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from reconciled import ON, OTHER, PALEMBANG, PERSON, write_list

from regpol.commands.register.return_work import write_dispatch
from regpol.register.returns.answers import CODE, DEED, FILLED_BY, NOTE, read_answers
from regpol.register.returns.dispatch import BACK, MANIFEST, Dispatch, open_dispatch
from regpol.register.returns.merging import Merged, merge
from regpol.terms.problems import Problem, Refused

HERE, THERE = "16.71.01.1001", "16.71.01.1002"
PEOPLE = [
    {},
    OTHER,
    {"NIK": "1671011506660051", "Nama": "Masayu Dewi", "Kelurahan": "32 Ilir", "Tgl Lahir": "15/06/1966"},
    {"NIK": "", "Nama": "=1+1", "Kelurahan": "Entah", "Kecamatan": "Entah", "Tgl Lahir": ""},
]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    folder = tmp_path / "kiriman"
    register = write_list(tmp_path / "register.csv", PERSON, PEOPLE)
    write_dispatch([register], [], folder, units=PALEMBANG, on_date=ON)
    return folder


def answer(folder: Path, unit: str, change: Callable[[Any, dict[str, int], int], None], name: str = "") -> Path:
    """The sheet of a unit, changed by hand and put among the answers."""
    book = openpyxl.load_workbook(folder / "kirim" / f"{unit}.xlsx")
    sheet = book["Isian"]
    head = next(row for row in range(1, 20) if sheet.cell(row, 1).value == CODE)
    columns = {str(cell.value): cell.column for cell in sheet[head]}
    change(sheet, columns, head + 1)
    path = folder / BACK / (name or f"{unit}.xlsx")
    book.save(path)
    return path


def put(column: str, value: object, row: int = 0) -> Callable[[Any, dict[str, int], int], None]:
    def change(sheet: Any, columns: dict[str, int], first: int) -> None:
        sheet.cell(first + row, columns[column]).value = value

    return change


def merged(folder: Path) -> tuple[Dispatch, Merged, tuple[Problem, ...]]:
    dispatch, sheets = open_dispatch(folder)
    answers, problems = read_answers(folder / BACK, dispatch)
    return dispatch, merge(dispatch, sheets, answers), problems


def told(result: Merged) -> list[tuple[str, int, str, str, str]]:
    return [(one.unit.code, one.line, one.column, one.old, one.new) for one in result.changes]


def test_every_row_goes_to_one_unit_and_the_manifest_names_nobody(sent: Path) -> None:
    dispatch, sheets = open_dispatch(sent)
    assert [(one.code, len(one.rows)) for one in dispatch.units] == [("", 1), (HERE, 2), (THERE, 1)]
    assert sum(len(one.rows) for one in dispatch.units) == len(sheets[0].table.rows)
    assert sorted(path.name for path in (sent / "kirim").iterdir()) == [
        f"{HERE}.xlsx",
        f"{THERE}.xlsx",
        "tanpa-unit.xlsx",
    ]
    text = (sent / MANIFEST).read_text(encoding="utf-8")
    assert not any(word in text for word in ("Siti", "Masayu", PERSON["NIK"]))
    modes = {oct(path.stat().st_mode & 0o77) for path in [sent, *sent.rglob("*")]}
    assert modes == {"0o0"}, "only the owner"


def test_an_answer_saved_unchanged_changes_nothing(sent: Path) -> None:
    for unit in (HERE, THERE, "tanpa-unit"):
        answer(sent, unit, lambda *_: None)
    _, result, problems = merged(sent)
    assert (result.changes, result.conflicts, result.strays, problems) == ((), (), (), ())
    assert all(one.answered and not one.missing for one in result.states)
    before = open_dispatch(sent)[1]
    assert result.sheets[0].grid.rows == before[0].grid.rows


def test_a_correction_is_taken_over_and_logged(sent: Path) -> None:
    def change(sheet: Any, columns: dict[str, int], first: int) -> None:
        put("NIK", "1671014505800039")(sheet, columns, first)
        put(DEED, "diperbaiki")(sheet, columns, first)
        put(NOTE, "sesuai KTP")(sheet, columns, first)
        filled = next(cell for row in sheet.iter_rows(max_row=6) for cell in row if cell.value == FILLED_BY)
        sheet.cell(filled.row, filled.column + 1).value = "Contoh Lurah"

    answer(sent, HERE, change, "kiriman WA (1).xlsx")
    _, result, _ = merged(sent)
    assert told(result) == [(HERE, 2, "NIK", PERSON["NIK"], "1671014505800039")]
    assert (result.changes[0].file, result.changes[0].filled_by) == ("kiriman WA (1).xlsx", "Contoh Lurah")
    assert result.changes[0].saved.startswith("20")
    assert result.sheets[0].grid.rows[1][0] == "1671014505800039"
    assert result.remarks == {(0, 2): ("diperbaiki", "sesuai KTP")}
    assert [one.answered for one in result.states] == [False, True, False]


def test_moved_columns_and_sorted_rows_are_found_again(sent: Path) -> None:
    def change(sheet: Any, columns: dict[str, int], first: int) -> None:
        put("Nama", "Rusli Hakim Lubis", 1)(sheet, columns, first)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first - 1, max_row=first + 1)]
        for at, row in enumerate([rows[0], rows[2], rows[1]]):
            for column, value in enumerate(reversed(row), 1):
                sheet.cell(first - 1 + at, column).value = value

    answer(sent, HERE, change)
    _, result, problems = merged(sent)
    assert told(result) == [(HERE, 3, "Nama", "Rusli Hakim", "Rusli Hakim Lubis")]
    assert problems == ()


def test_two_answers_that_differ_change_nothing_and_are_both_shown(sent: Path) -> None:
    answer(sent, HERE, put("NIK", "1671014505800039"), "a.xlsx")
    answer(sent, HERE, put("NIK", "1671014505800048"), "b.xlsx")
    _, result, _ = merged(sent)
    assert result.changes == ()
    assert [(one.file, one.new) for one in result.conflicts] == [
        ("a.xlsx", "1671014505800039"),
        ("b.xlsx", "1671014505800048"),
    ]
    assert result.sheets[0].grid.rows[1][0] == PERSON["NIK"]
    shutil.copy(sent / BACK / "a.xlsx", sent / BACK / "b.xlsx")
    assert told(merged(sent)[1]) == [(HERE, 2, "NIK", PERSON["NIK"], "1671014505800039")], "the same twice is one"


@pytest.mark.parametrize("value", [1671014505800030, "1,67101E+15"], ids=["as a number", "ruined"])
def test_a_nik_the_spreadsheet_has_rounded_is_not_taken(sent: Path, value: object) -> None:
    answer(sent, HERE, put("NIK", value))
    _, result, _ = merged(sent)
    assert result.changes == ()
    assert [one.column for one in result.conflicts] == ["NIK"]


def test_a_date_typed_in_another_way_is_no_change(sent: Path) -> None:
    answer(sent, HERE, put("Tgl Lahir", "5 Mei 1980"))
    assert merged(sent)[1].changes == ()


def test_rows_left_out_stay_and_rows_put_in_are_shown(sent: Path) -> None:
    def change(sheet: Any, columns: dict[str, int], first: int) -> None:
        sheet.delete_rows(first)
        sheet.cell(first + 1, columns["Nama"]).value = "Contoh Baru"

    answer(sent, HERE, change)
    _, result, _ = merged(sent)
    state = next(one for one in result.states if one.unit.code == HERE)
    assert (state.back, len(state.missing), state.strays) == (1, 1, 1)
    assert "Contoh Baru" in result.strays[0].text
    assert len(result.sheets[0].grid.rows) == len(open_dispatch(sent)[1][0].grid.rows)


def test_a_row_answered_by_another_unit_is_not_taken(sent: Path) -> None:
    _, sheets = open_dispatch(sent)
    code = next(unit.rows[0] for unit in open_dispatch(sent)[0].units if unit.code == THERE)

    def change(sheet: Any, columns: dict[str, int], first: int) -> None:
        sheet.cell(first + 2, columns[CODE]).value = code
        sheet.cell(first + 2, columns["Nama"]).value = "Orang Lain"

    answer(sent, HERE, change)
    _, result, _ = merged(sent)
    assert result.changes == ()
    assert {one.why_not for one in result.conflicts} == {"baris ini dikirim kepada unit lain"}
    assert result.sheets[0].grid.rows == sheets[0].grid.rows


def test_files_that_are_no_answers_are_told(sent: Path, tmp_path: Path) -> None:
    (sent / BACK / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (sent / BACK / "daftar.csv").write_text("Nama,NIK\nContoh,1\n", encoding="utf-8")
    (sent / BACK / "kosong.xlsx").write_bytes(b"")
    (sent / BACK / "~$kunci.xlsx").write_bytes(b"x")
    other = tmp_path / "lain"
    register = write_list(tmp_path / "lain.csv", PERSON, PEOPLE[:1])
    write_dispatch([register], [], other, units=PALEMBANG, on_date=ON)
    shutil.copy(other / "kirim" / f"{HERE}.xlsx", sent / BACK / "kiriman lain.xlsx")
    _, result, problems = merged(sent)
    assert [problem.code for problem in problems] == ["REG84"] * 4
    assert not any(one.answered for one in result.states)


def test_an_answer_saved_as_text_is_read(sent: Path) -> None:
    path = answer(sent, HERE, put("Nama", "Siti Aminah"))
    rows = openpyxl.load_workbook(path)["Isian"].iter_rows(values_only=True)
    lines = [";".join("" if value is None else str(value) for value in row) for row in rows]
    path.unlink()
    (sent / BACK / "isian.csv").write_text("\n".join(lines), encoding="utf-16")
    assert told(merged(sent)[1]) == [(HERE, 2, "Nama", PERSON["Nama"], "Siti Aminah")]


def test_a_round_is_never_overwritten_and_its_copy_never_trusted_blindly(sent: Path, tmp_path: Path) -> None:
    register = write_list(tmp_path / "register.csv", PERSON, PEOPLE)
    with pytest.raises(Refused) as refused:
        write_dispatch([register], [], sent, units=PALEMBANG, on_date=ON)
    assert refused.value.problems[0].code == "REG82"
    (sent / "asal" / "1.csv").write_text("Nama\nLain\n", encoding="utf-8")
    with pytest.raises(Refused) as changed:
        open_dispatch(sent)
    assert changed.value.problems[0].code == "REG83"
    with pytest.raises(Refused) as nothing:
        open_dispatch(tmp_path)
    assert nothing.value.problems[0].code == "REG81"


def test_a_split_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    register = write_list(tmp_path / "register.csv", PERSON, PEOPLE)
    with pytest.raises(Refused):
        write_dispatch([register], [], tmp_path / "tidak" / "ada", units=PALEMBANG, on_date=ON)
    with pytest.raises(Refused):
        write_dispatch([register], [register], tmp_path / "baru", units=PALEMBANG, on_date=ON)
    assert [path.name for path in tmp_path.iterdir()] == ["register.csv"]


def test_a_sheet_nobody_signed_is_filled_by_nobody(sent: Path) -> None:
    answer(sent, HERE, put("Nama", "Masayu Dewi Lestari"))
    _, result, _ = merged(sent)
    assert [one.filled_by for one in result.changes] == [""]
