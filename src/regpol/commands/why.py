"""``regpol why``: the chain behind one answer, what fell and why, and what would turn it."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import asking, shell
from regpol.commands.check import ASSUME, CATEGORY, DAY, FACT, JSON, POLICY, REGION, REGIONAL, RULES, YEAR
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, UnknownChoice

PROGRAMME = typer.Option("--programme", help="Program yang ditanyakan, misalnya jkk.")
FUND = typer.Option("--fund", help="Sumber dana yang ditanyakan, misalnya apbd_kabkota.")
SEGMENT = typer.Option("--segment", help="Tanyakan segmennya.")
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
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tunjukkan rantai di balik satu jawaban sampai ke ketentuannya."""
    from regpol.decision.case import decide_case
    from regpol.decision.findings import Decider
    from regpol.decision.remedies import remedies
    from regpol.reports.explanation import explain_finding

    book = asking.rulebook_for(rules, tuple(regional or ()))
    for vocabulary, name in (("program", programme), ("dana", fund)):
        if name and name not in book.vocabulary[vocabulary]:
            known = tuple(book.vocabulary[vocabulary])
            raise Refused(UnknownChoice(place=NOWHERE, what=vocabulary, given=name, known=known))
    if not (programme or fund or segment or membership):
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="tidak disebut apa yang ditanyakan",
                meaning="--programme, --fund, --segment, atau --membership",
                example=f"regpol why --category {category} --region {region} --year {year} --programme jkk",
            )
        )
    query, _ = asking.query(
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
    answer = decide_case(decider, query)
    texts, chains = [], []
    for period in answer.periods:
        for finding in asking.asked_findings(period, programme, fund, segment=segment, membership=membership):
            segments = (period.segment.value,) if period.segment.value else period.segment.candidates
            known_facts = {**query.facts, "kategori": query.category, "segmen": segments}
            turns = remedies(decider, finding, known_facts, query.moment(period.period.start))
            texts.append(explain_finding(book, period, finding, turns))
            chains.append((period, finding, turns))
    if as_json:
        from regpol.reports.case_json import chain_json

        shell.show_json({"chains": [chain_json(*chain) for chain in chains]})
    else:
        shell.show("\n\n\n".join(texts))
    return shell.DONE
