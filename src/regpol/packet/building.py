"""Makes everything of one unit in a folder that nobody else sees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from regpol.documents.brief.brief import Brief
from regpol.documents.brief.minutes import MinutesBrief
from regpol.documents.brief.paper import Filled
from regpol.documents.kinds import Source
from regpol.packet import kept
from regpol.packet.attaching import attach
from regpol.packet.brief import ItemLine, PacketBrief, Person
from regpol.packet.choosing import PRESENT, Chosen
from regpol.packet.contents import Table
from regpol.packet.folders import OWNER_ONLY, RESTRICTED
from regpol.packet.manner import Manner
from regpol.packet.merging import Part, merge
from regpol.packet.numbers import NAME as NUMBERS
from regpol.packet.numbers import Number, Standing, numbers_of, write_numbers
from regpol.packet.papers import write_paper
from regpol.packet.zipping import write_zip

MERGED, WHOLE, ZIP = "paket.pdf", f"{RESTRICTED}/paket-lengkap.pdf", "paket.zip"
LOCKED = "paket-tersandi.zip"
"""Everything of a run once more, locked by a password."""


@dataclass(frozen=True, repr=False)
class UnitWork:
    """Everything one unit is made of. It has no printed form: rows of people are in it."""

    folder: str
    chosen: tuple[Chosen, ...]
    brief: PacketBrief
    paper: Brief
    """What kinds of paper are filled from."""
    minutes: MinutesBrief | None
    people: tuple[Person, ...]
    outside: tuple[Person, ...]
    """People of the register whom the plan does not pay for."""
    manner: Manner
    made_from: tuple[tuple[str, str], ...]


def build(work: UnitWork, folder: Path) -> int:
    """Writes the packet into an empty folder; returns the pages of the merged PDF.

    Raises:
        Refused: with every problem of the templates.
        OSError: if the disk does not take it.
    """
    making = _Making(work, folder)
    numbers = [number for one in work.chosen if one.state == PRESENT for number in making.item(one)]
    pages, merged = making.merged()
    brief = work.brief
    listed = () if work.manner.public else work.people
    known = numbers_of(brief, work.paper, work.minutes, listed)
    write_numbers(folder / NUMBERS, (brief.unit.code, brief.unit.name), (*known, *numbers), merged)
    write_zip(folder / ZIP, ((path.relative_to(folder).as_posix(), path) for path in _files(folder)))
    for path in _files(folder):
        path.chmod(OWNER_ONLY)
    kept.write(folder, work.made_from, pages)
    return pages


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def item_lines(chosen: Sequence[Chosen]) -> tuple[ItemLine, ...]:
    """The checklist."""
    return tuple(
        ItemLine(
            number=f"{one.number:02}",
            name=one.item.name,
            state=one.state,
            files=", ".join(sorted({name.rpartition(".")[2].upper() for name in one.files})),
            reason=one.reason,
            annex=one.annexes,
        )
        for one in chosen
    )


class _Making:
    def __init__(self, work: UnitWork, folder: Path) -> None:
        self._work, self._folder = work, folder
        self._brief = replace(work.brief, items=item_lines(work.chosen))
        self._attached: list[Path] = []

    def item(self, one: Chosen) -> Iterator[Number]:
        """Writes one item; the numbers that must stand in it."""
        place = self._folder / RESTRICTED if one.item.restricted else self._folder
        place.mkdir(mode=0o700, exist_ok=True)
        stem = place / one.stem
        if one.template:
            write_paper(stem, one.template, self._filled(one), self._work.manner, one.first_annex)
        if one.item.table:
            workbook = stem.with_name(f"{one.stem}.xlsx")
            yield from self._table(one.item.table, workbook)
            if one.template and one.item.table is Table.PARTICIPANTS and not self._printed:
                attach(stem.with_name(f"{one.stem}.pdf"), [workbook])
                self._attached.append(workbook)

    @property
    def _printed(self) -> bool:
        """Whether the list of participants is short enough to be printed name by name."""
        return len(self._work.people) <= self._work.manner.printed

    def _filled(self, one: Chosen) -> Filled:
        if one.kind and one.kind.source is Source.COMPARISON:
            assert self._work.minutes is not None
            return self._work.minutes
        if one.kind:
            return replace(self._work.paper, open_points=one.kind.asked(self._work.paper.open_points))
        people = self._work.people if one.item.restricted else ()
        printed = people if self._printed else ()
        return replace(self._brief, annex=one.annex, people=printed, printed=self._printed)

    def _table(self, table: Table, target: Path) -> Iterator[Number]:
        """Writes a workbook; its numbers stand in files named from the packet's folder."""
        from xlsxwriter.exceptions import FileCreateError

        target.touch(OWNER_ONLY)
        try:
            found = self._sheets(table, target)
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise (cause if isinstance(cause, OSError) else OSError(str(error))) from None
        inside = target.parent.relative_to(self._folder).as_posix()
        for number in found:
            standings = (
                replace(it, file=it.file if inside == "." else f"{inside}/{it.file}") for it in number.standings
            )
            yield replace(number, standings=tuple(standings))

    def _sheets(self, table: Table, target: Path) -> tuple[Number, ...]:
        from regpol.packet.sheets import computation, months, participants, registration

        work, brief = self._work, self._brief
        if table is Table.PARTICIPANTS:
            return participants.write(target, brief, work.people, printed=self._printed)
        if table is Table.COMPUTATION:
            return computation.write(target, brief)
        if table is Table.MONTHS:
            return months.write(target, brief)
        return registration.write(target, brief, (*work.people, *work.outside), work.manner.sheets)

    def merged(self) -> tuple[int, list[tuple[str, list[str]]]]:
        """The merged PDFs: one without personal rows, and the whole one beside the restricted papers."""
        held = [(one, name) for one in self._work.chosen for name in one.files if name.endswith(".pdf")]
        title = f"Paket {self._work.brief.unit.full_name}"
        made: list[tuple[str, list[str]]] = []
        pages = 0
        open_to_all = [(one, name) for one, name in held if not one.item.restricted]
        for target, parts in ((MERGED, open_to_all), (WHOLE, held)):
            if parts and (target is MERGED or len(parts) > len(open_to_all)):
                path = self._folder / target
                path.touch(OWNER_ONLY)
                pages = merge([Part(_bookmark(one), self._folder / name) for one, name in parts], path, title)
                if target is WHOLE and self._attached:
                    attach(path, self._attached)
                made.append((target, [name for _, name in parts]))
        return pages, made


def _bookmark(one: Chosen) -> str:
    annex = f"Lampiran {one.annex}: " if one.annex else ""
    return f"{one.number:02} {annex}{one.item.name}"


__all__ = ["LOCKED", "MERGED", "WHOLE", "ZIP", "Manner", "Standing", "UnitWork", "build", "item_lines"]
