"""``regpol check``: one case — membership, programmes, contributions, funding, duties, documents, grounds."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import asking, shell
from regpol.terms.answer import Answer

CATEGORY = typer.Option("--category", help="Kode kategori pekerja, misalnya ketua_rt.")
REGION = typer.Option("--region", help="Kode wilayah Kemendagri, misalnya 52.71.")
YEAR = typer.Option("--year", help="Tahun anggaran.")
DAY = typer.Option("--date", help="Satu hari saja (2025-06-30); tanpa ini seluruh tahun menurut masanya.")
FACT = typer.Option("--fact", help="Fakta yang diketahui, NAMA=NILAI; boleh berulang.")
POLICY = typer.Option("--policy", help="Berkas kebijakan, atau project.yaml.")
ASSUME = typer.Option("--assume", help="Bawa norma tahun terakhir ke tahun yang pedomannya belum ada, bercap ASUMSI.")
JSON = typer.Option("--json", help="Satu dokumen JSON pada keluaran standar.")
RULES = typer.Option("--rules", help="Folder buku aturan lain.")
REGIONAL = typer.Option("--regional", help="Folder peraturan daerah; boleh berulang.")


def check(
    category: Annotated[str, CATEGORY],
    region: Annotated[str, REGION],
    year: Annotated[int, YEAR],
    date: Annotated[str | None, DAY] = None,
    fact: Annotated[list[str] | None, FACT] = None,
    policy: Annotated[Path | None, POLICY] = None,
    assume: Annotated[bool, ASSUME] = False,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Periksa satu kategori pekerja: kepesertaan, program, iuran, dana, kewajiban, dan dasarnya."""
    from regpol.decision.case import decide_case
    from regpol.decision.findings import Decider
    from regpol.project.region import find
    from regpol.reports.case import report_case

    book = asking.rulebook_for(rules, tuple(regional or ()))
    query, assumptions = asking.query(
        book,
        category=category,
        region=region,
        year=year,
        day=date,
        facts=fact or (),
        policy=asking.policy_file(policy),
        assume=assume,
    )
    decider = Decider(book, query.region)
    report = report_case(decider, decide_case(decider, query), assumptions)
    if as_json:
        from regpol.reports.case_json import case_json

        shell.show_json(case_json(book, report))
    else:
        from regpol.reports.case_text import case_text

        shell.show(case_text(book, report, find(query.region).name))
    attention = {Answer.UNSETTLED, Answer.UNKNOWN, Answer.UNREAD, Answer.SILENT}
    open_points = any(f.answer in attention for period in report.answer.periods for f in period.findings)
    return shell.ATTENTION if open_points else shell.DONE
