"""Golden pages about the rulebook, as texts a lawyer can read.

After a change, read the diff before you accept it: ``pytest tests/golden --update-golden``.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from regpol.commands.main import main

SMALL = ["--rules", str(Path(__file__).parent.parent / "fixtures" / "rulebook")]
ASKED = {
    "show-uu-3-2024-pasal-26": ["show", "UU 3/2024 Pasal 26 ayat (3) huruf c"],
    "show-peraturan": ["show", "UU 1/2020", *SMALL],
    "show-kategori": ["show", "pengurus", *SMALL],
    "show-nilai": ["show", "bpu_jkk", *SMALL],
    "list": ["list", *SMALL],
    "list-work": ["list", "--work", *SMALL],
    "coverage": ["coverage", "--full", *SMALL],
}


@pytest.mark.parametrize(("name", "arguments"), ASKED.items(), ids=ASKED)
def test_the_page_is_the_golden_one(
    name: str,
    arguments: list[str],
    golden: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("REGPOL_CACHE", str(tmp_path))
    assert main(["law", *arguments]) == 0
    golden(f"law-{name}.txt", capsys.readouterr().out)
