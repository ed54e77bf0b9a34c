"""What regpol drafts holds to the rules it checks others by: every kind, in every example region that can make it.

The kinds come from ``templates/jenis.yaml``, so a new one is held to this the day it is added.
"""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from naskah_cases import AGREEMENT, TEMPLATES
from sample_brief import BRIEF

from regpol.commands.draft import amending as draft_amending
from regpol.commands.draft import work as draft_work
from regpol.documents.kinds import Maker, Part, Source, read_kinds
from regpol.documents.lint.engine import lint, suited
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.rule import read_rules
from regpol.documents.naskah import render
from regpol.documents.writers import akn
from regpol.project.project import open_project
from regpol.project.region import RegionKind, find, units
from regpol.terms.problems import Refused
from regpol.terms.problems.base import Severity

ROOT = Path(__file__).parents[2]
RULES = read_rules(ROOT / "rules" / "teknik")
KINDS = read_kinds(TEMPLATES)
ASKS = tuple(dict.fromkeys(about for _, kind in KINDS.entries for about in kind.asks))
PROJECTS = sorted(path.parent for path in (ROOT / "examples").glob("*/project.yaml"))
ONE_GROUND = ["DR-018 Menimbang huruf a: 2 butir pertimbangan"]
"""A Perda that only repeals has the one ground its drafter gives; the others are for the drafter to write."""
ON = date(2026, 11, 22)


def complaints(draft):
    text = from_draft(draft)
    assert suited(text, RULES), "no rule is for this kind, so its being clean would say nothing"
    found = [it for it in lint(text, RULES) if RULES[it.rule].weight(text.form) is not Severity.NOTE]
    return [f"{it.rule} {it.address}: {it.found}" for it in found]


def can_make(kind, project):
    try:
        draft_work.require(kind, project)
    except Refused:
        return False
    return True


def unit_of(kind, project):
    """The first part of the region that the kind can be made for."""
    if kind.part is Part.DISTRICT:
        return project.districts[0].code
    if kind.part is Part.VILLAGE:
        return next(code for code in sorted(units(project.region).names) if find(code).kind is RegionKind.DESA)
    return None


def drafted(kind, project, in_force):
    if kind.source.amends:
        asked = draft_amending.Asked(kind, KINDS, project.folder, in_force, ON, TEMPLATES)
        return draft_amending.make(asked).draft
    filled = draft_work.filled(kind, project.folder, unit_of(kind, project), ON, TEMPLATES)
    return render.draft(kind.template, filled, TEMPLATES)


@pytest.fixture
def read_once(monkeypatch):
    """A project is read and decided once for all kinds that see the same of it; each is still reminded of its own."""
    known, read = {}, draft_work.project_brief
    everything = KINDS.find("perkada")[1]

    def brief(folder, unit, on, templates, kind=None, *, show_personal=False):
        key = (folder, unit, on, kind and (kind.maker, kind.part, kind.listed), show_personal)
        if key not in known:
            asking = dataclasses.replace(kind or everything, asks=ASKS)
            known[key] = read(folder, unit, on, templates, asking, show_personal=show_personal)
        points = known[key].open_points
        return dataclasses.replace(known[key], open_points=kind.asked(points) if kind else points)

    monkeypatch.setattr(draft_work, "project_brief", brief)


def earlier(project, folder, code):
    """A regulation of the region as if it were in force, with another age, for what amends and repeals."""
    _, kind = KINDS.find(code)
    filled = draft_work.filled(kind, project.folder, None, ON, TEMPLATES)
    text = akn.write(render.draft(kind.template, filled, TEMPLATES)).replace("NOMOR …… TAHUN ……", "NOMOR 5 TAHUN 2024")
    path = folder / f"{code}.xml"
    path.write_text(text.replace("usia 65 (enam puluh lima)", "usia 60 (enam puluh)"), encoding="utf-8")
    return path


WHOLE = [code.value for code, kind in KINDS.entries if kind.source is Source.PROJECT and kind.part is Part.NONE]


@pytest.mark.parametrize("code", WHOLE)
def test_each_kind_from_the_sample_brief_is_clean(code):
    kind = KINDS.find(code)[1]
    brief = dataclasses.replace(BRIEF, by_council=kind.maker is Maker.COUNCIL)
    assert complaints(render.draft(kind.template, brief, TEMPLATES)) == []


def test_the_agreement_of_the_sample_brief_is_clean():
    assert complaints(render.draft("mou.naskah.j2", AGREEMENT, TEMPLATES)) == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_every_kind_that_an_example_can_make_is_clean(folder, tmp_path, read_once):
    project = open_project(folder)
    made = [(code.value, kind) for code, kind in KINDS.entries if can_make(kind, project)]
    assert len(made) >= 8
    in_force = earlier(project, tmp_path, "perkada")
    found = {code: complaints(drafted(kind, project, in_force)) for code, kind in made}
    of_council = earlier(project, tmp_path, "perda")
    amending = [(code, kind) for code, kind in made if kind.source.amends]
    found |= {f"{code} perda": complaints(drafted(kind, project, of_council)) for code, kind in amending}
    told = {code: said for code, said in found.items() if said}
    assert told.pop("pencabutan perda", ONE_GROUND) == ONE_GROUND
    assert told == {}


@pytest.mark.slow
def test_no_kind_is_left_out_by_all_examples():
    opened = [open_project(folder) for folder in PROJECTS]
    assert [code.value for code, kind in KINDS.entries if not any(can_make(kind, it) for it in opened)] == []
    assert {find(it.region).governed_as for it in opened} >= {"provinsi", "kabupaten", "kota"}
