"""One paper of every kind in ``templates/jenis.yaml``, of the first example that can make it, made once a session.

A kind that is added later is found here by itself: nothing names a kind.
"""

import functools
import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from naskah_cases import TEMPLATES
from sample_brief import BRIEF
from word_cases import saved

from regpol.commands.draft import amending, work
from regpol.documents.kinds import PaperKind, Part, Source, read_kinds
from regpol.documents.naskah import render
from regpol.documents.naskah.tree import Draft
from regpol.project.project import open_project
from regpol.project.region import units
from regpol.terms.problems import Refused

ROOT = Path(__file__).parents[2]
KINDS = read_kinds(TEMPLATES)
DAY = date(2026, 11, 28)
_VILLAGE = re.compile(r"\d\d\.\d\d\.\d\d\.2")
"""The code of a village; that of a ward has a 1 there, and a ward makes no regulations."""
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
            return _amending(project, kind) if kind.source.amends else _drafted(project, kind)
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


def _drafted(project: Path, kind: PaperKind) -> Draft:
    opened = open_project(project)
    if kind.source is Source.PROJECT:
        work.require(kind, opened)
    units_of = {
        Part.DISTRICT: lambda: opened.districts[0].code,
        Part.VILLAGE: lambda: next(code for code in sorted(units(opened.region).names) if _VILLAGE.match(code)),
    }
    unit = units_of[kind.part]() if kind.part in units_of else None
    return render.draft(kind.template, work.filled(kind, project, unit, DAY, TEMPLATES), TEMPLATES)


def _amending(project: Path, kind: PaperKind) -> Draft:
    """Against the regulation of the sample brief, as a Word file: what an office has on its disk."""
    with tempfile.TemporaryDirectory() as folder:
        against = saved(render.draft("perkada.naskah.j2", BRIEF, TEMPLATES), Path(folder) / "berlaku.docx")
        return amending.make(amending.Asked(kind, KINDS, project, against, DAY, TEMPLATES)).draft
