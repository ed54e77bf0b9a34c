"""Categories and units are matched where the cell says so, and never where it only looks like it."""

import pytest

from regpol.register.categories import Categories
from regpol.register.units import Unit, Units
from regpol.register.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Ketua RT 03", "ketua_rt"),
        ("KETUA RT03/RW 05", "ketua_rt"),
        ("Ketua R.T. 04 Lingk. Gomong", "ketua_rt"),
        ("Bapak Ketua Rukun Tetangga 2", "ketua_rt"),
        ("Ka. RW 01", "ketua_rw"),
        ("KADER POSYANDU MELATI", "kader_posyandu"),
        ("kader pos yandu", "kader_posyandu"),
        ("Kader PKK Kel. Monjok", "kader_pkk"),
        ("Satlinmas", "linmas"),
        ("Anggota Satuan Perlindungan Masyarakat", "linmas"),
        ("HANSIP", "linmas"),
        ("Kaling", "kepala_lingkungan"),
        ("Operator Roda 3", "operator_roda_tiga"),
        ("NON-ASN", "non_asn"),
        ("Tenaga Non ASN Dinas PU", "non_asn"),
        ("ketua_rt", "ketua_rt"),
    ],
)
def test_a_category_is_recognised_in_its_forms(vocabulary: Vocabulary, cell: str, code: str) -> None:
    match = Categories(vocabulary).match(cell)
    assert (match.code, match.exact) == (code, True)


@pytest.mark.parametrize(
    "cell",
    [
        *("Wakil Ketua RT", "Mantan Ketua RT 03", "Istri Ketua RT", "Pj. Kepala Desa", "Plt Ketua RW", "Sekretaris RT"),
        *("RT 03", "Kader", "Ketua", "Marbot", "Ketua PKK", "Ketua RQ", "x/" * 40),
    ],
)
def test_what_is_not_the_position_is_not_taken_for_it(vocabulary: Vocabulary, cell: str) -> None:
    assert Categories(vocabulary).match(cell).code is None


@pytest.mark.parametrize("cell", ["Ketua RT/RW", "Ketua RT / RW 02", "Kader Posyandu/PKK", "Ketua RT/Linmas"])
def test_two_positions_in_one_cell_are_not_one(vocabulary: Vocabulary, cell: str) -> None:
    match = Categories(vocabulary).match(cell)
    assert match.code is None
    assert len(match.candidates) == 2


@pytest.mark.parametrize(
    ("cell", "code"), [("Kader Posyndu", "kader_posyandu"), ("Kepla Lingkungan", "kepala_lingkungan")]
)
def test_a_misspelt_category_is_marked_as_a_guess(vocabulary: Vocabulary, cell: str, code: str) -> None:
    match = Categories(vocabulary).match(cell)
    assert (match.code, match.exact) == (code, False)


def test_every_official_name_means_its_own_category(vocabulary: Vocabulary) -> None:
    categories = Categories(vocabulary)
    assert {code: categories.match(names[0]).code for code, names in vocabulary.categories.items()} == {
        code: code for code in vocabulary.categories
    }


@pytest.mark.parametrize(
    ("cell", "code", "exact"),
    [
        ("Selaparang", "52.71.05", True),
        ("KEC. SELAPARANG", "52.71.05", True),
        ("Sandu Baya", "52.71.06", True),
        ("SELAPRANG", "52.71.05", False),
        ("Narmada", None, False),
    ],
)
def test_districts(mataram: Units, cell: str, code: str | None, exact: bool) -> None:
    match = mataram.district(cell)
    assert (match.code, match.exact) == (code, exact)


@pytest.mark.parametrize(
    ("cell", "code", "exact"),
    [
        ("Kel. Dasan Agung", "52.71.05.1002", True),
        ("DASAN AGUNG BARU", "52.71.05.1007", True),
        ("Sayang Sayang", "52.71.03.1009", True),
        ("Pagesangan Tmr", "52.71.02.1010", True),
        ("Pagesangan Bart", "52.71.02.1009", False),
        ("Pagesangn", "52.71.02.1001", False),
        ("Pagesangan Selatan", None, False),  # a neighbour that does not exist is not its neighbour
        ("Turida, Kec. Sandubaya", "52.71.06.1006", True),
    ],
)
def test_villages(mataram: Units, cell: str, code: str | None, exact: bool) -> None:
    match = mataram.village(cell)
    assert (match.code, match.exact) == (code, exact)


def test_a_name_that_two_villages_share_is_settled_by_the_district() -> None:
    both = (Unit("1.1.1.1001", "Karang Anyar"), Unit("1.1.2.1001", "Karang Anyar"))
    units = Units("1.1", "Kota Contoh", (Unit("1.1.1", "Satu"), Unit("1.1.2", "Dua")), both)
    assert units.village("Karang Anyar").code is None
    assert units.village("Karang Anyar", "1.1.2").code == "1.1.2.1001"
