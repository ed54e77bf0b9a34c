"""The choices a new project starts with, one category at a time; each can be reviewed with the law beside it."""

from collections.abc import Iterable
from dataclasses import replace

from regpol.commands import shell
from regpol.commands.project.questions import pick, pick_more
from regpol.decision.case import Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.starting_choices import CategoryStart, Option, start_category, starting_policy
from regpol.project.starting_format import StartingChoices
from regpol.terms.problems import Refused


def starts(
    decider: Decider, queries: Iterable[Query], preferred: StartingChoices, *, review: bool
) -> tuple[CategoryStart, ...]:
    """The starting choices of every category, held against the law as a planner's own are.

    Raises:
        Refused: if the rulebook has a gap, or a choice goes against a norm.
    """
    listed = tuple(queries)
    told = shell.progress("menyiapkan pilihan", len(listed))
    made = []
    for number, query in enumerate(listed, 1):
        if review:
            made.append(_reviewed(decider, query, preferred, f"({number} dari {len(listed)})"))
        else:
            made.append(_held(decider, query, start_category(decider, query, preferred)))
        told(number)
    return tuple(made)


def _held(decider: Decider, query: Query, start: CategoryStart) -> CategoryStart:
    decide_case(decider, replace(query, policy=starting_policy([start])))
    return start


def _reviewed(decider: Decider, query: Query, preferred: StartingChoices, which: str) -> CategoryStart:
    while True:
        try:
            return _held(decider, query, _asked(decider, query, preferred, which))
        except Refused as refused:
            shell.say("\n".join(map(str, refused.problems)))


def _asked(decider: Decider, query: Query, preferred: StartingChoices, which: str) -> CategoryStart:
    """Segment, programmes, fund, in this order: each decides what the law leaves open in the next."""
    start = start_category(decider, query, preferred)
    shell.say(f"\n{start.name} {which}")
    own = preferred
    if start.segment:
        first, *others = sorted(start.segments, key=lambda one: one.code != start.segment)
        lines = (f"{first.code} ({first.name}): {preferred.segment.reason}", *(f"{o.code} ({o.name})" for o in others))
        chosen = [first, *others][pick(f"Segmen: hukum membuka ruang ({start.segment_norms})", lines)]
        own = replace(own, segment=own.segment.first(chosen.code))
    start = start_category(decider, query, own)
    if start.other_programmes:
        taken = ", ".join(f"{one.code} {one.answer}" for one in start.programmes) or "belum ada"
        more = pick_more(f"Program: {taken}. Dapat ditambahkan:", _lines(start.other_programmes))
        added = [start.other_programmes[number].code for number in more]
        own = replace(own, programmes=own.programmes.first(*own.programmes.codes, *added))
        start = start_category(decider, query, own)
    if start.fund and start.other_funds:
        funds = (start.fund, *start.other_funds)
        number = pick("Dana yang menanggung iuran, dengan jawaban hukumnya:", _lines(funds))
        rest = tuple(one for one in funds if one is not funds[number])
        start = replace(start, fund=funds[number], other_funds=rest)
    first_choice = start_category(decider, query, preferred)
    return replace(start, own_choice=start != first_choice)


def _lines(options: Iterable[Option]) -> tuple[str, ...]:
    return tuple(f"{one.code} ({one.name}): {one.answer} ({one.norms})" for one in options)
