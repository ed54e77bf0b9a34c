"""A row is rejected only where nobody could decide it; otherwise it stays, with a warning, and nothing is lost."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regpol.register.cleaning import clean
from regpol.register.identity import age_on
from regpol.register.people import Register
from regpol.register.raw_table import RawTable
from regpol.register.units import Units
from regpol.register.vocabulary import Fact, FactKind, Vocabulary

Cleaned = Callable[..., Register]
ON = date(2024, 10, 22)


def test_a_faultless_row_has_nothing_to_say(cleaned: Cleaned) -> None:
    register = cleaned({})
    assert (register.rejected, register.warnings) == ((), ())
    assert {name: values[0] for name, values in register.people.columns.items()} == {
        "row": 2,
        "orang": 2,
        "kategori": "ketua_rt",
        "kecamatan": "52.71.05",
        "kelurahan": "52.71.05.1002",
        "tanggal_lahir": date(1980, 3, 17),
        "sk_sejak": date(2023, 1, 2),
        "sk_sampai": date(2025, 12, 31),
        "usia": 44,
        "sk_berlaku": True,
        "penghasilan": 1_500_000,
        "peserta_lain": "tidak",
    }
    assert (register.roster[2].nik, register.roster[2].name, register.roster[2].decree) == (
        "5271055703800012",
        "Contoh Satu",
        "1/2023",
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Jabatan": ""}, "REG20"),
        ({"Jabatan": "Wakil Ketua RT"}, "REG21"),
        ({"Jabatan": "Ketua RT/RW"}, "REG22"),
        ({"NIK": "-"}, "REG23"),
        ({"NIK": "5,27101E+15"}, "REG24"),
        ({"NIK": "527105570380001"}, "REG25"),
        ({"Tgl Lahir": "31/02/1980"}, "REG26"),
        ({"Tgl Lahir": "17/03/2080"}, "REG26"),
        ({"Tgl Lahir": "17/03/1880"}, "REG26"),
        ({"Honor": ""}, "REG40"),
        ({"Honor": "sesuai SK"}, "REG41"),
        ({"Peserta lain": "ya"}, "REG41"),
        ({"L/P": "?"}, "REG41"),
        ({"Tgl Lahir": "18/03/1980"}, "REG42"),
        ({"Tgl Lahir": ""}, "REG43"),
        ({"Tgl Lahir": "1980"}, "REG43"),
        ({"L/P": "L"}, "REG44"),
        ({"NIK": "3273055703800012"}, "REG45"),
        ({"Kelurahan": "Narmada"}, "REG47"),
        ({"Kecamatan": "Selaprang"}, "REG48"),
        ({"Kecamatan": "Mataram"}, "REG49"),
        ({"Jabatan": "Kepla Lingkungan"}, "REG50"),
        ({"SK s/d": "31/12/2023"}, "REG52"),
        ({"Tgl SK": "1/1/2025"}, "REG52"),
        ({"SK s/d": ""}, "REG53"),
    ],
)
def test_each_fault_gives_its_own_problem_and_no_other(cleaned: Cleaned, change: dict[str, str], code: str) -> None:
    register = cleaned(change)
    found = [p.code for r in register.rejected for p in r.problems] + [p.code for p in register.warnings]
    assert found == [code]
    assert bool(register.rejected) == (code < "REG40")
    assert register.counts.read == 1


def test_a_row_with_several_faults_says_all_of_them(cleaned: Cleaned) -> None:
    (rejected,) = cleaned({"NIK": "", "Jabatan": "Marbot", "Tgl Lahir": "31/02/1980"}).rejected
    assert {problem.code for problem in rejected.problems} == {"REG21", "REG23", "REG26"}


@pytest.mark.parametrize(
    ("born", "age"), [("22/10/1959", 65), ("23/10/1959", 64), ("29/02/1960", 64), ("22/10/2024", 0)]
)
def test_age_counts_birthdays(cleaned: Cleaned, born: str, age: int) -> None:
    assert cleaned({"Tgl Lahir": born}).people["usia"] == (age,)


@given(st.dates(date(1920, 1, 1), date(2024, 1, 1)), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_age_grows_by_one_at_each_birthday(born: date, on: date) -> None:
    age = age_on(born, on)
    assert date(born.year + age, born.month, 1) <= on
    assert age_on(born, date(on.year + 1, on.month, min(on.day, 28))) in {age, age + 1}


@pytest.mark.parametrize(
    ("since", "until", "in_force"),
    [
        ("22/10/2024", "22/10/2024", True),
        ("23/10/2024", "31/12/2024", False),
        ("1/1/2020", "21/10/2024", False),
        ("1/1/2020", "2026", True),
        ("1/1/2020", "2024", None),  # ends on a day of this year that nobody wrote down
        ("1/1/2020", "2023", False),
        ("", "31/12/2024", True),
        ("1/1/2020", "", None),
        ("", "", None),
        ("31/12/2025", "1/1/2020", None),
    ],
)
def test_a_decree_is_in_force_out_of_force_or_unknown(
    cleaned: Cleaned, since: str, until: str, in_force: bool | None
) -> None:
    assert cleaned({"Tgl SK": since, "SK s/d": until}).people["sk_berlaku"] == (in_force,)


def test_a_decree_said_not_to_exist_is_no_missing_fact(cleaned: Cleaned) -> None:
    assert cleaned({"No SK": "belum ada", "Tgl SK": "", "SK s/d": ""}).people["sk_berlaku"] == (False,)


def test_the_same_person_twice_in_one_category_is_decided_once(cleaned: Cleaned) -> None:
    register = cleaned({}, {"Nama": "Lain"}, {"Jabatan": "Kader PKK"}, {"Jabatan": "KADER PKK"})
    assert [(r.row, [p.code for p in r.problems]) for r in register.rejected] == [(3, ["REG27"]), (5, ["REG27"])]
    assert [p.code for p in register.warnings] == ["REG51"]
    assert register.people["orang"] == (2, 2)
    assert register.people["row"] == (2, 4)


def test_a_village_tells_its_district(cleaned: Cleaned) -> None:
    people = cleaned({"Kecamatan": ""}).people
    assert (people["kecamatan"], people["kelurahan"]) == (("52.71.05",), ("52.71.05.1002",))


@pytest.mark.parametrize(
    ("text", "code"),
    [("PU", "pu"), ("BPU mandiri", "bpu"), ("Bukan Penerima Upah", "bpu"), ("penerima upah", "pu"), ("Belum", "tidak")],
)
def test_other_membership_is_read_from_words(cleaned: Cleaned, text: str, code: str) -> None:
    assert cleaned({"Peserta lain": text}).people["peserta_lain"] == (code,)


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-5, 10**16),
    st.floats(),
    st.dates(),
    st.booleans(),
    st.sampled_from(["5271055703800012", "Ketua RT 1", "Linmas", "31/02/1980", "1 Mei 1980", "Selaprang", "Turida"]),
)
FIELDS = ("nik", "nama", "kategori", "tanggal_lahir", "kecamatan", "kelurahan", "sk_sampai", "penghasilan")


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.tuples(*[CELLS] * len(FIELDS)), max_size=25))
def test_whatever_the_cells_hold_no_row_is_lost(rows: list[tuple[object, ...]], vocabulary: Vocabulary) -> None:
    raw = RawTable(
        file="acak.xlsx",
        sheet="Data",
        header_row=1,
        headings=FIELDS,
        fields={name: index for index, name in enumerate(FIELDS)},
        rows=tuple(rows),  # type: ignore[arg-type]
        numbers=tuple(range(2, len(rows) + 2)),
    )
    register = clean(raw, vocabulary, on_date=ON, units=Units("52.71", "Kota Mataram"))
    clean_rows, rejected_rows = register.people["row"], [rejected.row for rejected in register.rejected]
    assert sorted([*clean_rows, *rejected_rows]) == list(raw.numbers)  # type: ignore[type-var]
    assert all(rejected.problems for rejected in register.rejected)
    assert all(len(column) == register.counts.clean for column in register.people.columns.values())
    assert set(register.roster.entries) == set(clean_rows)


def test_the_order_of_rows_changes_no_person(cleaned: Cleaned) -> None:
    rows = [{"NIK": f"52710557038000{n}", "Jabatan": job} for n, job in ((11, "Linmas"), (12, "Kaling"), (13, "x"))]
    shuffled = random.Random(1).sample(rows, 3)
    one, other = cleaned(*rows), cleaned(*shuffled)
    assert sorted(one.people["kategori"]) == sorted(other.people["kategori"])  # type: ignore[type-var]
    assert one.counts == other.counts


def test_a_register_of_one_category_needs_no_such_column(vocabulary: Vocabulary) -> None:
    raw = RawTable("r.csv", "", 1, ("NIK",), {"nik": 0}, (("5271055703800012",),), (2,))
    register = clean(raw, vocabulary, on_date=ON, category="linmas")
    assert register.people["kategori"] == ("linmas",)
    assert register.people["usia"] == (44,)
    assert "Setiap orang dianggap Anggota linmas" in register.assumptions
    assert any("dianggap belum diketahui" in said for said in register.assumptions)


def test_new_facts_need_no_new_code(vocabulary: Vocabulary) -> None:
    facts = (
        Fact("desil", "Desil", FactKind.NUMBER),
        Fact("rentan", "Pekerja rentan", FactKind.YES_NO),
        Fact("mulai", "Mulai bekerja", FactKind.DATE),
    )
    wider = Vocabulary((*vocabulary.facts, *facts), vocabulary.categories)
    fields = {"nik": 0, "kategori": 1, "desil": 2, "rentan": 3, "mulai": 4}
    row = ("5271055703800012", "Linmas", "3", "Ya", "1 Mei 2020")
    raw = RawTable("r.csv", "", 1, tuple(fields), fields, (row,), (2,))
    people = clean(raw, wider, on_date=ON).people
    assert [people[name][0] for name in ("desil", "rentan", "mulai")] == [3, True, date(2020, 5, 1)]
    assert [str(people.types[name]) for name in ("desil", "rentan", "mulai")] == ["BIGINT", "BOOLEAN", "DATE"]


def test_who_a_row_is_has_no_printed_form(cleaned: Cleaned) -> None:
    register = cleaned({})
    assert "Contoh Satu" not in repr(register)
    assert "5271055703800012" not in repr(register)
    assert "Contoh Satu" not in repr(register.roster[2])
