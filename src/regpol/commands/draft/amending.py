"""The work behind ``regpol draft`` for papers that speak of a regulation in force: amending, repealing."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from regpol.commands import shell
from regpol.commands.draft import receipts, work
from regpol.commands.draft.work import Writer
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
from regpol.documents.brief.authority import standing
from regpol.documents.brief.brief import Brief
from regpol.documents.brief.wording import read_wording
from regpol.documents.kinds import PaperKind, PaperKinds, Source
from regpol.documents.lint.forms import guess_form
from regpol.documents.naskah import render
from regpol.documents.naskah.tree import Draft, Table
from regpol.project.project import Duty, Project, open_project
from regpol.project.region import find
from regpol.receipt.inputs import IN_FORCE, file_hash
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


def repeating(asked: Asked, kind: str, *, clean: bool, kept: bool) -> tuple[str, ...]:
    """What to type to make the paper again.

    Raises:
        Refused: if the regulation in force lies outside the project.
    """
    named = receipts.below_project(asked.against, asked.project)
    return receipts.command_line(kind, None, asked.on, clean=clean, kept=kept, in_force=named)


def write(asked: Asked, output: Path, writer: Writer, *, clean: bool, command: tuple[str, ...]) -> int:
    """Writes the paper, with its receipt if there is a ``command`` to keep, and says what a lawyer must look at."""
    made = make(asked)
    content = writer(made.draft, asked.templates, clean)
    if command:
        receipts.write_both(output, content, asked.project, asked.on, command, asked.templates)
    else:
        replace_file(output, content)
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
    form = old.form if old else _form_of_repealed(asked)
    code = form if form in asked.kinds.codes else "perkada"
    _, kind = asked.kinds.find(code)
    brief = work.project_brief(asked.project, None, asked.on, asked.templates, kind)
    if asked.against:
        read = (*brief.stamp.inputs, (IN_FORCE, file_hash(asked.against)))
        brief = replace(brief, stamp=replace(brief.stamp, inputs=tuple(sorted(read))))
    return brief, render.draft(kind.template, brief, asked.templates)


def _form_of_repealed(asked: Asked) -> str:
    """A Perda is repealed by a Perda; without its file the project says what is repealed."""
    gone = [it.kind for it in open_project(asked.project).existing if it.duty is Duty.REPEAL]
    return guess_form(gone[:1]).value if gone else ""


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
