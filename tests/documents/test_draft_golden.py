"""Golden drafts: both papers from the sample brief, as text a lawyer can read.

Read the diff before you accept it: REGPOL_UPDATE_GOLDEN=1 pytest tests/documents/test_draft_golden.py
"""

import dataclasses
import os
from pathlib import Path

import pytest
from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.documents.naskah import outline, render


def council():
    """The sample as council and head would make it."""
    return dataclasses.replace(BRIEF, by_council=True, topics=("hak_kewajiban", "sosialisasi", "tim_koordinasi"))


GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "brief"), [("perkada", BRIEF), ("perda", council()), ("mou", AGREEMENT)])
def test_outline_is_the_golden_one(name, brief):
    made = outline.write(render.draft(f"{name}.naskah.j2", brief, TEMPLATES))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("REGPOL_UPDATE_GOLDEN"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
