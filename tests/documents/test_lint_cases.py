"""For every rule from DR-067 on, and those of regional form, agreements and substance: a wrong text and a right one."""

import dataclasses
from pathlib import Path

import pytest
import yaml

from regpol.documents.lint.engine import lint
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.paragraphs import text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.registry import checks
from regpol.documents.lint.rule import read_rules

FOLDER = Path(__file__).parent / "lint_cases"
RULES = read_rules(Path(__file__).parents[2] / "rules" / "teknik")
CASES = [
    (rule, path.stem, case)
    for path in sorted(FOLDER.glob("*.yaml"))
    for rule, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
]
ABOUT = "TENTANG\nPELINDUNGAN MELALUI JAMINAN SOSIAL KETENAGAKERJAAN\n"
REGULATION = (
    "PERATURAN BUPATI CONTOH\n{number}\n" + ABOUT + "MEMUTUSKAN:\nMenetapkan: PERATURAN BUPATI TENTANG CONTOH.\n"
)
AGREEMENT = "PERJANJIAN KERJA SAMA\nANTARA\nKECAMATAN CONTOH\nDENGAN\nBPJS KETENAGAKERJAAN\n" + ABOUT + "\n"
PREFACE = "Pada hari ini …, bertempat di Contoh, kami yang bertanda tangan di bawah ini:\n"
SENTENCES = "Pasal 1\n(1) Satu.\n(2) Dua.\n"


def whole(part: str, case: dict, snippet: str) -> str:
    """The paper around a snippet."""
    head = REGULATION.format(number=case.get("nomor", "NOMOR … TAHUN …"))
    if part == "batang-tubuh":
        return head + snippet
    if part == "penutup":
        return head + case.get("tubuh", SENTENCES) + snippet
    if part == "perjanjian":
        if case.get("judul"):
            return snippet
        return AGREEMENT + ("" if snippet.startswith("Pada hari") else PREFACE) + snippet
    return snippet


def found(part: str, rule: str, case: dict, snippet: str) -> list[str]:
    form = PaperForm(case["bentuk"]) if "bentuk" in case else None
    # each line is a paragraph of its own, as in a Word file
    lines = [dataclasses.replace(it, broken=False) for it in text_paragraphs(whole(part, case, snippet))]
    return [it.found for it in lint(parse(tuple(lines), form, "contoh.txt"), RULES, only=(rule,))]


@pytest.mark.parametrize(("rule", "part", "case"), CASES, ids=[case[0] for case in CASES])
def test_the_wrong_text_is_found_and_the_right_one_passes(rule, part, case):
    assert found(part, rule, case, case["salah"])
    assert not found(part, rule, case, case["benar"])


def test_every_rule_of_these_parts_has_a_case():
    late = {name for name in checks() if not name.startswith("DR-") or name >= "DR-067"}
    # how a page looks is told by a Word file alone: test_lint_page_layout
    assert late - {"PH-001", "PH-002", "PH-004"} == {rule for rule, _, _ in CASES}
    assert len(late) >= 85
