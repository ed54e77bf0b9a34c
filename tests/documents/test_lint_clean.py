"""What regpol drafts holds to the rules it checks others by."""

from datetime import date
from pathlib import Path

import pytest
from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.documents import render
from regpol.documents.lint.engine import lint
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.rule import read_rules
from regpol.terms.problems.base import Severity

ROOT = Path(__file__).parents[2]
RULES = read_rules(ROOT / "rules" / "teknik")
ACCEPTED = {"DR-077"}
"""A term that a list of categories uses once where another region uses it often; left for the templates."""
PROJECTS = sorted(path.parent for path in (ROOT / "examples").glob("*/project.yaml"))


def complaints(draft):
    found = lint(from_draft(draft), RULES)
    return [it for it in found if RULES[it.rule].severity is not Severity.NOTE and it.rule not in ACCEPTED]


@pytest.mark.parametrize(("name", "brief"), [("perkada", BRIEF), ("mou", AGREEMENT)])
def test_the_sample_papers_are_clean(name, brief):
    assert complaints(render.draft(f"{name}.naskah.j2", brief, TEMPLATES)) == []


@pytest.mark.slow
@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_the_regulation_of_every_example_is_clean(project):
    from regpol.commands import draft_work

    brief = draft_work.project_brief(project, None, date(2026, 11, 22), TEMPLATES)
    assert complaints(render.draft("perkada.naskah.j2", brief, TEMPLATES)) == []


@pytest.mark.slow
def test_the_minutes_are_clean():
    from regpol.commands import draft_work

    minutes = draft_work.minutes_brief(ROOT / "examples" / "palembang", None, date(2026, 11, 22))
    assert complaints(render.draft("berita-acara.naskah.j2", minutes, TEMPLATES)) == []
