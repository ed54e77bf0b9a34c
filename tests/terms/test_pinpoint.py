"""Pinpoints compared by the places they name, and ids of provisions that do not move."""

import pytest

from regpol.law.format.rules import ProvisionRecord
from regpol.law.provision_ids import provision_ids
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED
from regpol.terms.pinpoint import meet, places
from regpol.terms.place import NOWHERE


@pytest.mark.parametrize(
    ("pinpoint", "named"),
    [
        ("Pasal 26 ayat (3) huruf c", ["pasal 26 ayat 3 huruf c"]),
        ("Pasal 16 ayat (3), Pasal 18 ayat (2), dan Pasal 21", ["pasal 16 ayat 3", "pasal 18 ayat 2", "pasal 21"]),
        ("Pasal 1 angka 3 dan angka 6, Pasal 4", ["pasal 1 angka 3", "pasal 1 angka 6", "pasal 4"]),
        ("Pasal 53 sampai dengan Pasal 55", ["pasal 53", "pasal 54", "pasal 55"]),
        ("Pasal 22 ayat (4) sampai ayat (6)", ["pasal 22 ayat 4", "pasal 22 ayat 5", "pasal 22 ayat 6"]),
        ("Pasal 8 huruf a sampai dengan huruf c", ["pasal 8 huruf a", "pasal 8 huruf b", "pasal 8 huruf c"]),
        ("Pasal 8 sampai ayat (2)", ["Pasal 8 sampai ayat (2)"]),
        ("Pasal 74 dan Penjelasan Pasal 74 ayat (1) (teks awal)", ["pasal 74", "pasal 74 ayat 1"]),
        ("Pasal 74 ayat (3) dan Penjelasannya", ["pasal 74 ayat 3"]),
        ("Lampiran huruf G angka 68 huruf c", ["lampiran huruf G angka 68 huruf c"]),
        ("Pasal 16A dan Pasal 18A", ["pasal 16A", "pasal 18A"]),
        (UNVERIFIED, []),
        ("Hal Khusus Lainnya", ["Hal Khusus Lainnya"]),
    ],
)
def test_a_pinpoint_names_its_places(pinpoint: str, named: list[str]) -> None:
    found = [" ".join(" ".join(unit).strip() for unit in place).replace("  ", " ") for place in places(pinpoint)]
    assert found == named


def test_two_pinpoints_meet_where_a_place_holds_the_other() -> None:
    assert meet("Pasal 29 ayat (2) dan ayat (3)", "Pasal 28 dan Pasal 29")
    assert meet("Pasal 4", "Pasal 4 ayat (1)")
    assert not meet("Pasal 4 ayat (1)", "Pasal 4 ayat (2)")
    assert not meet("Pasal 4", "Pasal 40")
    assert not meet(UNVERIFIED, UNVERIFIED)


def provision(pinpoint: str, gist: str) -> ProvisionRecord:
    return ProvisionRecord(NOWHERE, pinpoint, gist, Evidence.MIRROR)


def test_an_id_stays_when_provisions_are_added_or_turned_round() -> None:
    one, other = (
        provision("Pasal 4 ayat (2)", "Satu."),
        provision(UNVERIFIED, "Daerah diminta menganggarkan."),
    )
    before = provision_ids("uu-1-2020", (one, other))
    assert before == (
        "uu-1-2020:pasal-4-ayat-2",
        "uu-1-2020:belum-diverifikasi-daerah-diminta-menganggarkan",
    )
    after = provision_ids("uu-1-2020", (provision(UNVERIFIED, "Yang baru."), other, provision("Pasal 1", "Baru."), one))
    assert set(before) < set(after)


def test_ids_are_unique_even_where_nothing_tells_provisions_apart() -> None:
    twice = provision("Pasal 4", "Sama."), provision("Pasal 4", "Sama.")
    assert len(set(provision_ids("uu-1-2020", twice))) == 2
