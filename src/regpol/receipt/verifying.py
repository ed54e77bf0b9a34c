"""What lies there today beside what a receipt says: each output, each input, and which file it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from regpol.receipt import inputs as named
from regpol.receipt.inputs import Inputs, file_hash
from regpol.receipt.receipt import NAME, Output, Receipt
from regpol.receipt.reconciling.checking import Mismatch


class State(StrEnum):
    """How something stands against the receipt; values are the words of the JSON."""

    SAME = "sama"
    CHANGED = "berubah"
    GONE = "hilang"
    NEW = "baru"


class Group(StrEnum):
    """What kind of thing an input is; values are the words an official reads."""

    LAW = "hukum"
    DATA = "data"
    POLICY = "kebijakan"
    WORDING = "rumusan"
    PROGRAM = "program"


_GROUPS = {
    named.LAW: Group.LAW,
    named.IN_FORCE: Group.LAW,
    named.REGISTER: Group.DATA,
    named.DECREES: Group.DATA,
    named.MAPPING: Group.DATA,
    named.POLICY: Group.POLICY,
    named.TEMPLATES: Group.WORDING,
    named.STYLES: Group.WORDING,
    named.PROGRAM: Group.PROGRAM,
    named.LIBRARIES: Group.PROGRAM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file below an input, or one library: ``before`` and ``after`` are hashes, or versions."""

    name: str
    state: State
    before: str = ""
    after: str = ""
    since: date | None = None
    """The day the file was last written; None where there is no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCheck:
    """One input; ``parts`` are those of its files that differ."""

    name: str
    group: Group
    state: State
    parts: tuple[Part, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputCheck:
    """One finished file; sizes in bytes, None where there is or was none."""

    name: str
    state: State
    before: int | None
    after: int | None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that was compared. ``inputs`` is None where no project was at hand."""

    outputs: tuple[OutputCheck, ...]
    inputs: tuple[InputCheck, ...] | None
    mismatches: tuple[Mismatch, ...] | None = None
    """Numbers in the files that do not agree; None where no list of numbers lies there."""
    repeated: tuple[OutputCheck, ...] | None = None
    """The outputs as made once more; None if nobody asked."""
    own_templates: bool = False
    """Whether the wording was compared with a folder that was named, not with what comes with the program."""

    @property
    def touched(self) -> tuple[OutputCheck, ...]:
        """The finished files that are not what was made."""
        return tuple(one for one in self.outputs if one.state is not State.SAME)

    @property
    def moved(self) -> tuple[InputCheck, ...]:
        """The inputs that are not what they were."""
        return tuple(one for one in self.inputs or () if one.state is not State.SAME)

    @property
    def all_same(self) -> bool:
        """Whether nothing differs of what was compared."""
        return not self.touched and not self.moved and not self.mismatches and not self.unlike

    @property
    def unlike(self) -> tuple[OutputCheck, ...]:
        """The files that came out otherwise when made once more."""
        return tuple(one for one in self.repeated or () if one.state is not State.SAME)


def verify(receipt: Receipt, folder: Path, today: Inputs | None) -> Verdict:
    """Compares the files in ``folder``, the receipt's own, and today's inputs with the receipt."""
    outputs = [_output(one, folder) for one in receipt.outputs]
    if receipt.of_folder:
        outputs += _strangers(receipt, folder)
    return Verdict(
        outputs=tuple(sorted(outputs, key=lambda one: one.name)),
        inputs=tuple(_inputs(receipt, today)) if today else None,
    )


def _output(kept: Output, folder: Path) -> OutputCheck:
    path = folder / kept.name
    if not path.is_file():
        return OutputCheck(name=kept.name, state=State.GONE, before=kept.size, after=None)
    size = path.stat().st_size
    same = size == kept.size and file_hash(path) == kept.sha256
    state = State.SAME if same else State.CHANGED
    return OutputCheck(name=kept.name, state=state, before=kept.size, after=size, since=last_written(path))


def _strangers(receipt: Receipt, folder: Path) -> Iterator[OutputCheck]:
    """Files in the folder that no run of ours made; what a program hides from people is left alone."""
    known = {one.name for one in receipt.outputs} | {NAME}
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and name.as_posix() not in known and not any(part.startswith(".") for part in name.parts):
            size = path.stat().st_size
            yield OutputCheck(name=name.as_posix(), state=State.NEW, before=None, after=size, since=last_written(path))


def _inputs(receipt: Receipt, today: Inputs) -> Iterator[InputCheck]:
    before, after = ({named.LAW: one.rulebook} | dict(hashes) for one, hashes in _both(receipt, today))
    for name in sorted(before.keys() | after.keys(), key=_order):
        state = _state(before.get(name), after.get(name))
        parts: tuple[Part, ...] = ()
        if state is State.CHANGED:
            parts = tuple(_parts(dict(receipt.details.get(name, ())), dict(today.details.get(name, ())), today.paths))
        path = today.paths.get(name)
        since = last_written(path) if path and state is not State.SAME else None
        yield InputCheck(name=name, group=_GROUPS.get(name, Group.DATA), state=state, parts=parts, since=since)


def _both(receipt: Receipt, today: Inputs) -> Iterator[tuple[Receipt | Inputs, tuple[tuple[str, str], ...]]]:
    yield receipt, receipt.inputs
    yield today, today.hashes


def _order(name: str) -> tuple[int, str]:
    return (list(_GROUPS).index(name) if name in _GROUPS else len(_GROUPS), name)


def _parts(before: Mapping[str, str], after: Mapping[str, str], paths: Mapping[str, Path]) -> Iterator[Part]:
    for name in sorted(before.keys() | after.keys()):
        state = _state(before.get(name), after.get(name))
        if state is not State.SAME:
            since = last_written(paths[name]) if name in paths else None
            yield Part(name=name, state=state, before=before.get(name, ""), after=after.get(name, ""), since=since)


def _state(before: str | None, after: str | None) -> State:
    if before == after:
        return State.SAME
    if before is None:
        return State.NEW
    return State.GONE if after is None else State.CHANGED


def last_written(path: Path) -> date:
    """The day a file was last written, by the calendar on the wall."""
    return datetime.fromtimestamp(path.stat().st_mtime).date()  # noqa: DTZ006 - as the file manager shows it
