"""The work behind ``regpol status``: what lies in a project's ``out`` folder, and whether it is out of date."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regpol.commands.verify.work import inputs_today
from regpol.project.project import FILE, Project
from regpol.receipt import receipt as receipts
from regpol.receipt.inputs import Inputs
from regpol.receipt.receipt import Receipt
from regpol.receipt.verifying import State, Verdict, last_written, verify
from regpol.reports.project_status import DECIDED, DRAFT, PACKETS, PLAN, Made
from regpol.terms.dates import long_date
from regpol.terms.language import series
from regpol.terms.problems import Refused

_DRAFTS = frozenset({".docx", ".pdf", ".html", ".md", ".xml", ".txt"})
OUT = "out"


def made_in(project: Project) -> tuple[Made, ...]:
    """What was made of a project: files in ``out``, and folders of packets there or beside it."""
    return tuple(sorted(_made(project), key=lambda one: one.name))


def _made(project: Project) -> Iterator[Made]:
    folder = project.folder
    today = inputs_today(project)
    packets = {path.parent for path in folder.glob(f"{OUT}/*/{receipts.NAME}")}
    packets |= {path.parent for path in folder.glob(f"*/{receipts.NAME}")}
    for packet in sorted(packets):
        kept = _receipt(packet / receipts.NAME)
        if kept:
            stale = _differs(kept, packet, today)
            name = packet.relative_to(folder).as_posix()
            yield Made(name=name, kind=PACKETS, size=len(kept.outputs), receipt=True, stale=stale)
    out = folder / OUT
    for path in sorted(out.iterdir()) if out.is_dir() and out not in packets else ():
        if path.is_file() and not path.name.endswith(receipts.ENDING) and not path.name.startswith("."):
            yield _file(path, project, today)


def _file(path: Path, project: Project, today: Inputs) -> Made:
    kept = _receipt(path.with_name(path.name + receipts.ENDING))
    verdict = verify(kept, path.parent, today) if kept else None
    return Made(
        name=path.relative_to(project.folder).as_posix(),
        kind=_kind(path),
        size=path.stat().st_size,
        receipt=kept is not None,
        stale=_moved(verdict) if verdict else _older(path, project),
        edited=bool(verdict and _touched(verdict)),
    )


def _kind(path: Path) -> str:
    """Which step of the way a file is of; by its name, as ``next`` proposes it, and else by its ending."""
    for word, kind in (("keputusan.xlsx", DECIDED), ("rencana", PLAN), ("banding", PLAN)):
        if path.name.startswith(word):
            return kind
    return DRAFT if path.suffix in _DRAFTS else "lainnya"


def _receipt(path: Path) -> Receipt | None:
    try:
        return receipts.read(path)
    except Refused:
        return None


def _differs(kept: Receipt, folder: Path, today: Inputs) -> str:
    """What changed since in a folder of packets, in a few words; empty if nothing did."""
    verdict = verify(kept, folder, today)
    touched = _touched(verdict)
    said = [_moved(verdict), f"{touched} berkasnya disentuh atau hilang sesudah dibuat" if touched else ""]
    return "; ".join(filter(None, said))


def _moved(verdict: Verdict) -> str:
    """Which inputs are others today; empty if none is."""
    groups = tuple(dict.fromkeys(str(one.group) for one in verdict.moved))
    return f"{series(groups)} berubah sejak dibuat" if groups else ""


def _touched(verdict: Verdict) -> int:
    """How many files are no longer what was made."""
    return sum(one.state is not State.NEW for one in verdict.touched)


def _older(path: Path, project: Project) -> str:
    """Which file of the project was written after this one; without a receipt nothing more is known."""
    made = path.stat().st_mtime
    names = (FILE, project.register, project.decree_list, project.mapping)
    later = [name for name in names if name and _written(project.folder / name) > made]
    if not later:
        return ""
    day: date = max(last_written(project.folder / name) for name in later)
    return f"{series(tuple(later))} ditulis sesudahnya ({long_date(day)})"


def _written(path: Path) -> float:
    return path.stat().st_mtime if path.is_file() else 0
