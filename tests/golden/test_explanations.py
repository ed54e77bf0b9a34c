"""Golden explanations: what ``regpol why`` prints, as texts a lawyer can read.

After a change, read the diff before you accept it: ``pytest tests/golden --update-golden``.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from regpol.commands.main import main

CITY = ["--region", "52.71", "--fact", "usia=45"]
REGENCY = ["--region", "93.01", "--fact", "usia=45"]
ASKED = {
    "ketua-rt-2025-jkk": ["--category", "ketua_rt", *CITY, "--year", "2025", "--programme", "jkk"],
    "ketua-rt-2025-segmen": ["--category", "ketua_rt", *CITY, "--year", "2025", "--segment"],
    "ketua-rt-2025-apbd": [
        "--category",
        "ketua_rt",
        *CITY,
        "--year",
        "2025",
        "--fund",
        "apbd_kabkota",
        "--programme",
        "jkk",
    ],
    "kepala-desa-2024-jamsosnaker": [
        *("--category", "kepala_desa", *REGENCY, "--year", "2024", "--programme", "jamsosnaker"),
    ],
    "kepala-desa-2026-dana-desa": [
        *("--category", "kepala_desa", *REGENCY, "--year", "2026", "--fund", "dana_desa", "--programme", "jkk"),
    ],
}


@pytest.mark.parametrize(("name", "arguments"), ASKED.items(), ids=ASKED)
def test_the_explanation_is_the_golden_one(
    name: str,
    arguments: list[str],
    golden: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("REGPOL_CACHE", str(tmp_path))
    assert main(["why", *arguments]) == 0
    golden(f"why-{name}.txt", capsys.readouterr().out)
