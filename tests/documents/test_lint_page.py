"""The table of the guide is that of the rules (REGPOL_UPDATE_GOLDEN=1 writes it anew), and the page of findings."""

import os
from pathlib import Path

from regpol.documents.lint.engine import lint
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.rule import read_rules
from regpol.reports.lint.table import rules_table
from regpol.reports.lint.text import lint_text

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


def test_many_missing_topics_are_one_list(tmp_path: Path):
    paper = tmp_path / "pks.txt"
    head = "PERJANJIAN KERJA SAMA\nANTARA\nA\nDENGAN\nB\nTENTANG\nPELINDUNGAN\nNOMOR: …\nNOMOR: …\n"
    paper.write_text(f"{head}\nPasal 1\nPARA PIHAK bekerja sama.\n", encoding="utf-8")
    rules = read_rules(ROOT / "rules" / "teknik")
    text = read_paper(paper, None)
    findings = lint(text, rules, ())
    said = lint_text(text, findings, rules)
    missing = [it for it in findings if it.topic]
    assert len(missing) > 10
    assert f"{len(missing)} pokok tidak ditemukan; tambahkan ketentuan tentang:" in said
    assert "tidak ditemukan ketentuan tentang" not in said
    assert all(f"{it.rule} perlu diperiksa · {it.topic}" in said for it in missing)
    few = lint_text(text, tuple(missing[:2]), rules)
    assert "tidak ditemukan ketentuan tentang" in few
