"""Mengingat holds what empowers or commands and nothing else; what the region already has is never ignored."""

import dataclasses
from datetime import date

import pytest

from legal_cases import ROOT, rulebook
from regpol.documents.brief.authority import cited_existing, empowering, open_authority, recital_of_command, revoked
from regpol.documents.brief.legal_bases import fixed_bases, mengingat
from regpol.documents.brief.wording import read_wording
from regpol.project.project import Duty, ExistingRegulation, open_project
from regpol.project.region import find
from regpol.terms.place import NOWHERE

WORDING = read_wording(ROOT / "templates")
PROJECT = open_project(ROOT / "examples" / "meranti")
REGION = find("14.10")
DAY = date(2026, 1, 2)


def existing(duty: Duty) -> ExistingRegulation:
    return ExistingRegulation(NOWHERE, "Peraturan Daerah", "7", 2020, "Contoh", duty, "Pasal 5 ayat (2)")


def with_existing(duty: Duty):
    return dataclasses.replace(PROJECT, existing=(existing(duty),))


def test_what_only_explains_a_clause_stays_out() -> None:
    book = rulebook()
    given = empowering(WORDING, fixed_bases(book, WORDING), DAY)
    cited = " ".join(mengingat(book, WORDING, given, REGION, DAY))
    assert "Nomor 23 Tahun 2014" in cited
    assert "Nomor 24 Tahun 2011" in cited
    assert "Nomor 70 Tahun 2015" not in cited
    assert "Nomor 45 Tahun 2015" not in cited
    assert "Instruksi" not in cited


def test_a_law_not_yet_in_force_gives_no_power_and_no_amendment() -> None:
    book = rulebook()
    given = tuple(empowering(WORDING, fixed_bases(book, WORDING), date(2016, 1, 1)))
    assert "PP 12/2019" not in {provision.regulation.name for provision in given}
    cited = " ".join(mengingat(book, WORDING, given, REGION, date(2016, 1, 1)))
    assert "Nomor 49 Tahun 2023" not in cited


def test_a_perkada_nobody_commands_says_so_and_offers_other_instruments() -> None:
    (point,) = open_authority(rulebook(), WORDING, PROJECT, REGION, DAY)
    assert "Peraturan Daerah, atau Keputusan Bupati" in point.text
    assert open_authority(rulebook(), WORDING, with_existing(Duty.CARRY_OUT), REGION, DAY) == ()


def test_a_perda_to_carry_out_is_the_one_consideration() -> None:
    (recital,) = recital_of_command(with_existing(Duty.CARRY_OUT), REGION, WORDING)
    assert recital.text.startswith("untuk melaksanakan ketentuan Pasal 5 ayat (2) Peraturan Daerah")


@pytest.mark.parametrize("duty", [Duty.REPLACE, Duty.REPEAL])
def test_what_is_replaced_is_repealed(duty: Duty) -> None:
    (gone,) = revoked(with_existing(duty), REGION, WORDING)
    assert gone == cited_existing(existing(duty), REGION, WORDING)
    assert gone.endswith("tentang Contoh [Lembaran Daerah belum diverifikasi]")


def test_what_must_be_amended_is_not_joined_by_a_new_regulation() -> None:
    points = open_authority(rulebook(), WORDING, with_existing(Duty.AMEND), REGION, DAY)
    assert "susun peraturan perubahan" in points[-1].text
