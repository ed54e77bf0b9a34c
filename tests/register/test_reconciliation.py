"""Every class of the reconciliation, on lists small enough to see why."""

from pathlib import Path

import pytest
from reconciled import DECREE, ON, OTHER, PALEMBANG, PERSON, Row, classes, compared, write_list

from regpol.register.reconciliation.classes import NOT_THE_MEMBERSHIP
from regpol.register.reconciliation.entries import DECREES_NEED, entries_of, read_list
from regpol.register.reconciliation.reconcile import reconcile
from regpol.terms.problems import Refused

NO_NIK: Row = {"NIK": ""}
ELSE: Row = {**OTHER, "Tgl Lahir": "12 Maret 1970"}


@pytest.mark.parametrize(
    ("person", "decree", "klass"),
    [
        ({}, {}, "cocok"),
        ({"Nama": "Hj. SITI AMINAH LUBIS, S.Pd"}, {}, "cocok"),
        ({"NIK": "5,27101E+15"}, {}, "cocok"),
        ({"NIK": ""}, NO_NIK, "cocok"),
        ({}, {"Nama": "Siti Aminah Hasibuan"}, "nama berbeda"),
        ({}, {"Nama": "Siti Aminh Lubis", **NO_NIK}, "nama berbeda"),
        ({}, {"Nama": "S. Aminah Lubis", **NO_NIK}, "nama berbeda"),
        ({}, {"NIK": "1671014505800021"}, "NIK berbeda"),
        ({}, {"NIK": "1671010107650001"}, "NIK berbeda"),
        ({"NIK": "16710145058000"}, {}, "NIK berbeda"),
        ({}, {"Kelurahan": "20 Ilir D.I"}, "unit berbeda"),
        ({}, {"Berlaku s/d": "31 Desember 2025"}, "masa SK habis"),
        ({}, {"Berlaku s/d": "2025"}, "masa SK habis"),
        ({}, {"TMT": "2 Januari 2026"}, "SK belum mulai"),
        ({}, {"Berlaku s/d": ""}, "masa SK tidak jelas"),
        ({}, {"Berlaku s/d": "1 Januari 2020"}, "masa SK tidak jelas"),
        ({}, ELSE, "tanpa SK"),
    ],
)
def test_one_row_against_one_decree(tmp_path: Path, person: Row, decree: Row, klass: str) -> None:
    people, decrees = classes(compared(tmp_path, [person], [decree]))
    assert people == [klass]
    assert decrees == (["SK tanpa orang"] if klass == "tanpa SK" else ["dipakai"])


def test_the_last_day_of_a_term_still_counts(tmp_path: Path) -> None:
    people, _ = classes(compared(tmp_path, [{}], [{"TMT": "1 Januari 2026", "Berlaku s/d": "1 Januari 2026"}]))
    assert people == ["cocok"]


def test_a_newer_decree_of_the_same_person_is_the_one_that_counts(tmp_path: Path) -> None:
    newer = {"Nomor SK": "90/KPTS/2025", "TMT": "1 Oktober 2025", "Berlaku s/d": "31 Desember 2030"}
    cites_old = compared(tmp_path, [{}], [{}, newer])
    assert classes(cites_old) == (["diganti SK yang lebih baru"], ["diganti SK yang lebih baru", "dipakai"])
    assert str(cites_old.people[0].ground) == "ada"
    assert classes(compared(tmp_path, [{"Nomor SK": "90/KPTS/2025"}], [{}, newer]))[0] == ["cocok"]
    assert classes(compared(tmp_path, [{"Nomor SK": ""}], [{}, newer]))[0] == ["cocok"]


def test_a_seat_given_to_somebody_else_leaves_no_ground_to_pay(tmp_path: Path) -> None:
    successor = {**OTHER, "Jabatan": "Ketua RT 3 RW 1", "Nomor SK": "90/KPTS/2025", "TMT": "1 Oktober 2025"}
    report = compared(tmp_path, [{}], [{}, {**successor, "Tgl Lahir": "12 Maret 1970"}])
    assert classes(report) == (["diganti SK yang lebih baru"], ["dipakai", "SK tanpa orang"])
    assert str(report.people[0].ground) == "belum ada"
    later = {**successor, "TMT": "1 Maret 2026"}
    assert classes(compared(tmp_path, [{}], [{}, later]))[0] == ["cocok"], "not before it begins"


def test_a_number_that_one_decree_gives_twice_is_no_single_seat(tmp_path: Path) -> None:
    """Where RT are numbered in each RW and the RW is not written, a newer RT 03 replaces nobody."""
    bare = {"Jabatan": "Ketua RT 03"}
    newer = {**ELSE, **bare, "TMT": "1 Oktober 2025", "Nomor SK": "90/2025"}
    third = {**newer, "NIK": "1671015006750044", "Nama": "Masayu Dewi", "Tgl Lahir": "10 Juni 1975"}
    assert classes(compared(tmp_path, [bare], [bare, newer, third]))[0] == ["cocok"]


