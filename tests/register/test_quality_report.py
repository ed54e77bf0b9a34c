"""The quality of a register in sum: counts that add up, a matter of the whole list told once, slips recognised."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regpol.register.cleaning import clean
from regpol.register.quality import same_people
from regpol.register.quality.findings import compared, findings_of
from regpol.register.quality.persons import List, persons_of
from regpol.register.quality.repeated_nik import differ
from regpol.register.quality.report import QualityReport
from regpol.register.quality.same_people import near
from regpol.register.reading import read
from regpol.register.reconciliation.names import read_name
from regpol.register.units import Units
from regpol.register.vocabulary import Vocabulary
from regpol.terms.problems import Severity

ON = date(2024, 10, 22)
Make = Callable[..., QualityReport]


@pytest.fixture
def report(tmp_path: Path, vocabulary: Vocabulary, mataram: Units) -> Make:
    def make(*lists: list[str]) -> QualityReport:
        found = []
        for at, rows in enumerate(lists):
            path = tmp_path / f"daftar-{at}.csv"
            path.write_text("\n".join(rows), encoding="utf-8")
            raw = read(path, vocabulary=vocabulary)
            found.append(List(raw, clean(raw, vocabulary, on_date=ON, units=mataram)))
        persons = persons_of(found, mataram)
        beside, left = compared(persons, found)
        assert not left, left
        findings = findings_of(found, persons, [(person.table, problem) for person, problem in beside])
        return QualityReport("52.71", "Kota Mataram", ON, dict(mataram.names), tuple(found), persons, findings)

    return make


HEAD = "NIK;Nama;Tgl Lahir;Jabatan;Kelurahan"


def row(serial: int, name: str = "", born: str = "17/03/1980", job: str = "Ketua RT", unit: str = "Dasan Agung") -> str:
    day, month, year = born.split("/")
    return f"527105{day}{month}{year[2:]}{serial:04d};{name or f'Orang{serial}'};{born};{job};{unit}"


def codes(made: QualityReport) -> list[tuple[int, int, str]]:
    return [(one.table, one.row, one.problem.code) for one in made.findings]


def test_a_matter_of_the_whole_list_is_told_once(report: Make) -> None:
    rows = [f"{row(at, born=f'{at:02d}/03/19{60 + at}')};1/2023" for at in range(1, 26)]
    made = report([f"{HEAD};No SK", *rows[:-1], rows[-1].replace("Dasan Agung", "Dasan Agng")])
    assert made.everywhere == {"REG53"}
    assert {one.problem.code for one in made.single} == {"REG48"}
    assert (made.read, made.faultless, made.to_check, made.rejected) == (25, 25, 0, 0)
    assert {kind.problem.code: kind.rows for kind in made.kinds} == {"REG53": 25, "REG48": 1}
    assert all(unit.troubled == 0 for unit in made.units)


def test_counts_by_kind_unit_and_owner_add_up(report: Make) -> None:
    made = report(
        [HEAD, row(1), row(1), row(2, unit="Karang Baru", job=""), row(3, unit="Nirwana"), row(4, born="01/02/1920")]
    )
    assert (made.read, made.usable, made.rejected) == (5, 3, 2)
    assert made.faultless + made.to_check + made.rejected == made.read
    assert sum(unit.read for unit in made.units) == made.read
    assert sum(unit.rejected for unit in made.units) == made.rejected
    assert made.units[-1].code == ""
    assert made.kinds[0].problem.severity is Severity.ERROR
    assert made.owners["pengelola daftar"] == (1, 2)
    assert all(kind.to_do and "Sebaiknya" not in kind.to_do for kind in made.kinds)


def test_lists_are_compared_with_each_other(report: Make) -> None:
    first = [HEAD, row(1, "Budi Hartono Satu"), row(2, "Siti Aminah"), row(3, "Ahmad Zaini", "01/02/1970")]
    second = [
        HEAD,
        row(1, "H. BUDI HARTONO SATU"),
        row(2, "Siti Aminah", job="Kader Posyandu"),
        row(3, "Wirawan Putra", "01/02/1970"),
    ]
    assert codes(report(first, second)) == [(1, 2, "REG28"), (1, 3, "REG32"), (1, 4, "REG31")]
    assert codes(report(first)) == []


def test_one_person_under_two_nik_is_found_within_a_list(report: Make) -> None:
    made = report(
        [
            HEAD,
            row(1, "Muhammad Yusuf Hakim"),
            row(2, "H. Moh. Yusuf Hakim, S.Pd"),
            ";MUHAMMAD YUSUF HAKIM;17/03/1980;Ketua RT;Dasan Agung",
            row(5, "Muhamad Yoesoef Hakim"),
            row(6, "Muhammad Yusuf Hakim", "18/03/1980"),
        ]
    )
    found = codes(made)
    assert (0, 3, "REG29") in found
    assert (0, 4, "REG29") in found, "a row without a NIK repeats one that has it"
    assert (0, 5, "REG30") in found
    told = next(one.problem for one in made.findings if one.problem.code == "REG29")
    assert "baris 2" in str(told)
    assert "yusuf" not in str(told).casefold()


def test_a_birth_day_typed_for_everybody_does_not_pair_strangers(report: Make) -> None:
    words = ("Adi", "Bima", "Cokro", "Darma", "Eko", "Fajar", "Gita", "Hadi", "Indra", "Joko")
    names = [
        f"{a} {b}" for a in words for b in ("Sastro", "Wibowo", "Nugroho", "Pratomo", "Kusnadi", "Mulyono", "Tukijan")
    ]
    made = report([HEAD, *(row(at, name, "01/01/1970") for at, name in enumerate(names, 1))])
    assert [code for _, _, code in codes(made) if code in {"REG29", "REG31"}] == []
    again = report([HEAD, *(row(at, name, "01/01/1970") for at, name in enumerate([*names, "Adii Sastro"], 1))])
    assert (0, 72, "REG30") in codes(again)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Budi Santoso", "BUDI SANTOSA, S.Pd", False),
        ("M. Yusuf", "Rahmat Hidayat", False),
        ("Siti Aminah", "Siti Aminah Hartono", False),
        ("Siti Aminah", "Wirawan Putra", True),
        ("", "Wirawan Putra", False),
    ],
)
def test_two_names_of_one_nik_are_those_of_two_people_only_where_nothing_is_shared(
    one: str, other: str, apart: bool
) -> None:
    assert differ(read_name(one), read_name(other)) is apart
    assert differ(read_name(other), read_name(one)) is apart


def test_a_slip_is_at_most_two_digits() -> None:
    assert near("5271010101700012", "5271010101700013")
    assert not near("5271010101700012", "5271010101701113")
    assert not near("", "5271010101700012")


def test_what_is_too_much_to_compare_is_said(monkeypatch: pytest.MonkeyPatch, report: Make) -> None:
    monkeypatch.setattr(same_people, "_MOST_TOGETHER", 3)
    monkeypatch.setattr(same_people, "_MOST_AT_ALL", 4)
    rows = [row(at, f"Budi {word}", "01/01/1970") for at, word in enumerate(("Adi", "Eko", "Joko", "Tono", "Wawan"), 1)]
    with pytest.raises(AssertionError, match="5 baris"):
        report([HEAD, *rows])
