"""Regulations, their provisions, and the rules that rest on them."""

from dataclasses import dataclass

from regpol.law.model.kinds import Core, Modality, Question
from regpol.law.model.lists import Source
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Validity
from regpol.terms.place import Place


@dataclass(frozen=True)
class OfficialText:
    """Where the issuer keeps the text, and what to look for in it; whoever wrote this has not read it there."""

    keeper: str
    address: str
    seek: str


@dataclass(frozen=True)
class Regulation:
    """An instrument, and how much of it was read.

    ``delegated_by`` are the norms that empower or command it; ``undelegated`` says why none is named.
    """

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
    delegated_by: tuple[Citation, ...]
    undelegated: str
    note: str
    place: Place
    revoked_by: str = ""
    official: OfficialText | None = None
    series: str = ""
    """What comes anew every year, where it is one of a row: each year's text stands in for no other."""

    @property
    def national(self) -> bool:
        """Whether it binds the whole country."""
        return self.scope == "nasional"

    def covers(self, region: str) -> bool:
        """Whether a region lies in its scope."""
        return self.national or region == self.scope or region.startswith(f"{self.scope}.")


@dataclass(frozen=True)
class Provision:
    """A place in a regulation, its gist in our own words, and how well it is known.

    ``role`` says what a text is that carries no rule: "definisi", "prosedur" or "tidak_dimodelkan", the last
    with its ``reason``.
    """

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
    note: str = ""


@dataclass(frozen=True)
class Among:
    """The fact has one of these codes."""

    fact: str
    codes: frozenset[str]


@dataclass(frozen=True)
class Between:
    """The number lies between these, both included; None is open."""

    fact: str
    low: int | None
    high: int | None


Test = Among | Between
Condition = tuple[Test, ...]
"""Tests that must all hold; a test of a fact that is not known does not hold."""


@dataclass(frozen=True)
class Norm:
    """Bearer, modality and acts; ``scheme`` names who takes those outside the circle."""

    bearer: str
    modality: Modality
    objects: tuple[str, ...]
    scheme: str


@dataclass(frozen=True)
class Reading:
    """Whose reading of a provision a rule follows, where readings differ."""

    by: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Rule:
    """If one of ``conditions`` holds while it is valid, its norm stands.

    ``provision`` is None only for a declared silence, which names what was ``read`` instead.
    ``values`` are dated values a reader of the norm needs: a deadline, a fine, a ceiling.
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
    values: tuple[str, ...]
    place: Place
    assumed: str = ""
    """Set where it was carried into a year planned before its own text exists: from where, and until when."""

    @property
    def own_validity(self) -> Validity:
        """When it holds by its own text, whatever year it was carried into."""
        return self.provision.validity if self.assumed and self.provision else self.validity

    @property
    def evidence(self) -> Evidence:
        """The grade of the text it rests on."""
        return self.provision.evidence if self.provision else Evidence.UNVERIFIED

    @property
    def facts(self) -> frozenset[str]:
        """The facts it reads."""
        return frozenset(test.fact for condition in self.conditions for test in condition)
