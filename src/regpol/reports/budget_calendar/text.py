"""The calendar of a budget year for a terminal: what is still open first, then every door with its basis."""

from collections.abc import Iterator

from regpol.budget.calendar import CalendarOnDay, DoorOnDay, DoorState, StepOnDay
from regpol.law.model.calendar import Remark, Step, Track
from regpol.project.region import Region
from regpol.reports.layout import bullets, columns, heading, wrapped
from regpol.terms.dates import Span, long_date

TRACKS = {Track.REGION: "Anggaran daerah", Track.VILLAGE: "Anggaran desa"}
NOT_A_LAWYER = "Hari dihitung dari bunyi ketentuan; jadwal yang ditetapkan daerah sendiri dapat lebih awal."


def calendar_text(view: CalendarOnDay, region: Region, notes: tuple[str, ...] = ()) -> str:
    """Everything, the urgent part first."""
    return "\n\n".join(_parts(view, region, notes)) + "\n"


def _parts(view: CalendarOnDay, region: Region, notes: tuple[str, ...]) -> Iterator[str]:
    yield heading(f"Kalender anggaran {view.year} · {region.name} ({region.code}) · pada {long_date(view.on)}", "═")
    yield _still_open(view)
    for track, title in TRACKS.items():
        doors = [one for one in view.doors if one.door.track is track]
        if doors:
            yield "\n\n".join([heading(title), *map(_door, doors)])
    yield "Bukan dasar anggaran\n" + bullets(map(_remark, view.remarks))
    if view.following:
        yield f"Bila tidak masuk: tahun anggaran {view.year + 1}\n" + bullets(map(_short, view.following))
    yield "Keterangan\n" + bullets((NOT_A_LAWYER, *notes))


def _still_open(view: CalendarOnDay) -> str:
    if not view.open:
        undated = [one.door.name for one in view.doors if one.state is DoorState.UNDATED]
        left = f" Yang tanggalnya belum terbaca: {', '.join(undated)}." if undated else ""
        return f"Tidak ada pintu yang diketahui masih terbuka untuk tahun anggaran ini.{left}"
    lines = [f"{_short(one)}. {one.door.use}" for one in view.open]
    step = view.next_deadline
    closing = f"\n\nTenggat berikutnya: {step.step.name}, {_deadline(step)}" if step else ""
    return "Kebutuhan masih dapat masuk lewat\n" + bullets(lines) + closing


def _short(one: DoorOnDay) -> str:
    step = one.next_step
    return f"{one.door.name} ({one.state}){f': paling lambat {_deadline(step)}' if step else ''}"


def _door(one: DoorOnDay) -> str:
    lines = [
        (f"  {_state(step)}", f"{step.step.name}\n{_when(step)}\n{_basis(step.step)}{_note(step.step)}")
        for step in one.steps
    ]
    return f"{one.door.name}: {str(one.state).upper()}\n{wrapped(one.door.use)}\n{columns(lines, (18, 0))}"


def _state(step: StepOnDay) -> str:
    return str(step.state)


def _when(step: StepOnDay) -> str:
    opens = f"sejak {long_date(step.opens)}" if step.opens else ""
    closes = f"paling lambat {_deadline(step)}" if step.closes else step.step.undated
    return "; ".join(filter(None, (opens, closes)))


def _deadline(step: StepOnDay) -> str:
    if step.closes is None:
        return ""
    left = f" ({step.left} hari lagi)" if step.left is not None else ""
    return f"{span_words(step.closes)}{left}"


def span_words(span: Span) -> str:
    """A day, or the days it may be.

    >>> from datetime import date
    >>> span_words(Span(date(2026, 7, 12), date(2026, 7, 14)))
    'antara 12 Juli 2026 dan 14 Juli 2026'
    """
    if span.known:
        return long_date(span.latest)
    return f"antara {long_date(span.earliest)} dan {long_date(span.latest)}"


def _basis(step: Step) -> str:
    return f"{step.text} {step.citation} [{step.evidence.label}]"


def _note(step: Step) -> str:
    return f"\nCatatan: {step.note}" if step.note else ""


def _remark(it: Remark) -> str:
    return f"{it.text} {it.citation} [{it.evidence.label}]"
