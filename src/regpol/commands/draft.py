"""``regpol draft``: a draft regulation or agreement of a project, to print or to edit in Word."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell

if TYPE_CHECKING:
    from regpol.terms.problems import Problem

KINDS = {
    "perwali": "Peraturan Wali Kota tentang penyelenggaraan program",
    "mou": "naskah kerja sama dengan BPJS Ketenagakerjaan untuk satu kecamatan (--unit)",
    "berita-acara": "hasil pencocokan register dengan daftar SK, untuk daerah atau satu unit (--unit)",
}


def draft(
    kind: Annotated[
        str, typer.Argument(help="Jenis naskah; lihat --list.", metavar="[JENIS]", show_default=False)
    ] = "",
    project: Annotated[Path | None, typer.Option("--project", help="Folder proyek.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Berkas .pdf, .docx, .html, .md, .xml (Akoma Ntoso), .txt.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", help="Kecamatan, atau kelurahan/desa bagi berita acara: kode atau nama.")
    ] = None,
    clean: Annotated[
        bool, typer.Option("--clean", help="Tanpa tanda RANCANGAN, tanda verifikasi, dan komentar.")
    ] = False,
    day: Annotated[str | None, typer.Option("--date", help="Hari keputusan; bila kosong hari ini.")] = None,
    templates: Annotated[Path | None, typer.Option("--templates", help="Folder templat lain.")] = None,
    list_kinds: Annotated[bool, typer.Option("--list", help="Daftar jenis naskah.")] = False,
    assume: Annotated[bool, typer.Option("--assume", hidden=True)] = False,
) -> int:
    """Susun rancangan naskah dari keputusan dan kebijakan proyek."""
    from regpol.commands import draft_work
    from regpol.commands.asking import chosen_day
    from regpol.documents.keys import expected_keys
    from regpol.documents.legal_bases import weak_bases
    from regpol.reports.safe_file import replace_file
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.policy import AssumptionNotForDrafts

    if list_kinds:
        shell.show("\n".join(f"{name:14} {meaning}" for name, meaning in KINDS.items()))
        return shell.DONE
    if assume:
        # known only to say why it is not: what is carried from another year is no law of this one
        raise Refused(AssumptionNotForDrafts(place=NOWHERE))
    if project is None or output is None or kind not in KINDS:
        raise Refused(_missing(kind))
    folder = templates or shell.data_folder("templates")
    writer = draft_work.writer_for(output)
    if kind == "berita-acara":
        minutes = draft_work.minutes_brief(project, unit, chosen_day(day, shell.today()))
        replace_file(output, writer(draft_work.render_draft(kind, minutes, folder), folder, clean))
        shell.say(
            f"{output}: {minutes.people_read} baris register, {minutes.people_read - minutes.matched} perlu diperbaiki"
        )
        return shell.DONE if minutes.matched == minutes.people_read else shell.ATTENTION
    brief = draft_work.project_brief(project, unit, chosen_day(day, shell.today()), folder, for_unit=kind == "mou")
    replace_file(output, writer(draft_work.render_draft(kind, brief, folder), folder, clean))
    weak = weak_bases(brief.bases)
    named = expected_keys(brief)
    for basis in weak:
        shell.say(f"perlu diperiksa [{basis.evidence}] {named.get(basis.id, basis.id)}: {basis.citation}")
    for point in brief.open_points:
        shell.say(f"{point.evidence}: {point.text}")
    shell.say(f"{output}: {len(weak)} dasar di bawah cermin naskah perlu diperiksa Bagian Hukum")
    return shell.ATTENTION if weak or brief.open_points else shell.DONE


def _missing(kind: str) -> "Problem":
    """What was left out, or what is not known."""
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems.command import BadOption, UnknownChoice

    if kind and kind not in KINDS:
        return UnknownChoice(place=NOWHERE, what="jenis naskah", given=kind, known=tuple(KINDS))
    trouble, meaning = "proyek atau berkas hasil belum disebut", "--project FOLDER dan -o BERKAS"
    if not kind:
        trouble, meaning = "jenis naskah belum disebut", f"salah satu dari {', '.join(KINDS)}"
    example = f"regpol draft {kind or 'perwali'} --project examples/mataram -o rancangan.pdf"
    return BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=example)
