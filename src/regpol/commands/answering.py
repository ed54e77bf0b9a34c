"""Decides a query and gathers the chains behind the answers that were asked about."""

from regpol.commands.asking import Asked
from regpol.decision.case import PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.remedies import Remedy, remedies
from regpol.law.model import Rulebook
from regpol.situations.target import Known

Chain = tuple[PeriodAnswer, Finding, tuple[Remedy, ...]]


def chains(rulebook: Rulebook, query: Query, asked: Asked) -> tuple[Chain, ...]:
    """Each answer asked about, with what would turn it."""
    decider = Decider(rulebook, query.region)
    found = []
    for period in decide_case(decider, query).periods:
        segments = (period.segment.value,) if period.segment.value else period.segment.candidates
        known: Known = {**query.facts, "kategori": query.category, "segmen": segments}
        moment = query.moment(period.period.start)
        found += [(period, finding, remedies(decider, finding, known, moment)) for finding in asked.among(period)]
    return tuple(found)
