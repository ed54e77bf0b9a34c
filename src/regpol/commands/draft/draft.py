"""``regpol draft``: a draft regulation or agreement of a project, to print or to edit in Word."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import options, shell

if TYPE_CHECKING:
    from regpol.documents.brief.brief import Brief
    from regpol.documents.brief.minutes import MinutesBrief
    from regpol.documents.kinds import PaperKinds
    from regpol.terms.problems import Problem


_OUTPUT = typer.Option("-o", "--output", help="Berkas .pdf, .docx, .html, .md, .xml (Akoma Ntoso), .txt.")
_CLEAN = typer.Option("--clean", help="Tanpa tanda RANCANGAN, tanda verifikasi, dan komentar.")
_RECEIPT = typer.Option("--kuitansi", help="Tulis juga BERKAS.kuitansi.json, untuk regpol verify.")
_STALE = typer.Option("--stale", help="PDF arsip lama: klausul mana yang tidak lagi sesuai, dan sebabnya.")


def draft(
    kind: Annotated[
        str, typer.Argument(help="Jenis naskah; lihat --list.", metavar="[JENIS]", show_default=False)
    ] = "",
    project: Annotated[Path | None, typer.Option("--project", help="Folder proyek.")] = None,
    output: Annotated[Path | None, _OUTPUT] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="Kecamatan atau desa naskahnya: kode atau nama.")] = None,
    against: Annotated[Path | None, typer.Option("--terhadap", help="Peraturan yang diubah atau dicabut.")] = None,
    clean: Annotated[bool, _CLEAN] = False,
    kept: Annotated[bool, typer.Option("--arsip", help="PDF/A-3a dan PDF/UA-1 dengan manifes bahannya.")] = False,
    receipt: Annotated[bool, _RECEIPT] = False,
    stale: Annotated[Path | None, _STALE] = None,
    day: Annotated[str | None, typer.Option("--date", help="Hari keputusan; bila kosong hari ini.")] = None,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
    list_kinds: Annotated[bool, typer.Option("--list", help="Daftar jenis naskah.")] = False,
    show_personal: Annotated[bool, typer.Option("--show-personal", help="Nama dan NIK utuh pada daftar.")] = False,
    assume: Annotated[bool, typer.Option("--assume", hidden=True)] = False,
) -> int:
    """Susun rancangan naskah dari keputusan dan kebijakan proyek."""
    from regpol.commands.draft import outdated, receipts, styles, work
    from regpol.commands.opening import chosen_day
    from regpol.documents.brief.minutes import MinutesBrief
    from regpol.documents.kinds import read_kinds
    from regpol.documents.naskah import render
    from regpol.reports.safe_file import replace_file
    from regpol.terms.problems import Refused

    folder = options.templates_folder(templates)
    kinds = read_kinds(folder)
    if list_kinds:
        shell.show("\n".join(work.listed(kinds)))
        return shell.DONE
    if assume or not kind or project is None or (output is None and stale is None):
        raise Refused(_not_asked_well(kind and kinds.find(kind)[0], kinds, assume=assume))
    _, chosen = kinds.find(kind)
    on = chosen_day(day, shell.today())
    writer = styles.writer_for(output, project, kept=kept) if output else None
    if chosen.source.amends:
        from regpol.commands.draft import amending

        asked = amending.Asked(chosen, kinds, project, against, on, folder)
        if stale is not None:
            return outdated.tell(stale, amending.make(asked).draft)
        assert output is not None
        assert writer is not None
        given = amending.repeating(asked, kind, clean=clean, kept=kept) if receipt else ()
        return amending.write(asked, output, writer, clean=clean, command=given)
    filled = work.filled(chosen, project, unit, on, folder, show_personal=show_personal)
    drafted = render.draft(chosen.template, filled, folder)
    if stale is not None:
        return outdated.tell(stale, drafted)
    assert output is not None
    assert writer is not None
    content = writer(drafted, folder, clean)
    if receipt:
        given = receipts.command_line(kind, unit, on, clean=clean, kept=kept, show_personal=show_personal)
        receipts.write_both(output, content, project, on, given, folder)
    else:
        replace_file(output, content)
    return _compared(filled, output) if isinstance(filled, MinutesBrief) else _reported(filled, output, project)


def _compared(minutes: "MinutesBrief", output: Path) -> int:
    """How many rows of the register have no decree that matches; findings if there are any."""
    left = minutes.people_read - minutes.matched
    shell.say(f"{output}: {minutes.people_read} baris register, {left} perlu diperbaiki")
    return shell.ATTENTION if left else shell.DONE


def _reported(brief: "Brief", output: Path, project: Path) -> int:
    """What a lawyer must look at, on the screen; findings if there is anything."""
    from regpol.commands.draft.amending import what_becomes
    from regpol.documents.brief.keys import expected_keys
    from regpol.documents.brief.legal_bases import weak_bases
    from regpol.project.project import open_project

    for said in what_becomes(open_project(project), shell.data_folder("templates")):
        shell.say(f"peraturan yang ada: {said}")
    # law that decided numbers and lists is told too, though no clause may cite it
    weak = weak_bases(brief.bases)
    named = expected_keys(brief)
    for basis in weak:
        shell.say(f"perlu diperiksa [{basis.evidence}] {named.get(basis.id, basis.id)}: {basis.citation}")
    for point in brief.open_points:
        shell.say(f"{point.evidence}: {point.text}")
    shell.say(f"{output}: {len(weak)} dasar di bawah cermin naskah perlu diperiksa Bagian Hukum")
    return shell.ATTENTION if weak or brief.open_points else shell.DONE


def _not_asked_well(kind: str, kinds: "PaperKinds", *, assume: bool) -> "Problem":
    """What was left out, or asked for in vain."""
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems.command import BadOption
    from regpol.terms.problems.policy import AssumptionNotForDrafts

    if assume:
        # known only to say why it is not: what is carried from another year is no law of this one
        return AssumptionNotForDrafts(place=NOWHERE)
    trouble, meaning = "proyek atau berkas hasil belum disebut", "--project FOLDER dan -o BERKAS"
    if not kind:
        trouble, meaning = "jenis naskah belum disebut", f"salah satu dari {', '.join(kinds.codes)}"
    example = f"regpol draft {kind or kinds.codes[0]} --project examples/mataram -o rancangan.pdf"
    return BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=example)
