"""Golden explanations: what ``regpol why`` prints, as texts a lawyer can read.

After a change, read the diff before you accept it: ``pytest tests/golden --update-golden``.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from regpol.commands.main import main

CITY = ("--region", "52.71", "--fact", "usia=45")
REGENCY = ("--region", "93.01", "--fact", "usia=45")
ASKED = {
    "ketua-rt-2025-jkk": ("ketua_rt", CITY, 2025, "--programme", "jkk"),
    "ketua-rt-2025-segmen": ("ketua_rt", CITY, 2025, "--segment"),
    "ketua-rt-2025-apbd": ("ketua_rt", CITY, 2025, "--fund", "apbd_kabkota", "--programme", "jkk"),
    "kepala-desa-2024-jamsosnaker": ("kepala_desa", REGENCY, 2024, "--programme", "jamsosnaker"),
    "kepala-desa-2026-dana-desa": ("kepala_desa", REGENCY, 2026, "--fund", "dana_desa", "--programme", "jkk"),
    "non-asn-2025-jht": ("non_asn", CITY, 2025, "--programme", "jht"),
    "pppk-paruh-waktu-2025-segmen": ("pppk_paruh_waktu", CITY, 2025, "--segment"),
    "petani-tembakau-2025-dbh-cht": (
        *("petani_tembakau", ("--region", "52.03", "--fact", "usia=45"), 2025),
        *("--fund", "dbh_cht", "--programme", "jkk"),
    ),
    "pekerja-sawit-2025-dbh-sawit": (
        *("pekerja_sawit", ("--region", "14.10", "--fact", "hubungan_kerja=tidak"), 2025),
        *("--fund", "dbh_sawit", "--programme", "jkk"),
    ),
    "anggota-bpd-2024-add": ("anggota_bpd", REGENCY, 2024, "--fund", "add", "--programme", "jkk"),
    "nelayan-2025-jp": ("nelayan", CITY, 2025, "--programme", "jp"),
    "ketua-rt-70-tahun-2025-kepesertaan": (
        *("ketua_rt", ("--region", "52.71", "--fact", "usia=70"), 2025, "--membership"),
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_the_explanation_is_the_golden_one(
    name: str,
    golden: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("REGPOL_CACHE", str(tmp_path))
    category, where, year, *asked = ASKED[name]
    line = ["why", "--category", category, *where, "--year", year, *asked]
    assert main([str(word) for word in line]) == 0
    golden(f"why-{name}.txt", capsys.readouterr().out)
