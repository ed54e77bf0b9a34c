"""The order of people as SQL: policy's keys, the mandatory first, ties parted by nothing personal."""

from collections.abc import Mapping
from dataclasses import dataclass

from regpol.law.model import FactKind, Origin, Rulebook
from regpol.project.allocation import AllocationPolicy, Direction, Method, OrderKey, Tie

_QUANTITIES = {FactKind.NUMBER, FactKind.RUPIAH, FactKind.DATE}
REGISTERED = "tanggal_daftar"
"""The fact that says who came first."""


@dataclass(frozen=True)
class OrderFact:
    """A column people may be ordered by. ``options`` are its codes in order and ``names`` their words."""

    code: str
    name: str
    options: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    yes_no: bool = False
    date: bool = False


_COLUMNS = (
    OrderFact("penghasilan", "penghasilan"),
    OrderFact("sk_sejak", "SK sejak", date=True),
    OrderFact("baris", "nomor baris"),
)


def order_facts(rulebook: Rulebook) -> dict[str, OrderFact]:
    """Every fact an order may use: those of a person, the category, and what every register may have."""
    found = {
        fact.code: OrderFact(
            fact.code,
            fact.name[:1].lower() + fact.name[1:] if fact.name[1:2].islower() else fact.name,
            () if fact.kind in _QUANTITIES else fact.options,
            () if fact.kind in _QUANTITIES else fact.names,
            fact.kind is FactKind.YES_NO,
            fact.kind is FactKind.DATE,
        )
        for fact in rulebook.facts.values()
        if fact.origin is Origin.PERSON
    }
    names = tuple(rulebook.categories[code].name for code in rulebook.leaves)
    found["kategori"] = OrderFact("kategori", "kategori", tuple(rulebook.leaves), names)
    return found | {fact.code: fact for fact in _COLUMNS if fact.code not in found}


@dataclass(frozen=True)
class Ordered:
    """A key ready for the columns: the value to sort by, its direction, and how it reads in a reason."""

    fact: OrderFact
    value: str
    descending: bool
    words: str
    known: bool

    @property
    def sql(self) -> str:
        """The key as part of an ORDER BY; who lacks the fact comes last either way."""
        return f"{self.value} {'DESC' if self.descending else 'ASC'} NULLS LAST"

    @property
    def told(self) -> str:
        """The key in the words of a plan's head."""
        return f"{self.fact.name} ({'turun' if self.descending else 'naik'})"


def ordered_keys(policy: AllocationPolicy, facts: Mapping[str, OrderFact], present: set[str]) -> tuple[Ordered, ...]:
    """The keys of a policy; ``present`` are the columns of ``people``, and a key on another is known of nobody."""
    keys = policy.order
    if policy.method is Method.FIRST_COME and REGISTERED in facts and REGISTERED in present:
        keys = (OrderKey(policy.place("alokasi"), REGISTERED),)
    return tuple(_ordered(key, facts[key.fact], present) for key in keys)


def _ordered(key: OrderKey, fact: OrderFact, present: set[str]) -> Ordered:
    column = "p.row" if fact.code not in present and fact.code == "baris" else f'p."{fact.code}"'
    if fact.code != "baris" and fact.code not in present:
        return Ordered(fact, "CAST(NULL AS BIGINT)", descending=False, words="CAST(NULL AS VARCHAR)", known=False)
    if fact.yes_no:
        column = f"CASE WHEN {column} THEN {_quoted('ya')} WHEN NOT {column} THEN {_quoted('tidak')} END"
    if fact.options:
        values = key.values or fact.options
        ranks = " ".join(f"WHEN {_quoted(value)} THEN {at}" for at, value in enumerate(values))
        spoken = dict(zip(fact.options, fact.names, strict=True))
        named = " ".join(f"WHEN {_quoted(value)} THEN {_quoted(spoken.get(value, value))}" for value in fact.options)
        words = f"CASE {column} {named} END"
        return Ordered(fact, f"CASE {column} {ranks} END", descending=False, words=words, known=True)
    words = f"strftime({column}, '%d-%m-%Y')" if fact.date else f"CAST({column} AS VARCHAR)"
    return Ordered(fact, column, key.direction is Direction.DESCENDING, words, known=True)


def tie_sql(policy: AllocationPolicy) -> str:
    """What parts equals: the row, or a lot that depends on the seed and on nothing the file's order could change.

    People whom the lot too leaves equal are of one category, unit, birth date and need: whoever of them is
    taken, the same rupiah go to the same unit.
    """
    if policy.tie is Tie.ROW or policy.method is Method.FIRST_COME:
        return "p.row"
    drawn = ("p.kategori", "p.kecamatan", "p.kelurahan", "p.tanggal_lahir", "n.first", "n.last", "n.cost")
    told = ", ".join(f"coalesce(CAST({column} AS VARCHAR), '-')" for column in drawn)
    return f"md5(concat_ws('|', {_quoted(policy.seed)}, {told})), p.row"


def reason_sql(keys: tuple[Ordered, ...]) -> str:
    """The keys of a person in words: ``desil 1, usia 63``; a fact that is missing is said to be."""
    shown = [
        f"{_quoted(key.fact.name + ' ')} || coalesce({key.words}, 'belum diketahui')"
        for key in keys
        if key.fact.code != "baris"
    ]
    return f"concat_ws(', ', {', '.join(shown)})" if shown else "''"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
