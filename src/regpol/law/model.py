"""The rulebook: what the files say once every name in them resolves. Frozen, and without files or YAML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from regpol.terms.answer import Answer, Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Force, Validity
from regpol.terms.place import Place


class Question(StrEnum):
    """The questions kept apart because different norms answer them; values are the words in the files."""

    MEMBERSHIP = "kepesertaan"
    SEGMENT = "segmen"
    PROGRAMME = "program"
    DUTY = "kewajiban"
    FUNDING = "pendanaan"
    DOCUMENT = "dokumen"

    @property
    def vocabulary(self) -> str:
        """The list its objects come from."""
        return {Question.DUTY: "tindakan", Question.FUNDING: "dana"}.get(self, str(self))

    @property
    def single(self) -> bool:
        """Whether exactly one object may be the answer."""
        return self is Question.SEGMENT

    @property
    def complete(self) -> bool:
        """Whether every object needs an answer; duties and documents are lists instead."""
        return self not in {Question.DUTY, Question.DOCUMENT}


class Modality(StrEnum):
    """What a norm does to its bearer; values are the words in the files."""

    REQUIRED = "wajib"
    ENTITLED = "berhak"
    ALLOWED = "dapat"
    EMPOWERED = "berwenang"
    CLASSIFIED = "termasuk"
    FORBIDDEN = "dilarang"
    EXCLUDED = "di_luar"
    UNREAD = "belum_terbaca"
    SILENT = "tidak_diatur"

    @property
    def answer(self) -> Answer:
        """The answer it gives where nothing stands against it."""
        return _ANSWERS[self]


_ANSWERS = {
    Modality.REQUIRED: Answer.REQUIRED,
    Modality.CLASSIFIED: Answer.REQUIRED,
    Modality.ENTITLED: Answer.ENTITLED,
    Modality.ALLOWED: Answer.ALLOWED,
    Modality.EMPOWERED: Answer.ALLOWED,
    Modality.FORBIDDEN: Answer.FORBIDDEN,
    Modality.EXCLUDED: Answer.EXCLUDED,
    Modality.UNREAD: Answer.UNREAD,
    Modality.SILENT: Answer.SILENT,
}


class Origin(StrEnum):
    """Where a fact comes from."""

    CASE = "kasus"
    PERSON = "orang"
    REGION = "wilayah"
    QUESTION = "soal"


class FactKind(StrEnum):
    """The type of a fact."""

    CODE = "kode"
    NUMBER = "bilangan"
    RUPIAH = "rupiah"
    DATE = "tanggal"
    YES_NO = "ya_tidak"


class Core(StrEnum):
    """The three core regulations every answer says a line about."""

    INPRES = "inpres"
    BUDGET_GUIDELINE = "pedoman_apbd"
    VILLAGE_ACT = "uu_desa"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text was read; without an address a reader cannot open it, so it is never printed."""

    code: str
    name: str
    address: str
    kind: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a closed list. ``umbrella``: the scheme as a whole; ``elsewhere``: a scheme outside BPJS."""

    code: str
    name: str
    short: str
    note: str
    owner: str
    umbrella: bool
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of worker. Only a leaf is asked about; a parent gathers what the law treats alike.

    ``implies`` are facts that follow from being one: a kepala desa works in a desa.
    """

    code: str
    name: str
    parents: tuple[str, ...]
    note: str
    aliases: tuple[str, ...]
    implies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a rule may read about a case. ``options`` are its codes in order, if it is a code."""

    code: str
    name: str
    kind: FactKind
    unit: str
    options: tuple[str, ...]
    origin: Origin
    question: Question | None
    ask: str
    changed_by: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The order of norms: for each kind, every kind above it. Where neither is above, there is no order."""

    names: dict[str, str]
    short: dict[str, str]
    above: dict[str, frozenset[str]]
    instructing: frozenset[str]

    def higher(self, one: str, other: str) -> bool:
        """Whether ``one`` stands above ``other``."""
        return one in self.above[other]


@dataclass(frozen=True, slots=True)
class Regulation:
    """An instrument, and how much of it was read."""

    name: str
    slug: str
    kind: str
    number: str
    year: str
    about: str
    scope: str
    issuer: str
    gazette: str
    validity: Validity
    amends: tuple[str, ...]
    core: Core | None
    reading: str
    note: str
    place: Place

    @property
    def national(self) -> bool:
        """Whether it binds the whole country."""
        return self.scope == "nasional"

    def covers(self, region: str) -> bool:
        """Whether a region lies in its scope."""
        return self.national or region == self.scope or region.startswith(f"{self.scope}.")


