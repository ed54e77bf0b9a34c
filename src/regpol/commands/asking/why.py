"""``regpol why``: the chain behind one answer, what fell and why, and what would turn it."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import ASSUME, CATEGORY, DAY, FACT, GROWTH, JSON, POLICY, REGION, REGIONAL, RULES, YEAR

PROGRAMME = typer.Option("--programme", help="Program yang ditanyakan, misalnya jkk.")
FUND = typer.Option("--fund", help="Sumber dana yang ditanyakan, misalnya apbd_kabkota.")
SEGMENT = typer.Option("--segment", help="Tanyakan segmennya.")
_NOTHING_DUE = (
    "Tidak ada jawaban pendanaan: di sini tidak ada program BPJS Ketenagakerjaan yang iurannya perlu dibayar.\n"
    "Alasannya per program: ulangi dengan --programme, tanpa --fund."
)
MEMBERSHIP = typer.Option("--membership", help="Tanyakan kepesertaannya.")


def why(
    category: Annotated[str, CATEGORY],
    region: Annotated[str, REGION],
    year: Annotated[int, YEAR],
    programme: Annotated[str | None, PROGRAMME] = None,
    fund: Annotated[str | None, FUND] = None,
    segment: Annotated[bool, SEGMENT] = False,
    membership: Annotated[bool, MEMBERSHIP] = False,
    date: Annotated[str | None, DAY] = None,
    fact: Annotated[list[str] | None, FACT] = None,
    policy: Annotated[Path | None, POLICY] = None,
    assume: Annotated[bool, ASSUME] = False,
    growth: Annotated[str | None, GROWTH] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tunjukkan rantai di balik satu jawaban sampai ke ketentuannya."""
    from regpol.commands.asking.request import AskedCase
    from regpol.commands.asking.why_request import Asked
    from regpol.commands.opening import AskedLaw
    from regpol.decision.chain import walk_back
    from regpol.decision.findings import Decider

    law = AskedLaw(year, rules, regional, assume, growth)
    book = law.rulebook()
    asked = Asked(programme, fund, segment=segment, membership=membership)
    asked.check(book)
    query = AskedCase(law, category, region, date, fact, policy).query(book)
    for text in book.assumptions:
        shell.say(f"ASUMSI: {text}")
    found = walk_back(Decider(book, query.region), query, asked.among)
    if as_json:
        from regpol.reports.case.document import chain_json

        shell.show_json({"chains": [chain_json(book, chain) for chain in found]})
    else:
        from regpol.reports.why.explanation import explain

        shell.show("\n\n".join(explain(book, chain) for chain in found) or _NOTHING_DUE)
    return shell.DONE
