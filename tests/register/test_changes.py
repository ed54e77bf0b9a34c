"""Two registers compared: planted truth, totals that close, and an order of rows that never matters."""

import random
from datetime import date
from pathlib import Path

import pytest
from changed import DAY, HEADINGS, Month, plant
from hypothesis import given, settings
from hypothesis import strategies as st
from reconciled import PALEMBANG

from regpol.register.changes.comparing import compare
from regpol.register.changes.outcome import ChangeClass, Changes, Closing
from regpol.reports.changes.text import changes_json, changes_text
from regpol.reports.changes.workbook import equation

ON = date.fromisoformat(DAY)


def compared(old: Path, new: Path) -> Changes:
    return compare(old, new, units=PALEMBANG, on_date=ON)


def told(report: Changes, side: str) -> dict[int, tuple[str, int | None, str | None]]:
    """By row of one register its class, the row of the other, the day."""
    other = "new" if side == "old" else "old"
    return {
        getattr(one, side).entry.place.line: (
            one.klass.name,
            getattr(one, other).entry.place.line if getattr(one, other) else None,
            one.since.isoformat() if one.since else None,
        )
        for one in report.changes
        if getattr(one, side)
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_everybody_ends_where_the_month_put_them(tmp_path: Path, seed: int) -> None:
    month = plant(tmp_path, seed)
    report = compared(month.old, month.new)
    assert told(report, "old") == month.of_old
    assert told(report, "new") == month.of_new
    lines = equation(report)
    assert lines[0][1] + sum(count for _, count, _ in lines[1:-1]) == lines[-1][1] == len(month.of_new)
    assert sum(one.old for one in report.by_unit.values()) == len(month.of_old)


def test_what_changed_is_named_and_nothing_else(tmp_path: Path) -> None:
    report = compared(*_files(plant(tmp_path, 5)))
    fields = {tuple(field.field for field in one.fields) for one in report.of(ChangeClass.CHANGED)}
    assert fields == {("penghasilan",), ("nama",), ("nik",)}
    moved = {tuple(field.field for field in one.fields) for one in report.of(ChangeClass.MOVED)}
    assert moved == {("unit", "nomor_sk", "sk_mulai")}
    assert not any(one.fields for one in report.of(ChangeClass.SAME))


def _files(month: Month) -> tuple[Path, Path]:
    return month.old, month.new


def test_nobody_is_named_in_text_or_document(tmp_path: Path) -> None:
    month = plant(tmp_path, 6)
    report = compared(month.old, month.new)
    shown = changes_text(report) + str(changes_json(report)) + repr(report.changes[:3])
    assert not [nik for nik in month.niks if nik in shown]
    assert not [name for name in month.names if name in shown]


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6))
def test_the_order_of_rows_never_matters(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("urutan")
    month = plant(folder, 9, count=45)
    before = changes_json(compared(month.old, month.new))["counts"]
    for path in (month.old, month.new):
        head, *body = path.read_text(encoding="utf-8").splitlines()
        random.Random(seed).shuffle(body)
        path.write_text("\n".join([head, *body]) + "\n", encoding="utf-8")
    assert changes_json(compared(month.old, month.new))["counts"] == before


def rows(path: Path, *lines: str) -> Path:
    path.write_text("\n".join([",".join(HEADINGS), *lines]) + "\n", encoding="utf-8")
    return path


SITI = "1671010505800012,Siti Lubis,05/05/1980,Ketua RT 1,35 Ilir,750000,1/2024,02/01/2024,31/12/2028"
RUSLI = "1671011203700034,Rusli Hakim,12/03/1970,Ketua RT 2,35 Ilir,750000,1/2024,02/01/2024,31/12/2028"


def classes(tmp_path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> list[str]:
    report = compared(rows(tmp_path / "a.csv", *old), rows(tmp_path / "b.csv", *new))
    return [one.klass.name for one in report.changes]


def test_nothing_changed_is_nothing_to_send(tmp_path: Path) -> None:
    report = compared(rows(tmp_path / "a.csv", SITI, RUSLI), rows(tmp_path / "b.csv", RUSLI, SITI))
    assert report.counts[ChangeClass.SAME] == 2
    assert report.additions == report.removals == report.altered == report.doubtful == ()


def test_one_person_twice_is_a_repetition_not_a_newcomer(tmp_path: Path) -> None:
    assert classes(tmp_path, (SITI,), (SITI, SITI)) == ["SAME", "REPEATED"]
    assert classes(tmp_path, (SITI, SITI), (SITI,)) == ["SAME", "REPEATED"]


def test_a_second_post_is_paired_with_itself(tmp_path: Path) -> None:
    second = SITI.replace("Ketua RT 1", "Ketua RW 1")
    assert classes(tmp_path, (SITI, second), (second, SITI)) == ["SAME", "SAME"]


def test_a_seat_written_twice_tells_nothing_of_who_replaced_whom(tmp_path: Path) -> None:
    one, other = RUSLI, RUSLI.replace("1671011203700034", "1671011203710055").replace("Rusli Hakim", "Zainal Qodri")
    assert classes(tmp_path, (one,), (other.replace("12/03/1970", "12/03/1971"),)) == ["REPLACED"]
    third = other.replace("1671011203710055", "1671011203720056").replace("Zainal Qodri", "Wawan Xtra")
    assert sorted(classes(tmp_path, (one,), (other, third))) == ["IN", "IN", "OUT"]


def test_a_namesake_with_another_birth_date_is_another_person(tmp_path: Path) -> None:
    namesake = SITI.replace("1671010505800012", "1671014606910077").replace("05/05/1980", "06/06/1991")
    assert classes(tmp_path, (SITI,), (namesake,)) == ["REPLACED"]
    elsewhere = namesake.replace("35 Ilir", "32 Ilir")
    assert sorted(classes(tmp_path, (SITI,), (elsewhere,))) == ["IN", "OUT"]


@pytest.mark.parametrize(
    ("until", "reason", "since"),
    [
        ("31/07/2026", "masa SK-nya habis", date(2026, 8, 1)),
        ("01/08/2026", "tidak ada lagi di register baru; sebabnya tidak tertulis", None),
        ("", "tidak ada lagi di register baru; sebabnya tidak tertulis", None),
        ("2025", "masa SK-nya habis", None),
    ],
)
def test_who_left_is_told_why_only_where_a_date_says_so(
    tmp_path: Path, until: str, reason: str, since: date | None
) -> None:
    old = rows(tmp_path / "a.csv", RUSLI.replace("31/12/2028", until), SITI)
    (gone,) = compared(old, rows(tmp_path / "b.csv", SITI)).removals
    assert (gone.reason, gone.since) == (reason, since)


def test_a_validation_tells_why_somebody_was_taken_out(tmp_path: Path) -> None:
    old = tmp_path / "a.csv"
    old.write_text(f"{','.join(HEADINGS)},Hasil validasi\n{SITI},cocok\n{RUSLI},meninggal\n", encoding="utf-8")
    (gone,) = compared(old, rows(tmp_path / "b.csv", SITI)).removals
    assert gone.reason == "menurut validasi: meninggal"


def test_totals_that_do_not_close_refuse_to_exist() -> None:
    assert Closing(10, 2, 3, 11, 1, 1).new == 11
    with pytest.raises(AssertionError, match="do not close"):
        Closing(10, 2, 3, 12)
