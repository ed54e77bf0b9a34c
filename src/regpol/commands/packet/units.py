"""What each unit's packet is made of, one unit at a time, from a register that was decided once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from regpol.commands import shell
from regpol.commands.draft.work import stamped
from regpol.commands.packet.people import PeopleByUnit, reasons
from regpol.commands.paid_people import paid_tallies
from regpol.commands.register.work import Desk, Work
from regpol.documents.brief.brief import Brief
from regpol.documents.brief.filling import Material, fill, official_of
from regpol.documents.brief.minutes import MinutesBrief, minutes_of
from regpol.documents.brief.paper import Official, Stamp
from regpol.documents.brief.wording import read_wording
from regpol.documents.kinds import Source, read_kinds
from regpol.packet import kept
from regpol.packet.brief import CategoryLine, ObstacleLine, PacketBrief, PacketUnit, Person, Sums
from regpol.packet.building import UnitWork
from regpol.packet.choosing import choose, level_of, shape_of
from regpol.packet.contents import read_contents
from regpol.packet.counting import Counted, Counter
from regpol.packet.folders import folder_name
from regpol.packet.manner import Manner
from regpol.packet.watched import Watched
from regpol.project.packet_format import Shape, UnitLevel
from regpol.project.project import Project, open_project
from regpol.project.region import Region, find
from regpol.receipt.inputs import STYLES, TEMPLATES, gather, libraries, program_hash
from regpol.register.reconciliation.outcome import Reconciliation
from regpol.terms.dates import long_date
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.packets import NobodyPaid, NoUnits

_MONTHS = 12


class Run:
    """Everything the units of one run share. Use it as a context: the register may lie in a room of its own."""

    def __init__(self, folder: Path, on: date, manner: Manner) -> None:
        self.project: Project = open_project(folder)
        self.on = on
        self.inputs = gather(self.project, shell.data_folder("rules"), manner.templates)
        self.watched = Watched(self._read_by_each_unit())
        contents = read_contents(manner.templates)
        own, packet = self.project.styles, self.project.packet
        self.manner = replace(
            manner, styles=folder / own if own else None, printed=packet.printed, sheets=contents.sheets(packet.columns)
        )
        self.shape, self.level = shape_of(self.project), level_of(self.project)
        kinds = read_kinds(manner.templates)
        self._chosen = {
            region: choose(contents, kinds, self.project, region=region, public=manner.public)
            for region in (True, False)
        }
        self.desk = Desk(folder / self.project.register, self.project)
        contents.check_segments(tuple(self.desk.book.vocabulary["segmen"]))
        self._work = Work(self.desk)
        with_sheet = {segment for segment, _, _ in self.manner.sheets}
        self._people = PeopleByUnit(self.desk, self._work, self.project, self.level, with_sheet)
        self._counter = Counter(self._people.situations)
        self._material = self._made_material()
        self.region_brief = self._stamped(fill(self._material))
        self._report = self._compared()
        self._shared = (
            ("hukum", self.desk.book.hash),
            ("rumusan", _folder_hash(manner.templates)),
            ("program", kept.hash_of([program_hash(), libraries()])),
            ("gaya", kept.file_hash(self.manner.styles) if self.manner.styles else ""),
            ("pilihan", kept.hash_of([self.on.isoformat(), manner.clean, manner.archive, manner.public])),
        )
        self.units, self.without_people = self._unit_codes()
        self.nobody = self._people.nobody(self.units)

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        self._work.__exit__()

    @property
    def region(self) -> Region:
        """The region of the project."""
        return self.desk.region

    def name_of(self, code: str) -> str:
        """The name of a unit, or of the region."""
        return self.region.short_name if code == self.region.code else find(code).name

    def folder_of(self, code: str) -> str:
        """The folder of a unit, or of the region."""
        name = self.region.name if code == self.region.code else self.name_of(code)
        return folder_name(code, name)

    def works(self, codes: tuple[str, ...]) -> Iterator[UnitWork]:
        """What each packet is made of, in order; the region's code stands for the packet of the region."""
        for code in codes:
            yield self._region_work() if code == self.region.code else self._unit_work(code)

    def _read_by_each_unit(self) -> Iterator[tuple[str, Path]]:
        for kind in (TEMPLATES, STYLES):
            for name, _ in self.inputs.details[kind]:
                yield name, self.inputs.paths[name]

    def _unit_codes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The units with somebody the plan pays, and the kecamatan that would sign but have nobody."""
        place = Place(f"{self.project.folder.name}/{self.project.register}")
        there = self._people.units()
        if not there:
            nobody = self._people.nobody(())
            paid_somewhere = nobody.without_unit or not nobody.not_paid
            raise Refused(NoUnits(place=place) if paid_somewhere else NobodyPaid(place=place, people=nobody.not_paid))
        if self.shape is not Shape.UNIT or self.level is not UnitLevel.DISTRICT or not self.project.districts:
            return there, ()
        signing = tuple(district.code for district in self.project.districts)
        return tuple(code for code in signing if code in there), tuple(code for code in signing if code not in there)

    def _made_material(self) -> Material:
        work, desk = self._work, self.desk
        return Material(
            rulebook=desk.book,
            project=self.project,
            region=desk.region,
            units=desk.units.names,
            decided=work.decided,
            tariffs=work.tariffs(),
            tallies=paid_tallies(work),
            wording=read_wording(self.manner.templates),
            decided_on=self.on,
        )

    def _stamped(self, brief: Brief) -> Brief:
        """With the hashes of the inputs where the PDFs keep them."""
        if not self.manner.archive:
            return brief
        return replace(brief, stamp=stamped(brief.stamp, self.project, self.manner.templates))

    def _compared(self) -> Reconciliation | None:
        """The register against the decrees, once for all units."""
        chosen = (one for items in self._chosen.values() for one in items)
        if not self.project.decree_list or not any(one.kind and one.kind.source is Source.COMPARISON for one in chosen):
            return None
        from regpol.commands.register.mapping import project_mappings
        from regpol.register.reconciliation.reconcile import reconcile

        folder = self.project.folder
        return reconcile(
            [folder / self.project.register],
            [folder / self.project.decree_list],
            units=self.desk.units,
            on_date=date(self.project.year, 1, 1),
            mappings=project_mappings(self.project),
        )

    def _minutes(self, unit: Region | None) -> MinutesBrief | None:
        if self._report is None:
            return None
        day = self.on
        stamp = Stamp(rulebook=self.desk.book.hash[:12], decided=day.isoformat(), decided_words=long_date(day))
        return minutes_of(self._report, self.project, self.region, unit, stamp)

    def _region_work(self) -> UnitWork:
        head = self.region_brief.officials.head
        unit = PacketUnit(code=self.region.code, name=self.region.short_name, full_name=self.region.name, head=head)
        named = self.region_brief.region.full_name
        units = tuple(self._unit_line(code) for code in self.units)
        return self._made(None, replace(unit, full_name=named), self.region_brief, units)

    def _unit_line(self, code: str) -> CategoryLine:
        counted = self._counter.count(self._people.groups(code), self._people.parts(code))
        return CategoryLine(
            code=code,
            name=self.name_of(code),
            segment="",
            programmes="",
            people=counted.people,
            monthly=counted.monthly,
            yearly=counted.yearly,
        )

    def _unit_work(self, code: str) -> UnitWork:
        place = find(code)
        district = next((it for it in self.project.districts if it.code == code), None)
        head = official_of(district.head) if district else Official(name="", title=f"{place.head} {place.name}")
        region = self.region_brief.region.full_name
        within = (
            region if place.level == 3 else f"{find(place.parents[2]).word} {find(place.parents[2]).name}, {region}"
        )
        unit = PacketUnit(
            code=code,
            name=place.name,
            full_name=f"{place.word} {place.name}",
            head=head,
            address=district.address if district else "",
            within=within,
        )
        paper = self._stamped(fill(self._material, district)) if district else self.region_brief
        return self._made(place, unit, paper, ())

    def _made(self, place: Region | None, unit: PacketUnit, paper: Brief, units: tuple[CategoryLine, ...]) -> UnitWork:
        code = place.code if place else None
        counted = self._counter.count(self._people.groups(code), self._people.parts(code))
        everybody = self._people.people(code)
        people = tuple(one for one in everybody if one.paid)
        outside = tuple(one for one in everybody if not one.paid)
        if paper.unit and paper.unit.people != counted.people:
            raise AssertionError(f"the agreement counts {paper.unit.people}, the list {counted.people}")
        brief = _brief(self, unit, paper, counted, people, units)
        chosen = self._chosen[place is None]
        listed = () if self.manner.public else everybody
        minutes = self._minutes(place)
        told = (brief, paper, minutes, chosen, self.manner.printed, self.manner.sheets)
        return UnitWork(
            folder=self.folder_of(unit.code),
            chosen=chosen,
            brief=brief,
            paper=paper,
            minutes=minutes,
            people=people,
            outside=outside,
            manner=self.manner,
            made_from=(
                *self._shared,
                ("isi naskah dan angka", kept.hash_of(told)),
                ("daftar orang", _people_hash(listed)),
            ),
        )


def _brief(
    run: Run,
    unit: PacketUnit,
    paper: Brief,
    counted: Counted,
    people: tuple[Person, ...],
    units: tuple[CategoryLine, ...],
) -> PacketBrief:
    obstacles = reasons(people)
    left = sum(obstacles.values())
    return PacketBrief(
        base=paper,
        whole=unit.code == run.region.code,
        own_agreement=run.shape is Shape.UNIT,
        unit=unit,
        sums=Sums(
            people=counted.people,
            monthly=counted.monthly,
            yearly=counted.yearly,
            months=_MONTHS,
            registered=counted.people - left,
            left_out=left,
        ),
        rows=counted.rows,
        computation=counted.computation,
        months=counted.months,
        obstacles=tuple(ObstacleLine(reason=reason, people=count) for reason, count in sorted(obstacles.items())),
        units=units,
    )


def _people_hash(people: tuple[Person, ...]) -> str:
    fields = Person.__slots__
    return kept.hash_of(tuple(getattr(one, name) for name in fields) for one in people)


def _folder_hash(folder: Path) -> str:
    wanted = {".j2", ".yaml", ".css", ".docx"}
    paths = sorted(path for path in folder.rglob("*") if path.suffix in wanted)
    return kept.hash_of((path.relative_to(folder).as_posix(), kept.file_hash(path)) for path in paths)
