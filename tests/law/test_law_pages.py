"""The pages about the core regulations say what the rulebook says today."""

from pathlib import Path

import pytest

from legal_cases import RULES, rulebook
from regpol.law.model import Core, Modality
from regpol.reports.norm_words import norm_words
from regpol.reports.rulebook.pages import law_pages

PAGES = RULES.parent / "docs" / "hukum"


@pytest.mark.parametrize("name", law_pages(rulebook()))
def test_the_pages_are_up_to_date(name: str) -> None:
    """``regpol law pages --write docs/hukum`` writes them anew."""
    assert (PAGES / name).read_text(encoding="utf-8") == law_pages(rulebook())[name]


def test_no_other_page_lies_there() -> None:
    assert {path.name for path in PAGES.iterdir()} == set(law_pages(rulebook()))


def test_each_core_regulation_has_its_part() -> None:
    whole = "\n".join(law_pages(rulebook()).values())
    core = [it for it in rulebook().regulations.values() if it.core]
    assert {it.core for it in core} == set(Core)
    for regulation in core:
        assert f"\n## {regulation.name} tentang {regulation.about}\n" in whole
    for rule in rulebook().rules:
        if rule.provision and rule.provision.regulation.core:
            unread = rule.norm.modality is Modality.UNREAD
            assert (rule.provision.gist if unread else norm_words(rulebook(), rule)) in whole


def test_the_index_of_the_documents_leads_there() -> None:
    for readme in ("README.md", "README.id.md"):
        assert "docs/hukum/README.md" in (Path(RULES).parent / readme).read_text(encoding="utf-8")
