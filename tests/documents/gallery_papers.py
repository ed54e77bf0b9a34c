"""One paper of every kind in ``templates/jenis.yaml``, of the first example that can make it, made once a session.

A kind that is added later is found here by itself: nothing names a kind.
"""

import functools
from datetime import date
from pathlib import Path

import pytest
from naskah_cases import TEMPLATES
from sample_brief import BRIEF

from regpol.commands import draft_work
from regpol.documents import render
from regpol.documents.brief import Brief
from regpol.documents.kinds import Maker, PaperKind, Part, Source, read_kinds
from regpol.documents.tree import Draft
from regpol.project.project import open_project
from regpol.project.region import RegionKind, find, units
from regpol.terms.problems import Refused

ROOT = Path(__file__).parents[2]
KINDS = read_kinds(TEMPLATES)
DAY = date(2026, 11, 28)
PROJECTS = sorted(
    (path.parent for path in ROOT.glob("examples/*/project.yaml")),
    key=lambda folder: (folder / "register.xlsx").stat().st_size,
)
"""The examples, the smallest register first."""


@functools.cache
def paper(code: str) -> Draft:
    """The draft of a kind; fails with what each example lacks if none can make it."""
    kind, refusals = KINDS.find(code)[1], []
    for project in PROJECTS:
        try:
            return render.draft(kind.template, _brief(project, kind), TEMPLATES)
        except Refused as refused:
            refusals.append(f"{project.name}: {refused}")
    raise AssertionError(f"no example makes {code}\n" + "\n".join(refusals))


def sample(code: str) -> Draft:
    """The draft of a kind from the brief of the tests; skips what needs more than that holds."""
    kind = KINDS.find(code)[1]
    if kind.part is not Part.NONE or kind.source is not Source.PROJECT:
        pytest.skip("made of more than the sample brief; the slow test has it")
    try:
        return render.draft(kind.template, BRIEF, TEMPLATES)
    except Refused as refused:
        if {problem.code for problem in refused.problems} != {"DOC01"}:
            raise
        pytest.skip("asks for what the sample brief has not; the slow test has it")


def _brief(project: Path, kind: PaperKind) -> Brief:
    opened = open_project(project)
    if kind.source is Source.COMPARISON:
        return draft_work.minutes_brief(project, None, DAY)  # type: ignore[return-value]
    draft_work.require(kind, opened)
    if kind.part is Part.DISTRICT:
        return draft_work.project_brief(project, opened.districts[0].code, DAY, TEMPLATES, kind)
    if kind.part is Part.VILLAGE:
        village = next(code for code in sorted(units(opened.region).names) if find(code).kind is RegionKind.DESA)
        return draft_work.project_brief(project, village, DAY, TEMPLATES, kind)
    return _whole_brief(project, kind if kind.maker is Maker.COUNCIL else None)


@functools.cache
def _whole_brief(project: Path, kind: PaperKind | None) -> Brief:
    return draft_work.project_brief(project, None, DAY, TEMPLATES, kind)
