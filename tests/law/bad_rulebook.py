"""A small sound rulebook, and broken files laid over it."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from regpol.law.load import load
from regpol.terms.problems import Problem, Refused

SOUND = Path(__file__).parent.parent / "fixtures" / "rulebook"
BAD = Path(__file__).parent / "bad"


def problems_of(
    folder: Path, broken: Iterable[Path], edits: Iterable[tuple[str, str, str]] = ()
) -> tuple[Problem, ...]:
    """What is wrong once these files lie in the sound rulebook and these words stand for others.

    A list of the same name as a file is replaced.
    """
    shutil.copytree(SOUND, folder)
    for path in broken:
        lists = [place for place in folder.rglob(path.name) if place.parent.name != "peraturan"]
        shutil.copy(path, lists[0] if lists else folder / "peraturan" / path.name)
    for name, old, new in edits:
        path = folder / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return problems_in(folder)


def problems_in(folder: Path, *regional: Path) -> tuple[Problem, ...]:
    """What is wrong in a rulebook."""
    try:
        load(folder, regional)
    except Refused as refused:
        return refused.problems
    return ()
