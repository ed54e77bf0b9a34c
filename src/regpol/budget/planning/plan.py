"""The plan of a budget year: who pays what, for whom, for which month, when, and on what ground.

A plan is made from tables (`plan_lines`), carried as one frozen object, kept as JSON and compared with
other plans. Amounts are whole rupiah; an amount that is not known is None and never zero. The rows of
the register and the lines of the plan come to the same sum, to the rupiah.
"""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field, fields
from typing import Any

from regpol.terms.money import MILLION
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.budget import NotAPlan

FORM = "regpol-rencana-1"
"""The name of the form in which plans are kept."""

MANDATORY, DISCRETIONARY = "wajib", "pilihan"


@dataclass(frozen=True, order=True)
class PlanLine:
    """One month of one programme for people of one category and unit, paid by one fund.

    ``unit`` is the code of the kelurahan or desa, else of the kecamatan, else of the region itself.
    ``month_cover`` and ``month_cash`` count from January of the budget year (1), so 13 is January of the
    next year. ``price`` is what each of the people costs, None where their amounts differ; ``amount`` is
    None where it is not known. ``ground`` is a key of `Plan.grounds`. ``share`` is the part of each
    contribution the fund pays, in millionths: lines of funds that share stand for the same people.
    """

    fund: str
    account: str
    unit: str
    category: str
    segment: str
    programme: str
    payer: str
    month_cover: int
    month_cash: int
    people: int
    price: int | None
    amount: int | None
    obligation: str
    ground: str
    share: int = MILLION


@dataclass(frozen=True)
class PlanHead:
    """What the plan is of. ``policy`` are choices in words, by what they are about.

    ``carried`` is what each fund pays in January for December of the year before, in whole rupiah; it is
    cash of this year and no part of the lines.
    """

    region: str
    region_name: str
    year: int
    on_date: str
    title: str
    source: str
    rulebook: str
    policy: tuple[tuple[str, str], ...] = ()
    assumptions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    carried: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class PlanGround:
    """Why lines are mandatory or discretionary: answers and citations with their evidence, in words."""

    about: str
    programme: str
    fund: str
    citations: tuple[tuple[str, str], ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """People who are not counted or not in the plan. ``rows`` names their rows compactly: 2-5, 9."""

    reason: str
    category: str
    unit: str
    programme: str
    people: int
    rows: str


@dataclass(frozen=True)
class Heads:
    """How many people of a category and unit are in the plan, and how many stand outside; each counted once."""

    unit: str
    category: str
    planned: int
    outside: int


@dataclass(frozen=True)
class PlanCounts:
    """Rows of people; the sum is checked when it is made."""

    read: int
    planned: int
    outside: int
    rejected: int

    def __post_init__(self) -> None:
        if self.read != self.planned + self.outside + self.rejected:
            raise AssertionError(f"rows lost: {self}")


@dataclass(frozen=True)
class Plan:
    """A plan: its lines in order, what stands outside them, and the names of the codes used.

    ``uncounted`` are people in the plan with an amount that is not known; ``outside`` people not in it.
    ``names`` maps "kind:code" (dana, kategori, program, segmen, unit, pihak) to the words to show, and
    "pemilik:fund" to whose money a fund is. ``heads`` counts people once, which lines cannot.
    """

    head: PlanHead
    counts: PlanCounts
    lines: tuple[PlanLine, ...]
    grounds: Mapping[str, PlanGround]
    uncounted: tuple[LeftOut, ...] = ()
    outside: tuple[LeftOut, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    heads: tuple[Heads, ...] = ()

    @property
    def total(self) -> int:
        """Whole rupiah of every line whose amount is known."""
        return sum(line.amount or 0 for line in self.lines)

    @property
    def complete(self) -> bool:
        """Whether every amount is known."""
        return all(line.amount is not None for line in self.lines)

    def name(self, kind: str, code: str) -> str:
        """The word for a code, the code itself if none is kept."""
        return self.names.get(f"{kind}:{code}", code)

    def by(self, *attributes: str) -> dict[tuple[Any, ...], int]:
        """Known rupiah by attributes of the lines.

        >>> plan.by("fund", "month_cash")  # doctest: +SKIP
        {('apbd_kabkota', 1): 16800}
        """
        sums: dict[tuple[Any, ...], int] = {}
        for line in self.lines:
            key = tuple(getattr(line, name) for name in attributes)
            sums[key] = sums.get(key, 0) + (line.amount or 0)
        return sums


_LINE = tuple(it.name for it in fields(PlanLine))


def to_json(plan: Plan) -> dict[str, Any]:
    """The plan as one JSON document (schema ``rencana``); lines as rows under their column names."""
    head = {it.name: getattr(plan.head, it.name) for it in fields(PlanHead)}
    head |= {name: [list(pair) for pair in getattr(plan.head, name)] for name in ("policy", "carried")}
    head |= {name: list(getattr(plan.head, name)) for name in ("assumptions", "notes")}
    counts = {it.name: getattr(plan.counts, it.name) for it in fields(PlanCounts)}
    return {
        "form": FORM,
        "head": head,
        "counts": counts,
        "total": plan.total,
        "complete": plan.complete,
        "lines": {"columns": list(_LINE), "rows": [list(astuple(line)) for line in plan.lines]},
        "grounds": {key: _ground_json(ground) for key, ground in plan.grounds.items()},
        "uncounted": [_left_json(it) for it in plan.uncounted],
        "outside": [_left_json(it) for it in plan.outside],
        "names": dict(plan.names),
        "heads": [[it.unit, it.category, it.planned, it.outside] for it in plan.heads],
    }


def _ground_json(it: PlanGround) -> dict[str, Any]:
    citations = [list(pair) for pair in it.citations]
    return {
        "about": it.about,
        "programme": it.programme,
        "fund": it.fund,
        "citations": citations,
        "unread": list(it.unread),
    }


def _left_json(it: LeftOut) -> dict[str, Any]:
    return {field.name: getattr(it, field.name) for field in fields(LeftOut)}


def from_json(document: Any, file: str) -> Plan:
    """A plan that was kept.

    Raises:
        Refused: if the document is no plan of this form.
    """
    try:
        return _read(document)
    except (KeyError, TypeError, ValueError, AttributeError, AssertionError):
        raise Refused(NotAPlan(place=Place(file), form=FORM)) from None


def _read(document: Any) -> Plan:
    if document["form"] != FORM:
        raise ValueError(document["form"])
    head = dict(document["head"])
    head["policy"] = tuple((about, chosen) for about, chosen in head["policy"])
    head["carried"] = tuple((fund, amount) for fund, amount in head.get("carried", ()))
    head |= {name: tuple(head[name]) for name in ("assumptions", "notes")}
    grounds = {
        key: PlanGround(
            it["about"],
            it["programme"],
            it["fund"],
            tuple((citation, evidence) for citation, evidence in it["citations"]),
            tuple(it["unread"]),
        )
        for key, it in document["grounds"].items()
    }
    return Plan(
        PlanHead(**head),
        PlanCounts(**document["counts"]),
        tuple(_lines(document["lines"])),
        grounds,
        tuple(LeftOut(**it) for it in document["uncounted"]),
        tuple(LeftOut(**it) for it in document["outside"]),
        dict(document["names"]),
        tuple(Heads(*row) for row in document["heads"]),
    )


def _lines(kept: Mapping[str, Any]) -> Iterator[PlanLine]:
    columns = kept["columns"]
    for row in kept["rows"]:
        yield PlanLine(**dict(zip(columns, row, strict=True)))
