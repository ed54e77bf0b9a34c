"""The words a register may use for categories and facts, handed in from outside.

The register floor does not know the law: whoever calls it passes the vocabulary of the rulebook in
this small form, and a register of other facts needs no change here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FactKind(StrEnum):
    """How the value of a fact is written; the words of the rule files."""

    CODE = "kode"
    NUMBER = "bilangan"
    RUPIAH = "rupiah"
    DATE = "tanggal"
    YES_NO = "ya_tidak"


@dataclass(frozen=True)
class Fact:
    """One fact a register may hold of a person. ``options`` gives each code the names it goes by."""

    code: str
    name: str
    kind: FactKind
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """The facts of persons and the categories (code to names, the official one first)."""

    facts: tuple[Fact, ...]
    categories: Mapping[str, tuple[str, ...]]

    def fact(self, code: str) -> Fact | None:
        """The fact with this code, if the rules know one."""
        return next((fact for fact in self.facts if fact.code == code), None)

    def category_name(self, code: str) -> str:
        """The official name of a category."""
        names = self.categories.get(code, ())
        return names[0] if names else code
