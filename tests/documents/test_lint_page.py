"""The table of the guide is that of the rules; REGPOL_UPDATE_GOLDEN=1 writes it anew."""

import os
from pathlib import Path

from regpol.documents.lint.rule import read_rules
from regpol.reports.lint.table import rules_table

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "memeriksa-naskah.md"
MARK = "<!-- daftar: dibuat dari rules/teknik, jangan disunting -->\n"


def test_the_guide_lists_the_rules_as_they_are():
    made = f"\n{rules_table(read_rules(ROOT / 'rules' / 'teknik'))}\n"
    guide, _, listed = PAGE.read_text(encoding="utf-8").partition(MARK)
    if os.environ.get("REGPOL_UPDATE_GOLDEN"):
        PAGE.write_text(guide + MARK + made, encoding="utf-8")
        listed = made
    assert listed == made
