"""What a distributed run is asked: rulebook, region, year and choices. The register itself stays where it lies."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.commands import opening
from regpol.project.policy import Policy
from regpol.project.project import open_project
from regpol.project.region import attributes, find, units
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption

if TYPE_CHECKING:
    from regpol.register.units import Units
    from regpol.register.vocabulary import Vocabulary


class SparkDesk:
    """The question, checked before a cluster is asked for anything."""

    def __init__(self, project: Path | None, region: str | None, year: int | None) -> None:
        opened = open_project(project) if project else None
        if opened is None and (region is None or year is None):
            raise Refused(
                BadOption(
                    place=NOWHERE,
                    trouble="wilayah dan tahun belum diketahui",
                    meaning="--project FOLDER, atau --region KODE bersama --year TAHUN",
                    example="regpol register decide orang.parquet --project examples/mataram -o hasil --engine spark",
                )
            )
        self.region = find(opened.region if opened else region or "")
        self.year = opened.year if opened else year or 0
        self.policy = opened.policy if opened else Policy()
        self.book = opening.rulebook_for(None, opened.regional if opened else ())
        problems = list(opening.unknown_choices(self.book, self.policy))
        if self.year not in self.book.budget_years:
            problems.append(opening.year_outside(self.book, self.year, opened.place if opened else NOWHERE))
        if problems:
            raise Refused(*problems)
        self.attributes: Mapping[str, str] = attributes(self.book.regions, self.region.code)

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """The words of a register, from the rulebook."""
        from regpol.commands.register.work import vocabulary_of

        return vocabulary_of(self.book)

    @cached_property
    def units(self) -> "Units":
        """The kecamatan, kelurahan and desa of the region."""
        return units(self.region.code)

    @cached_property
    def unit_attributes(self) -> Mapping[str, Mapping[str, str]]:
        """The attributes of each kelurahan or desa, by its code."""
        return {unit.code: attributes(self.book.regions, unit.code) for unit in self.units.villages}
