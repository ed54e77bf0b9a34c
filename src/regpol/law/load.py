"""Loads a rulebook from its folder, and from the folders of regional law beside it.

Everything wrong in all files is reported in one run; nothing is loaded from a rulebook with errors.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from regpol.law.files import fingerprint, list_files, regulation_files, source_files
from regpol.law.format import REGULATION, RegulationRecord
from regpol.law.format.calendar import CALENDAR_FILE, CalendarRecord
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
    SourceRecord,
)
from regpol.law.format.regions import INSTRUMENT_FILE, REGION_FILE
from regpol.law.link import Linker
from regpol.law.link_benefits import link_benefits
from regpol.law.link_calendar import link_calendar
from regpol.law.link_contributions import link_contributions, link_discounts
from regpol.law.link_regions import link_regions
from regpol.law.link_values import link_account, link_practice, link_values, link_wages
from regpol.law.model import WAGES, Rulebook, Value
from regpol.law.shape import Report, Shape, Unreadable
from regpol.law.vocabulary import (
    Vocabulary,
    check_implied,
    check_terms,
    link_categories,
    link_facts,
    link_ladder,
    link_sources,
    link_terms,
)
from regpol.law.yaml_text import Text, read_file
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.rule_files import DuplicateName

T = TypeVar("T")
Sources = tuple[tuple[Text, SourceRecord], ...]
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
    "wilayah": REGION_FILE,
    "daerah": INSTRUMENT_FILE,
    "kalender": CALENDAR_FILE,
}
_READ_BY_NONE = ("diam", "rekening", "praktik", "upah-minimum")
"""Lists that no other file names anything of: if one cannot be read, the rest can still be checked."""


def load(rules: Path, regional: tuple[Path, ...] = ()) -> Rulebook:
    """The linked rulebook.

    Args:
        rules: the folder of the rulebook.
        regional: folders with regulations of a region, and the sources they were read at in ``sumber.yaml``.

    Raises:
        Refused: with everything wrong in all files.
    """
    reading = _Reading(rules)
    lists = {name: reading.read(path, _LISTS[name]) for name, path in list_files(rules).items()}
    regulations = reading.regulations(regulation_files(rules, regional))
    own = [reading.read(path, SOURCE_FILE) for path in source_files(regional)]
    lists |= {name: () for name in _READ_BY_NONE if lists[name] is None}
    lists["kalender"] = lists["kalender"] or CalendarRecord(Place("rules/kalender.yaml"), ())
    if any(record is None for record in (*lists.values(), *own)):
        raise Refused(*sorted(dict.fromkeys(reading.report), key=lambda problem: problem.place))
    lists["sumber"] = reading.joined(lists["sumber"] or (), *(entries for entries in own if entries))
    book = _link(lists, regulations, fingerprint(rules, regional), reading)
    if reading.report:
        raise Refused(*sorted(dict.fromkeys(reading.report), key=lambda problem: problem.place))
    return book


@dataclass
class _Reading:
    rules: Path
    report: Report = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

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

    def regulations(self, paths: tuple[Path, ...]) -> dict[str, RegulationRecord]:
        """The regulations by the name of their file, which begins the id of each of their rules."""
        found: dict[str, RegulationRecord] = {}
        for path in paths:
            before = len(self.report)
            record = self.read(path, REGULATION)
            if len(self.report) > before:
                self.unread.add(path.stem)
            if record and path.stem in found:
                first = found[path.stem].place.file
                self.report.append(DuplicateName(place=record.place, what="nama berkas", name=path.stem, first=first))
            elif record:
                found[path.stem] = record
        return found

    def joined(self, *lists: Sources) -> Sources:
        """Lists of sources as one; a code stands for one source."""
        found: dict[str, tuple[Text, SourceRecord]] = {}
        for name, record in (entry for entries in lists for entry in entries):
            if name.value in found:
                first = str(found[name.value][0].place)
                self.report.append(DuplicateName(place=name.place, what="sumber", name=name.value, first=first))
            found.setdefault(name.value, (name, record))
        return tuple(found.values())


def _link(
    lists: dict[str, Any], regulations: dict[str, RegulationRecord], identity: str, reading: _Reading
) -> Rulebook:
    report, unread = reading.report, frozenset(reading.unread)
    terms = link_terms(lists["kosakata/istilah"])
    check_terms(lists["kosakata/istilah"], Place("rules/kosakata/istilah.yaml"), report)
    categories = link_categories(lists["kosakata/kategori"], report)
    vocabulary = Vocabulary(
        terms,
        categories,
        link_facts(lists["kosakata/fakta"], terms, categories, report),
        link_ladder(lists["kosakata/jenjang"], report),
        link_sources(lists["sumber"]),
    )
    check_implied(lists["kosakata/kategori"], vocabulary.facts, report)
    linker = Linker(vocabulary, report, unread=unread)
    values: dict[str, Value] = {WAGES: link_wages(linker, lists["upah-minimum"])}
    for slug, record in regulations.items():
        linker.regulation(slug, record)
        values |= link_values(linker, record, values)
    linker.check_regulations(regulations.values())
    for silence in lists["diam"]:
        linker.silence(silence, frozenset(linker.regulations))
    linker.check_overrides()
    linker.check_values(tuple(values))
    linker.check_circles()
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
        link_contributions(linker, regulations.values(), values),
        tuple(account for it in lists["rekening"] for account in link_account(linker, it)),
        tuple(link_practice(linker, it) for it in lists["praktik"]),
        vocabulary.sources,
        discounts=link_discounts(linker, regulations, values),
        benefits=link_benefits(linker, regulations, values),
        regions=link_regions(linker, lists["wilayah"], lists["daerah"]),
        calendar=link_calendar(linker, lists["kalender"]),
    )
