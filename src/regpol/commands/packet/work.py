"""The work behind ``regpol packet``: what is to be made, making it over the cores, and telling how it went."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from regpol.commands import shell
from regpol.commands.packet.receipt import write_receipt
from regpol.commands.packet.units import Run
from regpol.packet import folders, kept, pool
from regpol.packet.building import UnitWork
from regpol.packet.manner import Manner
from regpol.packet.page import RunPage, UnitLine
from regpol.receipt.packet_proof import build_proved
from regpol.terms.language import series
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import UnknownChoice
from regpol.terms.problems.packets import EditedByHand, WorkerStopped

_NEW = "belum ada"


@dataclass(frozen=True)
class Asked:
    """What was typed, as it will be done."""

    project: Path
    output: Path
    only: tuple[str, ...]
    dry_run: bool
    public: bool
    clean: bool
    archive: bool
    overwrite: bool
    workers: int
    on: date
    templates: Path
    password: str = field(default="", repr=False)
    """Locks a second zip of everything; empty for none."""


@dataclass(frozen=True)
class Standing:
    """A unit against what stands in the folder: why it must be made, empty if it need not; files edited by hand."""

    folder: str
    why: tuple[str, ...]
    edited: tuple[str, ...] = ()


class Making:
    """One run over its units; what it learns of each on the way is small and holds no person."""

    def __init__(self, asked: Asked, run: Run) -> None:
        self.asked, self.run = asked, run
        self.lines: dict[str, UnitLine] = {}
        self.why: dict[str, tuple[str, ...]] = {}
        self.problems: list[Problem] = []
        self.made = 0

    def standing(self, work: UnitWork) -> Standing:
        """Whether a unit must be made."""
        target = self.asked.output / work.folder
        held = kept.read(target)
        if held is None:
            return Standing(work.folder, (_NEW,))
        edited = kept.edited(target, held)
        lost = kept.lost(target, held)
        why = kept.changed(held.made_from, work.made_from)
        reasons = (*(f"{name} berubah" for name in why), *([f"{len(lost)} berkas hilang"] if lost else []))
        if edited and self.asked.overwrite:
            reasons = (*reasons, f"{len(edited)} berkas disunting, ditimpa")
        return Standing(work.folder, reasons, edited)

    def to_make(self, codes: tuple[str, ...]) -> Iterator[UnitWork]:
        """The units that must be made, each worked out when its turn comes."""
        for work in self.run.works(codes):
            code = work.brief.unit.code
            standing = self.standing(work)
            self.lines[code] = line_of(work, self.asked.output / work.folder)
            self.why[code] = standing.why
            if not standing.why:
                continue
            if standing.edited and not self.asked.overwrite:
                name = work.brief.unit.full_name
                self.problems.append(EditedByHand(place=Place(work.folder), files=standing.edited, unit=name))
                continue
            yield work

    def finish(self, done: "pool.Done[UnitWork]") -> None:
        """Puts a finished folder in place, or takes what is left of one away."""
        work = done.task
        try:
            self.run.watched.check()
            if done.error is not None:
                raise folders.refused(self.asked.output, done.error)
            if done.stopped:
                self.problems.append(WorkerStopped(place=Place(work.folder), unit=work.brief.unit.full_name))
            elif done.problems:
                self.problems += [one for one in done.problems if one not in self.problems]
            else:
                try:
                    folders.put(done.folder, self.asked.output / work.folder)
                except OSError as error:
                    raise folders.refused(self.asked.output, error) from None
                self.made += 1
                self.lines[work.brief.unit.code] = line_of(work, self.asked.output / work.folder)
        finally:
            shutil.rmtree(done.folder, ignore_errors=True)


def make(asked: Asked) -> int:
    """Makes what is to be made; the exit status."""
    manner = Manner(templates=asked.templates, clean=asked.clean, archive=asked.archive, public=asked.public)
    with Run(asked.project, asked.on, manner) as run:
        every = (run.region.code, *run.units)
        codes = tuple(code for code in every if code in _only(asked, run)) if asked.only else every
        making = Making(asked, run)
        if asked.dry_run:
            return _told(making, codes)
        with folders.holding(asked.output), folders.noticing_full(asked.output):
            _make_all(making, codes)
            _finish_run(making, every)
    return _end(making, codes)


def _make_all(making: Making, codes: tuple[str, ...]) -> None:
    asked = making.asked
    tell = shell.progress_bar("menyusun paket")
    waiting: list[Path] = []
    finished = 0

    def private(work: UnitWork) -> Path:
        del work
        try:
            waiting.append(folders.private(asked.output))
        except OSError as error:
            raise folders.refused(asked.output, error) from None
        return waiting[-1]

    try:
        workers = min(asked.workers, len(codes))
        for done in pool.run(making.to_make(codes), private, build_proved, workers):
            making.finish(done)
            finished += 1
            # what stood there already took no time, so it must not promise the rest as fast
            wanted = len(codes) - (len(making.why) - len(waiting))
            if finished < wanted:
                tell(finished, wanted)
        tell(len(codes), len(codes))
    finally:
        for left in waiting:
            shutil.rmtree(left, ignore_errors=True)


def _finish_run(making: Making, every: tuple[str, ...]) -> None:
    """The page of the run; of units not looked at in this run what their folders tell."""
    from regpol.packet import page
    from regpol.reports.safe_file import replace_file

    asked = making.asked
    missing = tuple(code for code in every if code not in making.lines)
    for work in making.run.works(missing):
        making.lines[work.brief.unit.code] = line_of(work, asked.output / work.folder)
    written = page.write(_page(making, every), asked.templates)
    making.run.watched.check()
    replace_file(asked.output / folders.MARK, written.encode())
    _zip_all(making, every)
    switches = (("--clean", asked.clean), ("--publik", asked.public), ("--arsip", asked.archive))
    given = (*(name for name, said in switches if said), *_standing_only(making, every))
    write_receipt(asked.output, making.run.project, making.run.inputs, asked.on, given)


def _standing_only(making: Making, every: tuple[str, ...]) -> Iterator[str]:
    """Which units a repetition must make, if not all stand: with more of them the page and the zip would differ."""
    standing = [code for code in every if kept.read(making.asked.output / making.run.folder_of(code))]
    if len(standing) < len(every):
        for code in standing:
            yield from ("--only", code)


def _zip_all(making: Making, every: tuple[str, ...]) -> None:
    from regpol.packet.building import LOCKED, ZIP
    from regpol.packet.zipping import write_locked, write_zip
    from regpol.reports.safe_file import replacing

    asked = making.asked
    names = [making.run.folder_of(code) for code in every]
    found = [
        (f"{name}/{path.relative_to(asked.output / name).as_posix()}", path)
        for name in names
        for path in sorted((asked.output / name).rglob("*"))
        if path.is_file() and path.name not in {ZIP, kept.NAME}
    ]
    files = [(folders.MARK, asked.output / folders.MARK), *found]
    locked = asked.output / LOCKED
    with replacing(asked.output / ZIP) as temporary:
        write_zip(temporary, files)
        if locked.is_file() and not asked.password and not _same(temporary, asked.output / ZIP):
            locked.unlink()
            shell.say(f"{LOCKED} dihapus karena isinya bukan lagi paket yang ada; jalankan lagi dengan --sandi")
    if asked.password:
        with replacing(locked) as temporary:
            write_locked(temporary, files, asked.password)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and kept.file_hash(one) == kept.file_hash(other)


def line_of(work: UnitWork, folder: Path) -> UnitLine:
    """A unit as the page tells it."""
    from regpol.packet.building import item_lines
    from regpol.packet.choosing import MISSING, PRESENT, WAIVED

    held = kept.read(folder)
    items = item_lines(work.chosen)
    sums = work.brief.sums
    missing = tuple(it for it in items if it.state == MISSING)
    state = "belum dibuat" if held is None else "belum lengkap" if missing else "lengkap"
    return UnitLine(
        code=work.brief.unit.code,
        name=work.brief.unit.full_name,
        folder=work.folder if held else "",
        state=state,
        people=sums.people,
        monthly=sums.monthly,
        yearly=sums.yearly,
        pages=held.pages if held else 0,
        left_out=sums.left_out,
        present=sum(it.state == PRESENT for it in items),
        missing=missing,
        waived=tuple(it for it in items if it.state == WAIVED),
        files=tuple(name for name, _, _ in held.files) if held else (),
    )


def _page(making: Making, every: tuple[str, ...]) -> RunPage:
    run = making.run
    lines = [making.lines[code] for code in every]
    base = run.region_brief.stamp
    return RunPage(
        title=f"Paket {run.region.name} tahun {run.project.year}",
        region=run.region.path,
        year=run.project.year,
        day=base.decided_words,
        rulebook=base.rulebook,
        public=making.asked.public,
        whole=lines[0],
        units=tuple(lines[1:]),
        attention=tuple(_attention(making, lines)),
    )


def _attention(making: Making, lines: list[UnitLine]) -> Iterator[str]:
    """What somebody must look at, in sentences without a person."""
    run = making.run
    for point in run.region_brief.open_points:
        yield f"{point.evidence}: {point.text}"
    left = sum(line.left_out for line in lines[1:])
    if left:
        yield (
            f"{left} orang dihitung iurannya tetapi belum dapat didaftarkan; sebabnya pada lembar "
            "“Tidak didaftarkan” tiap unit. Keluarkan dari register, atau pastikan mereka peserta lama"
        )
    yield from _without_people(run)
    if run.nobody.not_paid:
        yield f"{run.nobody.not_paid} orang tidak dibayar menurut rencana anggaran dan tidak menjadi peserta paket"
    if run.nobody.deceased:
        yield (
            f"{run.nobody.deceased} orang meninggal menurut hasil validasi: tidak dihitung dan tidak didaftarkan; "
            "tercantum pada lembar “Tidak didaftarkan” unitnya. Keluarkan dari register dan periksa hak ahli warisnya"
        )
    if run.nobody.rejected:
        yield f"{run.nobody.rejected} baris register ditolak dan tidak ada dalam paket; lihat regpol register inspect"
    if run.nobody.without_unit:
        yield f"{run.nobody.without_unit} orang tidak terletak pada unit yang dibuatkan paket"
    for problem in making.problems:
        found, _, action = problem.sentences
        yield f"{found}; {action}"


def _without_people(run: Run) -> Iterator[str]:
    if run.without_people:
        names = series([run.name_of(code) for code in run.without_people])
        yield f"tanpa seorang pun yang dibayar menurut rencana anggaran, jadi tanpa paket: {names}"


def _only(asked: Asked, run: Run) -> tuple[str, ...]:
    """The codes of the units that were asked for."""
    names = {code: run.name_of(code) for code in (run.region.code, *run.units)}
    found: list[str] = []
    for wanted in asked.only:
        fitting = [code for code, name in names.items() if wanted.casefold() in {code, name.casefold()}]
        if len(fitting) != 1:
            known = tuple(f"{names[code]} ({code})" for code in (fitting or names))
            raise Refused(UnknownChoice(place=NOWHERE, what="unit paket", given=wanted, known=known))
        found += fitting
    return tuple(found)


def _told(making: Making, codes: tuple[str, ...]) -> int:
    """What would be made, and why; nothing is written."""
    lines: list[str] = []
    for work in making.run.works(codes):
        standing = making.standing(work)
        items = [f"{one.stem} ({one.item.name})" for one in work.chosen if one.files]
        why = "; ".join(standing.why) if standing.why else "sudah ada, tidak dibuat ulang"
        blocked = f"; {len(standing.edited)} berkas disunting tangan, dibiarkan" if standing.edited else ""
        lines.append(f"{work.folder}: {work.brief.sums.people} orang, {len(items)} butir; {why}{blocked}")
        lines += [f"    {item}" for item in items] if standing.why else []
    shell.show("\n".join(lines))
    return shell.DONE


def _end(making: Making, codes: tuple[str, ...]) -> int:
    for code in codes:
        why = making.why.get(code, ())
        if why and why != (_NEW,):
            shell.say(f"{making.run.folder_of(code)}: {'; '.join(why)}")
    for problem in making.problems:
        shell.say(str(problem))
    for sentence in _without_people(making.run):
        shell.say(sentence)
    same = len(codes) - making.made
    shell.say(f"{making.made} paket dibuat, {same} tidak dibuat ulang; lihat {making.asked.output / folders.MARK}")
    open_lines = any(line.state != "lengkap" for line in making.lines.values())
    return shell.ATTENTION if making.problems or open_lines or making.run.region_brief.open_points else shell.DONE
