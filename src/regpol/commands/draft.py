"""``regpol draft``: a draft regulation or agreement of a project, to print or to edit in Word."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell

KINDS = {
    "perwali": "Peraturan Wali Kota tentang penyelenggaraan program",
    "mou": "naskah kerja sama dengan BPJS Ketenagakerjaan untuk satu kecamatan (--unit)",
}


def draft(
    kind: Annotated[str, typer.Argument(help="Jenis naskah; lihat --list.", show_default=False)] = "",
    project: Annotated[Path | None, typer.Option("--project", help="Folder proyek.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Berkas .pdf, .docx, .html, atau .txt.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="Kecamatan: kode atau nama.")] = None,
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
    from regpol.documents.legal_bases import weak_bases
    from regpol.reports.safe_file import replace_file
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption, UnknownChoice
    from regpol.terms.problems.policy import AssumptionNotForDrafts

    if list_kinds:
        shell.show("\n".join(f"{name:10} {meaning}" for name, meaning in KINDS.items()))
        return shell.DONE
    if assume:
        # known only to say why it is not: what is carried from another year is no law of this one
        raise Refused(AssumptionNotForDrafts(place=NOWHERE))
    if kind not in KINDS:
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis naskah", given=kind, known=tuple(KINDS)))
    if project is None or output is None:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="proyek atau berkas hasil belum disebut",
                meaning="--project FOLDER dan -o BERKAS",
                example=f"regpol draft {kind} --project examples/mataram -o rancangan.pdf",
            )
        )
    folder = templates or shell.data_folder("templates")
    writer = draft_work.writer_for(output)
    brief = draft_work.project_brief(project, unit, chosen_day(day, shell.today()), folder, for_unit=kind == "mou")
    replace_file(output, writer(draft_work.render_draft(kind, brief, folder), folder, clean))
    weak = weak_bases(brief.bases)
    for basis in weak:
        shell.say(f"perlu diperiksa [{basis.evidence}] {basis.id}: {basis.citation}")
    for point in brief.open_points:
        shell.say(f"{point.evidence}: {point.text}")
    shell.say(f"{output}: {len(weak)} dasar di bawah cermin naskah perlu diperiksa Bagian Hukum")
    return shell.ATTENTION if weak or brief.open_points else shell.DONE
