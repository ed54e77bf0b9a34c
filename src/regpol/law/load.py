"""Loads a rulebook from its folder, and from the folders of regional law beside it.

Everything wrong in all files is reported in one run; nothing is loaded from a rulebook with errors.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from regpol.law.files import fingerprint, list_files, regulation_files
from regpol.law.format import REGULATION, RegulationRecord
from regpol.law.format.lists import (
    ACCOUNT_FILE,
    CATEGORY_FILE,
    FACT_FILE,
    LADDER_FILE,
    PRACTICE_FILE,
    SILENCE_FILE,
    SOURCE_FILE,
    TERM_FILE,
    WAGE_FILE,
)
from regpol.law.link import Linker
from regpol.law.link_values import WAGES, link_account, link_contribution, link_practice, link_values, link_wages
from regpol.law.model import Rulebook, Value
from regpol.law.shape import Report, Shape, Unreadable
from regpol.law.vocabulary import (
    Vocabulary,
    link_categories,
    link_facts,
    link_ladder,
    link_sources,
    link_terms,
)
from regpol.law.yaml_text import read_file
from regpol.terms.problems import Refused

T = TypeVar("T")
_LISTS: dict[str, Shape[Any]] = {
    "sumber": SOURCE_FILE,
    "kosakata/jenjang": LADDER_FILE,
    "kosakata/kategori": CATEGORY_FILE,
    "kosakata/istilah": TERM_FILE,
    "kosakata/fakta": FACT_FILE,
    "diam": SILENCE_FILE,
    "rekening": ACCOUNT_FILE,
    "praktik": PRACTICE_FILE,
    "upah-minimum": WAGE_FILE,
}


def load(rules: Path, regional: tuple[Path, ...] = ()) -> Rulebook:
    """The linked rulebook.

    Args:
        rules: the folder of the rulebook.
        regional: folders with regulations of a region.

    Raises:
        Refused: with everything wrong in all files.
    """
    reading = _Reading(rules)
    lists = {name: reading.read(path, _LISTS[name]) for name, path in list_files(rules).items()}
    regulations = {
        path.stem: record
        for path in regulation_files(rules, regional)
        if (record := reading.read(path, REGULATION)) is not None
    }
    if any(record is None for record in lists.values()):
        raise Refused(*reading.report)
    book = _link(lists, regulations, fingerprint(rules, regional), reading.report)
    if reading.report:
        raise Refused(*sorted(reading.report, key=lambda problem: problem.place))
    return book


@dataclass
class _Reading:
    rules: Path
    report: Report = field(default_factory=list)

    def read(self, path: Path, shape: Shape[T]) -> T | None:
        within = path.is_relative_to(self.rules)
        shown_as = f"rules/{path.relative_to(self.rules)}" if within else f"{path.parent.name}/{path.name}"
        tree, problems = read_file(path, shown_as)
        self.report.extend(problems)
        if tree is None:
            return None
        try:
            return shape.read(tree, self.report)
        except Unreadable:
            return None


def _link(lists: dict[str, Any], regulations: dict[str, RegulationRecord], identity: str, report: Report) -> Rulebook:
    terms = link_terms(lists["kosakata/istilah"])
    categories = link_categories(lists["kosakata/kategori"], report)
    vocabulary = Vocabulary(
        terms,
        categories,
        link_facts(lists["kosakata/fakta"], terms, categories, report),
        link_ladder(lists["kosakata/jenjang"], report),
        link_sources(lists["sumber"]),
    )
    linker = Linker(vocabulary, report)
    values: dict[str, Value] = {WAGES: link_wages(linker, lists["upah-minimum"])}
    for slug, record in regulations.items():
        linker.regulation(slug, record)
        values |= link_values(linker, record)
    for silence in lists["diam"]:
        linker.silence(silence, frozenset(linker.regulations))
    linker.check_overrides()
    return Rulebook(
        identity,
        vocabulary.ladder,
        terms,
        categories,
        vocabulary.facts,
        linker.regulations,
        tuple(linker.provisions),
        tuple(linker.rules.values()),
        values,
        tuple(
            link_contribution(linker, record.name.value, contribution, values)
            for record in regulations.values()
            for contribution in record.contributions
        ),
        tuple(link_account(linker, it) for it in lists["rekening"]),
        tuple(link_practice(linker, it) for it in lists["praktik"]),
        vocabulary.sources,
    )
