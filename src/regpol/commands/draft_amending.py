"""The work behind ``regpol draft`` for papers that speak of a regulation in force: amending, repealing."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from regpol.commands import draft_work, shell
from regpol.commands.draft_work import Writer
from regpol.documents import render
from regpol.documents.amending.applying import amendment_of, applied
from regpol.documents.amending.changes import Amendment
from regpol.documents.amending.consolidated import consolidated
from regpol.documents.amending.filling import (
    AmendingBrief,
    Naming,
    amending_brief,
    carried,
    repealing_brief,
    with_bases,
)
from regpol.documents.amending.matrix import annex_table, body_table
from regpol.documents.amending.phrases import Phrases, read_phrases
from regpol.documents.amending.provisions import Regulation
from regpol.documents.amending.reading import from_draft, read_regulation
from regpol.documents.authority import standing
from regpol.documents.brief import Brief
from regpol.documents.kinds import PaperKind, PaperKinds, Source
from regpol.documents.tree import Draft, Table
from regpol.documents.wording import read_wording
from regpol.project.project import Project, open_project
from regpol.project.region import find
from regpol.reports.safe_file import replace_file
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption

_EXAMPLE = "regpol draft perubahan --project examples/mataram --terhadap perwali-lama.docx -o perubahan.docx"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the kind, the project, the regulation in force, the day, the templates."""

    kind: PaperKind
    kinds: PaperKinds
    project: Path
    against: Path | None
    on: date
    templates: Path


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, the brief it was filled with, and the amendment if there is one."""

    draft: Draft
    brief: AmendingBrief
    amendment: Amendment | None = None


def write(asked: Asked, output: Path | None, writer: Writer | None, *, clean: bool, more: bool) -> int:
    """Writes the paper and says on the screen what a lawyer must look at.

    Raises:
        Refused: also if ``more`` was asked for, a receipt or a comparison with a kept copy, which these have not.
    """
    if more or output is None or writer is None:
        trouble = "perubahan dan pencabutan tidak memakai --kuitansi dan --stale"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning="-o BERKAS saja", example=_EXAMPLE))
    made = make(asked)
    replace_file(output, writer(made.draft, asked.templates, clean))
    for point in made.brief.open_points:
        shell.say(f"{point.evidence}: {point.text}")
    changes = made.amendment
    told = f": {len(changes.changes) + len(changes.annexes)} perubahan" if changes else ""
    shell.say(f"{output}{told}")
    return shell.ATTENTION if made.brief.open_points else shell.DONE


def make(asked: Asked) -> Made:
    """The paper asked for.

    Raises:
        Refused: if no regulation is named, the file is none, or nothing differs.
    """
    old = read_regulation(asked.against) if asked.against else None
    if asked.kind.source is Source.REPEAL:
        return _repeal(asked, old)
    if old is None:
        trouble = "peraturan yang berlaku belum disebut"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning="--terhadap BERKAS", example=_EXAMPLE))
    brief, new = _new_text(asked, old)
    amendment = amendment_of(old, from_draft(new))
    filled = amending_brief(brief, amendment, new, _naming(asked))
    if asked.kind.source is Source.CHANGES:
        table = render.draft(asked.kind.template, filled, asked.templates)
        return Made(_with_tables(table, amendment, read_phrases(asked.templates)), filled, amendment)
    if asked.kind.source is Source.CONSOLIDATION:
        paper = render.draft(asked.kind.template, filled, asked.templates)
        return Made(consolidated(paper, applied(amendment)), filled, amendment)
    draft = with_bases(render.draft(asked.kind.template, filled, asked.templates), filled.points)
    return Made(replace(draft, annexes=carried(new.annexes, amendment)), filled, amendment)


def what_becomes(project: Project, templates: Path) -> tuple[str, ...]:
    """Of each regulation the region already has: amended, carried out, replaced or repealed."""
    return standing(project, find(project.region), read_phrases(templates).duties) if project.existing else ()


def _repeal(asked: Asked, old: Regulation | None) -> Made:
    brief, new = _new_text(asked, old)
    filled = repealing_brief(brief, old, new if old else None, _naming(asked))
    return Made(render.draft(asked.kind.template, filled, asked.templates), filled)


def _new_text(asked: Asked, old: Regulation | None) -> tuple[Brief, Draft]:
    """The brief of the project, and its text of the same kind as the regulation in force."""
    code = old.form if old and old.form in asked.kinds.codes else "perkada"
    _, kind = asked.kinds.find(code)
    brief = draft_work.project_brief(asked.project, None, asked.on, asked.templates, kind)
    return brief, render.draft(kind.template, brief, asked.templates)


def _with_tables(draft: Draft, amendment: Amendment, phrases: Phrases) -> Draft:
    """The paper of the comparison with its tables: the body in its second part, the annexes in the third."""
    tables: list[tuple[Table, ...]] = [
        (),
        (body_table(amendment, phrases.table),),
        (annex_table(amendment, phrases.table),),
    ]
    filled = [table if table and table[0].rows else () for table in tables]
    body = tuple(replace(unit, tables=filled[place]) for place, unit in enumerate(draft.body))
    return replace(draft, body=body, open_points=())


def _naming(asked: Asked) -> Naming:
    project = open_project(asked.project)
    return Naming(project, find(project.region), read_wording(asked.templates), read_phrases(asked.templates))
