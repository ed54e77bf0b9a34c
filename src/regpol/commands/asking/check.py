"""``regpol check``: one case — membership, programmes, contributions, funding, duties, documents, grounds."""

from pathlib import Path
from typing import Annotated

from regpol.commands import shell
from regpol.commands.options import ASSUME, CATEGORY, DAY, FACT, GROWTH, JSON, POLICY, REGION, REGIONAL, RULES, YEAR


def check(
    category: Annotated[str, CATEGORY],
    region: Annotated[str, REGION],
    year: Annotated[int, YEAR],
    date: Annotated[str | None, DAY] = None,
    fact: Annotated[list[str] | None, FACT] = None,
    policy: Annotated[Path | None, POLICY] = None,
    assume: Annotated[bool, ASSUME] = False,
    growth: Annotated[str | None, GROWTH] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Periksa satu kategori pekerja: kepesertaan, program, iuran, dana, kewajiban, dan dasarnya."""
    from regpol.commands.asking.request import AskedCase
    from regpol.commands.opening import AskedLaw
    from regpol.decision.case import decide_case
    from regpol.decision.findings import Decider
    from regpol.project.region import find
    from regpol.reports.case.report import report_case

    law = AskedLaw(year, rules, regional, assume, growth)
    book = law.rulebook()
    query = AskedCase(law, category, region, date, fact, policy).query(book)
    decider = Decider(book, query.region)
    report = report_case(decider, decide_case(decider, query))
    if as_json:
        from regpol.reports.case.document import case_json

        shell.show_json(case_json(book, report))
    else:
        from regpol.reports.case.text import case_text

        shell.show(case_text(book, report, find(query.region).name))
    return shell.ATTENTION if report.open_questions else shell.DONE
