"""Links the budget calendar: a day stands only where a text was read, and says one thing."""

from collections.abc import Iterator

from regpol.law.format.calendar import CalendarRecord, DoorRecord, MomentRecord, StepRecord
from regpol.law.link import Linker
from regpol.law.model.calendar import BudgetCalendar, Door, Moment, Remark, Step
from regpol.terms.answer import Evidence
from regpol.terms.problems.budget_calendar import DateNotRead, MomentUnclear, NoDateNoReason
from regpol.terms.problems.rule_files import DuplicateName

_LEAP_YEAR = 2028


def link_calendar(linker: Linker, record: CalendarRecord) -> BudgetCalendar:
    """Every door and remark, each claim with its sources."""
    seen: dict[str, DoorRecord] = {}
    for door in record.doors:
        if door.code.value in seen:
            first = str(seen[door.code.value].place)
            linker.report.append(DuplicateName(place=door.code.place, what="pintu", name=door.code.value, first=first))
        seen.setdefault(door.code.value, door)
    return BudgetCalendar(
        tuple(Door(it.code.value, it.track, it.name, it.use, tuple(_steps(linker, it.steps))) for it in record.doors),
        tuple(_remarks(linker, record)),
    )


def _steps(linker: Linker, records: tuple[StepRecord, ...]) -> Iterator[Step]:
    for it in records:
        linker.check_evidence(it.evidence, bool(it.sources), f"langkah {it.name}", it.place)
        dated = [moment for moment in (it.opens, it.closes) if moment]
        if dated and it.evidence is Evidence.NOT_FOUND:
            linker.report.append(DateNotRead(place=dated[0].place, step=it.name))
        if it.closes is None and not it.undated:
            linker.report.append(NoDateNoReason(place=it.place, step=it.name))
        yield Step(
            it.name,
            _moment(linker, it.opens),
            _moment(linker, it.closes),
            it.undated,
            it.citation,
            it.text,
            it.evidence,
            linker.vocabulary.cited(it.sources, linker.report),
            linker.validity(it.validity),
            it.note,
            it.place,
        )


def _moment(linker: Linker, it: MomentRecord | None) -> Moment | None:
    if it is None:
        return None
    moment = Moment(it.years, it.month, it.day, it.week, it.workdays_before)
    fault = "hari dan minggu disebut bersama" if it.day and it.week else ""
    if it.week and it.workdays_before:
        fault = "hari kerja tidak dapat dihitung mundur dari sebuah minggu"
    if not fault:
        try:
            moment.in_year(_LEAP_YEAR - it.years)
        except ValueError:
            fault = "hari itu tidak ada dalam bulannya"
    if fault:
        linker.report.append(MomentUnclear(place=it.place, fault=fault))
        return None
    return moment


def _remarks(linker: Linker, record: CalendarRecord) -> Iterator[Remark]:
    for it in record.remarks:
        linker.check_evidence(it.evidence, bool(it.sources), "keterangan kalender", it.place)
        sources = linker.vocabulary.cited(it.sources, linker.report)
        yield Remark(it.track, it.text, it.citation, it.evidence, sources, linker.validity(it.validity))