@dataclass(frozen=True, slots=True)
class Provision:
    """A place in a regulation, its gist in our own words, and how well it is known."""

    id: str
    regulation: Regulation
    citation: Citation
    gist: str
    evidence: Evidence
    sources: tuple[Source, ...]
    validity: Validity
    role: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Among:
    """The fact has one of these codes."""

    fact: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Between:
    """The number lies between these, both included; None is open."""

    fact: str
    low: int | None
    high: int | None


Test = Among | Between
Condition = tuple[Test, ...]
"""Tests that must all hold; a test of a fact that is not known does not hold."""


@dataclass(frozen=True, slots=True)
class Norm:
    """Bearer, modality and acts; ``scheme`` names who takes those outside the circle."""

    bearer: str
    modality: Modality
    objects: tuple[str, ...]
    scheme: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose reading of a provision a rule follows, where readings differ."""

    by: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """If one of ``conditions`` holds while it is valid, its norm stands.

    ``provision`` is None only for a declared silence, which names what was ``read`` instead.
    """

    id: str
    question: Question
    provision: Provision | None
    conditions: tuple[Condition, ...]
    norm: Norm
    validity: Validity
    reading: Reading | None
    overrides: tuple[str, ...]
    read: tuple[str, ...]
    room: str
    note: str
    instructing: bool
    place: Place

    @property
    def evidence(self) -> Evidence:
        """The grade of the text it rests on."""
        return self.provision.evidence if self.provision else Evidence.UNVERIFIED

    @property
    def facts(self) -> frozenset[str]:
        """The facts it reads."""
        return frozenset(test.fact for condition in self.conditions for test in condition)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One dated row. ``amount``: sen, millionths or a plain number, by the value's unit."""

    keys: tuple[tuple[str, str], ...]
    amount: int
    validity: Validity
    evidence: Evidence
    sources: tuple[Source, ...]
    basis: str
    place: Place


@dataclass(frozen=True, slots=True)
class Value:
    """A dated value: a tariff, a cap, a minimum wage."""

    name: str
    meaning: str
    citation: Citation
    unit: str
    rows: tuple[ValueRow, ...]

    def on(self, day: date, budget_year: int, keys: dict[str, str]) -> ValueRow | None:
        """The row in force on a day; None if none is known for certain, which is never zero."""
        for row in self.rows:
            if all(keys.get(name) == value for name, value in row.keys):
                if row.validity.on(day, budget_year) is Force.YES:
                    return row
        return None


@dataclass(frozen=True, slots=True)
class Share:
    """Who pays a part, and by which value."""

    payer: str
    value: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """How a contribution is made up. ``basis``: "upah" (a share of wages) or "nominal"."""

    programme: str
    segment: str
    basis: str
    shares: tuple[Share, ...]
    cap: str
    validity: Validity
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Account:
    """A budget account known for one programme, fund and category, and for no other."""

    fund: str
    programme: str
    category: str
    code: str
    name: str
    evidence: Evidence
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """What another region does: a note, never a rule."""

    category: str
    region: str
    text: str
    evidence: Evidence
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Rulebook:
    """Everything the files say, linked."""

    hash: str
    ladder: Ladder
    vocabulary: dict[str, dict[str, Term]]
    categories: dict[str, Category]
    facts: dict[str, Fact]
    regulations: dict[str, Regulation]
    provisions: tuple[Provision, ...]
    rules: tuple[Rule, ...]
    values: dict[str, Value]
    contributions: tuple[Contribution, ...]
    accounts: tuple[Account, ...]
    practices: tuple[Practice, ...]
    sources: dict[str, Source] = field(default_factory=dict)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The categories one can ask about, in the order of the taxonomy."""
        parents = {parent for category in self.categories.values() for parent in category.parents}
        return tuple(code for code in self.categories if code not in parents)

    @cached_property
    def budget_years(self) -> tuple[int, ...]:
        """The budget years some regulation speaks of, in order."""
        spans = [rule.validity.years for rule in self.rules if rule.validity.years]
        return tuple(sorted({year for first, last in spans for year in range(first, last + 1)}))

    def rules_for(self, question: Question, region: str) -> Iterator[Rule]:
        """The rules of a question whose scope covers the region."""
        for rule in self.rules:
            if rule.question is question and (not rule.provision or rule.provision.regulation.covers(region)):
                yield rule

    def rule(self, rule_id: str) -> Rule:
        """A rule by its id."""
        return self._by_id[rule_id]

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    def term(self, vocabulary: str, code: str) -> Term:
        """An entry of a closed list."""
        return self.vocabulary[vocabulary][code]
