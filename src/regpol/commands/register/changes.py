"""``regpol register changes``: two registers compared, and the lists BPJS needs of a month."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, MAPPING
from regpol.commands.register.reconcile import ON, PROJECT, REGION, YEAR, list_mappings, place_and_day

OLD = typer.Argument(help="Register lama (XLSX atau CSV), misalnya bulan lalu.", metavar="LAMA")
NEW = typer.Argument(help="Register baru (XLSX atau CSV).", metavar="BARU")
OUTPUT = typer.Option("-o", "--output", help="Buku kerja hasil (.xlsx), hanya dapat dibaca pemilik berkas.")
PERSONAL = typer.Option("--show-personal", help="Tampilkan nama dan NIK utuh, untuk dikirim ke BPJS.")


def changes(
    old: Annotated[Path, OLD],
    new: Annotated[Path, NEW],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    mapping: Annotated[Path | None, MAPPING] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    show_personal: Annotated[bool, PERSONAL] = False,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Bandingkan dua register: masuk, keluar, diganti, pindah, data berubah; sebabnya dan sejak kapan."""
    from regpol.commands.register.validate_work import check_files
    from regpol.register.changes.comparing import compare
    from regpol.register.changes.outcome import ChangeClass
    from regpol.reports.changes.text import changes_json, changes_text
    from regpol.terms.place import Place
    from regpol.terms.problems.register_answers import NobodyStayed

    check_files(old, new, output, suggested="perubahan")
    units, on = place_and_day(project, region, year, date)
    report = compare(old, new, units=units, on_date=on, mappings=list_mappings(mapping, project))
    if output:
        from regpol.reports.changes.workbook import changes_xlsx
        from regpol.reports.safe_file import replace_file

        replace_file(output, changes_xlsx(report, show_personal=show_personal))
        personal = "memuat nama dan NIK lengkap" if show_personal else "nama dan NIK disamarkan"
        shell.say(f"hasil di {output} ({personal}, hanya terbaca pemilik berkas)")
    stayed = sum(report.counts[it] for it in (ChangeClass.SAME, ChangeClass.CHANGED, ChangeClass.MOVED))
    if not stayed:
        shell.say(str(NobodyStayed(place=Place(str(new)), old=report.closing.old, new=report.closing.new)))
    if as_json:
        shell.show_json(changes_json(report))
    else:
        shell.show(changes_text(report))
    return shell.ATTENTION if report.doubtful or not stayed else shell.DONE
