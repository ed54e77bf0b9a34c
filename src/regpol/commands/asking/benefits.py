"""``regpol benefits``: what is due in an event, on which conditions, with which papers and by when."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import ASSUME, CATEGORY, DAY, FACT, GROWTH, JSON, POLICY, REGION, REGIONAL, RULES


def benefits(
    category: Annotated[str, CATEGORY],
    region: Annotated[str, REGION],
    year: Annotated[int | None, typer.Option("--year", help="Tahun anggaran; boleh kosong bila --date diisi.")] = None,
    date: Annotated[str | None, DAY] = None,
    event: Annotated[
        list[str] | None, typer.Option("--event", help="Peristiwa; boleh berulang. Kosong: semua.")
    ] = None,
    programme: Annotated[list[str] | None, typer.Option("--programme", help="Program; boleh berulang.")] = None,
    months_paid: Annotated[int | None, typer.Option("--months-paid", min=0, help="Masa iur dalam bulan.")] = None,
    base: Annotated[
        str | None, typer.Option("--base", help="Upah sebulan yang dilaporkan, misalnya Rp2.859.620.")
    ] = None,
    children: Annotated[str, typer.Option("--children", help="Jenjang tiap anak: sd,smp,pt.")] = "",
    fact: Annotated[list[str] | None, FACT] = None,
    policy: Annotated[Path | None, POLICY] = None,
    assume: Annotated[bool, ASSUME] = False,
    growth: Annotated[str | None, GROWTH] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tunjukkan manfaat bagi pekerja atau ahli waris: jumlah, syarat, berkas, langkah, dan tenggatnya."""
    from regpol.commands.asking import benefits_request
    from regpol.commands.asking.request import AskedCase
    from regpol.commands.opening import AskedLaw
    from regpol.decision.case import decide_case
    from regpol.decision.findings import Decider
    from regpol.project.region import find
    from regpol.reports.benefits.report import report_benefits

    law = AskedLaw(benefits_request.year_of(year, date), rules, regional, assume, growth)
    book = law.rulebook()
    asked = benefits_request.asked(book, event or (), programme or (), children, base)
    query = AskedCase(law, category, region, date, fact, policy).query(book)
    claimant = benefits_request.claimant(asked, months_paid, query.facts)
    answer = decide_case(Decider(book, query.region), query)
    report = report_benefits(book, answer, claimant, asked.events, asked.programmes)
    if as_json:
        from regpol.reports.benefits.document import benefits_json

        shell.show_json(benefits_json(book, report))
    else:
        from regpol.reports.benefits.text import benefits_text

        shell.show(benefits_text(book, report, find(query.region).name))
    return shell.ATTENTION if report.attention else shell.DONE