def test_two_people_of_one_name_are_not_told_apart_by_their_order(tmp_path: Path) -> None:
    other = {"NIK": "1671014106850077", "Tgl Lahir": "01/06/1985"}
    vague = {"NIK": "", "Tgl Lahir": "", "Jabatan": "Ketua RT", "Berlaku s/d": "31 Desember 2027"}
    report = compared(tmp_path, [{}, other], [vague])
    assert classes(report) == (["perlu dipastikan"] * 2, ["perlu dipastikan"])
    assert {str(one.ground) for one in report.people} == {"perlu dipastikan"}
    assert classes(compared(tmp_path, [{}, other], [vague, vague]))[0] == ["cocok", "cocok"], "each has one"
    told = {**vague, "Tgl Lahir": "1 Juni 1985"}
    assert classes(compared(tmp_path, [{}, other], [told]))[0] == ["tanpa SK", "cocok"]


def test_a_row_that_stands_twice_gets_one_decree(tmp_path: Path) -> None:
    people, decrees = classes(compared(tmp_path, [{}, {}], [{}, {}]))
    assert sorted(people) == ["baris ganda", "cocok"]
    assert sorted(decrees) == ["SK ganda", "dipakai"]


def test_one_person_in_two_posts_needs_two_decrees(tmp_path: Path) -> None:
    post = {"Jabatan": "Kader Posyandu Melati"}
    assert classes(compared(tmp_path, [{}, post], [{}, post]))[0] == ["cocok", "cocok"]
    assert classes(compared(tmp_path, [{}, post], [{}]))[0] == ["cocok", "tanpa SK"]


def test_who_has_no_decree_may_still_be_a_member(tmp_path: Path) -> None:
    report = compared(tmp_path, [{}, OTHER], [{"TMT": "2018", "Berlaku s/d": "2020"}])
    for verdict in report.people:
        assert str(verdict.ground) == "belum ada"
        assert NOT_THE_MEMBERSHIP in verdict.reason
        assert verdict.action
        assert verdict.who


def test_a_hint_points_at_the_likeliest_decree(tmp_path: Path) -> None:
    report = compared(
        tmp_path, [{"Tgl Lahir": ""}], [{"NIK": "", "Tgl Lahir": "", "Nama": "Siti Rohana", "Jabatan": ""}]
    )
    assert classes(report)[0] == ["tanpa SK"]
    near = compared(tmp_path, [{"NIK": ""}], [{"NIK": "", "Kelurahan": "32 Ilir", "Tgl Lahir": "", "Nomor SK": "7"}])
    assert classes(near)[0] == ["tanpa SK"]


def test_explanations_name_rows_and_never_people(tmp_path: Path) -> None:
    report = compared(tmp_path, [{}, OTHER], [{"Nama": "Siti Aminah Hasibuan"}])
    shown = "\n".join(
        [*(one.reason + repr(one.cells) for one in report.people), *(one.reason for one in report.decrees)]
    )
    assert "baris 2" in shown
    assert not any(word in shown for word in ("Siti", "Rusli", "Hasibuan", PERSON["NIK"], OTHER["NIK"]))
    assert PERSON["NIK"] not in repr(report)
    assert PERSON["Nama"] not in repr(report.people)


def test_sheets_of_one_file_are_read_together_and_may_name_the_unit(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for unit, person in (("35 Ilir", PERSON), ("32 Ilir", {**PERSON, **OTHER})):
        sheet = book.create_sheet(unit)
        columns = ["NIK", "Nama", "Tgl Lahir", "Jabatan", "Nomor SK"]
        sheet.append(["DAFTAR KETUA RT"])
        sheet.append(columns)
        sheet.append([person[name] for name in columns])
    book.create_sheet("Rekap").append(["Jumlah", 2])
    path = tmp_path / "register.xlsx"
    book.save(path)
    listed = write_list(tmp_path / "sk.csv", DECREE, [{}, {**ELSE, "Kelurahan": "32 Ilir"}])
    report = reconcile([path], [listed], units=PALEMBANG, on_date=ON)
    assert classes(report)[0] == ["cocok", "cocok"]
    assert [one.entry.unit for one in report.people] == ["16.71.01.1001", "16.71.01.1002"]
    assert any("Rekap" in text for text in report.assumptions)


def test_a_list_of_decrees_without_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sk.csv"
    path.write_text("Nomor SK,Berlaku s/d,NIK\n1,2028,1671014505800012\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_list([path], DECREES_NEED)
    assert [problem.code for problem in refused.value.problems] == ["REG06"]


def test_a_signature_is_no_person(tmp_path: Path) -> None:
    signed = dict.fromkeys(PERSON, "") | {"Jabatan": "Palembang, 2 Januari 2026"}
    assert len(compared(tmp_path, [{}, signed], [{}]).people) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_text_lists_are_read_as_offices_save_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "sk.csv"
    text = ";".join(DECREE) + "\r\n" + ";".join(DECREE.values()) + "\r\n"
    path.write_bytes(text.encode(encoding))
    (entry,) = entries_of(read_list([path], DECREES_NEED), PALEMBANG, ON)
    assert (entry.unit, entry.post.numbers, entry.nik) == ("16.71.01.1001", (3, 1), DECREE["NIK"])
