"""Links what the law says of regions, and reads it alone where no rulebook is at hand."""

from collections.abc import Iterator
from functools import cache
from typing import Protocol

from regpol.law.files import data_folder
from regpol.law.format.regions import REGION_FILE, InstrumentRecord, NameRecord, RegionsRecord
from regpol.law.link import Linker
from regpol.law.model.lists import Source
from regpol.law.model.regions import FormingLaw, LocalName, RegionalInstrument, RegionLaw, SpecialStatus, Thing
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.place import Place
from regpol.terms.problems.regions import NoNationalName, TwoNames
from regpol.terms.problems.rule_files import DuplicateName, UnknownName

_NATION = "nasional"
_STATUS_FACT = "kekhususan"


def link_regions(linker: Linker, record: RegionsRecord, instruments: tuple[InstrumentRecord, ...]) -> RegionLaw:
    """Everything the files say of regions, each claim with its sources."""
    return RegionLaw(
        _formed(linker, record),
        tuple(_statuses(linker, record)),
        _names(linker, record),
        tuple(
            RegionalInstrument(it.region, it.name.value, it.about, it.text, it.evidence, _cited(linker, it, it.about))
            for it in instruments
        ),
    )


def _formed(linker: Linker, record: RegionsRecord) -> dict[str, FormingLaw]:
    formed: dict[str, FormingLaw] = {}
    for it in record.forming:
        sources = _cited(linker, it, f"pembentukan {', '.join(it.regions)}")
        made = FormingLaw(it.law.value, it.about, it.gazette, it.evidence, sources, it.note)
        for region in it.regions:
            if region in formed:
                what, first = "undang-undang pembentukan", formed[region].law
                linker.report.append(DuplicateName(place=it.place, what=what, name=region, first=first))
            formed[region] = made
    return formed


class _Sourced(Protocol):
    @property
    def place(self) -> Place: ...
    @property
    def evidence(self) -> Evidence: ...
    @property
    def sources(self) -> tuple[Text, ...]: ...


def _cited(linker: Linker, it: _Sourced, claim: str) -> tuple[Source, ...]:
    linker.check_evidence(it.evidence, bool(it.sources), claim, it.place)
    return linker.vocabulary.cited(it.sources, linker.report)


def _statuses(linker: Linker, record: RegionsRecord) -> Iterator[SpecialStatus]:
    fact = linker.vocabulary.facts.get(_STATUS_FACT)
    known = fact.options if fact else ()
    for it in record.statuses:
        if it.status.value not in known:
            problem = UnknownName(place=it.status.place, what=_STATUS_FACT, given=it.status.value, known=known)
            linker.report.append(problem)
        sources = _cited(linker, it, f"kekhususan {it.status.value}")
        citation = Citation(it.law.value, it.pinpoint)
        yield SpecialStatus(it.status.value, it.regions, citation, it.evidence, sources, it.note)


def _names(linker: Linker, record: RegionsRecord) -> tuple[LocalName, ...]:
    names: list[LocalName] = []
    for it in record.names:
        made = _name(it, _cited(linker, it, f"sebutan {it.name}"))
        linker.report += [
            TwoNames(place=it.place, thing=str(it.thing), region=", ".join(it.regions), other=other.name)
            for other in names
            if _same_place(made, other)
        ]
        names.append(made)
    linker.report += [
        NoNationalName(place=record.place, thing=str(thing))
        for thing in Thing
        if not any(it.thing is thing and it.national and not it.kinds for it in names)
    ]
    return tuple(names)


def _name(it: NameRecord, sources: tuple[Source, ...]) -> LocalName:
    regions = () if _NATION in it.regions else it.regions
    citation = Citation(it.law.value, it.pinpoint)
    return LocalName(it.thing, regions, it.kinds, it.name, it.short, it.head, citation, it.evidence, sources, it.note)


def _same_place(one: LocalName, other: LocalName) -> bool:
    """Whether two names would fit one region equally well."""
    regions = set(one.regions) & set(other.regions) or one.regions == other.regions
    kinds = set(one.kinds) & set(other.kinds) or one.kinds == other.kinds
    return one.thing is other.thing and bool(regions) and bool(kinds)


@cache
def shipped_names() -> tuple[LocalName, ...]:
    """The names in the file that comes with the program, without the rest of its rulebook and without sources.

    A region is asked for its words in places that have no rulebook at hand.

    Raises:
        Refused: with everything wrong in the file.
    """
    record = read_shaped(data_folder("rules") / "wilayah.yaml", "rules/wilayah.yaml", REGION_FILE)
    return tuple(_name(it, ()) for it in record.names)
