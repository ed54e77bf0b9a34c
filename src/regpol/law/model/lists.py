"""The entries of the lists a rulebook keeps: sources, terms, categories, facts, the ladder of norms."""

from dataclasses import dataclass

from regpol.law.model.kinds import FactKind, Origin, Question


@dataclass(frozen=True)
class Source:
    """Where a text was read; without an address a reader cannot open it, so it is never printed."""

    code: str
    name: str
    address: str
    kind: str


@dataclass(frozen=True)
class Term:
    """An entry of a closed list. ``umbrella``: the scheme as a whole; ``elsewhere``: a scheme outside BPJS."""

    code: str
    name: str
    short: str
    note: str
    owner: str
    umbrella: bool
    elsewhere: bool


@dataclass(frozen=True)
class Category:
    """A kind of worker. Only a leaf is asked about; a parent gathers what the law treats alike.

    ``implies`` are facts that follow from being one, or from being one of its parents: a kepala desa
    works in a desa.
    """

    code: str
    name: str
    parents: tuple[str, ...]
    note: str
    aliases: tuple[str, ...]
    implies: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fact:
    """Something a rule may read about a case.

    ``options`` are its codes in order, if it is a code, and ``names`` the words for them. One that ``orders``
    is read by no rule: it only ranks people where a budget does not reach.
    """

    code: str
    name: str
    kind: FactKind
    unit: str
    options: tuple[str, ...]
    names: tuple[str, ...]
    origin: Origin
    question: Question | None
    ask: str
    changed_by: str
    orders: bool = False


@dataclass(frozen=True)
class Ladder:
    """The order of norms: for each kind, every kind above it. Where neither is above, there is no order.

    ``delegated`` are the kinds that bind because a norm above ordered them, and so must name it.
    """

    names: dict[str, str]
    short: dict[str, str]
    above: dict[str, frozenset[str]]
    instructing: frozenset[str]
    delegated: frozenset[str] = frozenset()

    def higher(self, one: str, other: str) -> bool:
        """Whether ``one`` stands above ``other``."""
        return one in self.above[other]
