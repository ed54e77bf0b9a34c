"""Mengingat names the law that formed the region, or leaves a blank that is marked as one."""

from dataclasses import replace
from datetime import date

import pytest

from legal_cases import ROOT, rulebook
from regpol.documents.brief.authority import empowering
from regpol.documents.brief.legal_bases import fixed_bases, forming_law, mengingat
from regpol.documents.brief.wording import read_wording
from regpol.project.region import find

WORDING = read_wording(ROOT / "templates")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "52.71",
            (
                "Undang-Undang Nomor 4 Tahun 1993 tentang Pembentukan Kotamadya Daerah Tingkat II Mataram "
                "[Lembaran Negara belum diverifikasi]"
            ),
        ),
        (
            "16.71",
            (
                "Undang-Undang Nomor 28 Tahun 1959 tentang Pembentukan Daerah Tingkat II dan Kotapraja di "
                "Sumatera Selatan (Lembaran Negara Republik Indonesia Tahun 1959 Nomor 73, Tambahan Lembaran Negara "
                "Republik Indonesia Nomor 1821)"
            ),
        ),
        ("11.01", "Undang-Undang Nomor … Tahun … tentang pembentukan Kabupaten Aceh Selatan [belum diverifikasi]"),
    ],
)
def test_the_forming_law_is_cited_as_far_as_it_is_known(code: str, words: str) -> None:
    assert forming_law(rulebook(), WORDING, find(code)) == words


@pytest.mark.parametrize("code", sorted(rulebook().regions.formed))
def test_every_forming_law_known_can_be_cited(code: str) -> None:
    cited = forming_law(rulebook(), WORDING, find(code))
    assert cited.startswith("Undang-Undang Nomor ")
    assert "…" not in cited


def test_it_stands_second_after_the_constitution() -> None:
    opening = mengingat(rulebook(), WORDING, (), find("93"), date(2025, 1, 2))
    assert [text.partition(" tentang ")[0] for text in opening] == [
        "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "Undang-Undang Nomor 14 Tahun 2022",
    ]


def test_a_village_cites_the_law_on_villages_with_its_last_amendment_and_no_article_on_regional_power() -> None:
    own = replace(
        WORDING,
        empowering=WORDING.village_empowering,
        empowering_families=(),
        citations=WORDING.village_citations,
    )
    on = date(2025, 1, 2)
    given = empowering(own, fixed_bases(rulebook(), own), on)
    cited = mengingat(rulebook(), own, given, find("93.01"), on)
    assert [text.partition(" tentang ")[0] for text in cited] == [
        "Undang-Undang Nomor 12 Tahun 1969",
        "Undang-Undang Nomor 24 Tahun 2011",
        "Undang-Undang Nomor 6 Tahun 2014",
        "Peraturan Pemerintah Nomor 44 Tahun 2015",
    ]
    assert "telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 3 Tahun 2024" in cited[2]
