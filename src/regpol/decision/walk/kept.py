"""Keeps what a walk showed, target by target, so that after an edit only what the edit touched is walked again.

A result is filed under everything it depends on: the target's rules as far as they decide anything,
its facts in words, the situations that can occur, the ladder, and this program's own code. Where a
rule stands in its file is no part of it.
"""

import hashlib
from functools import cache
from pathlib import Path

from regpol.decision.walk.one_target import TargetWalk
from regpol.decision.walk.reach import Reach
from regpol.law import compiled
from regpol.law.model import Ladder, Rule

_MOST = 2_000
"""Results kept for later besides those of this run; older rulebooks come back when an edit is undone."""

Kept = dict[str, TargetWalk]


def key_of(reach: Reach, ladder: Ladder) -> str:
    """The name a result is filed under."""
    target = reach.target
    parts = [
        code_identity(),
        f"{target.name} {target.objects} {target.question}",
        *(f"{axis!r}" for axis in target.axes),
        *(f"{stretch} {blocks}" for stretch, blocks in reach.stretches),
        f"{sorted(reach.people.items())}",
        f"{sorted((kind, sorted(above)) for kind, above in ladder.above.items())} {sorted(ladder.instructing)}",
        *(_meaning(rule) for rule in target.rules),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _meaning(rule: Rule) -> str:
    conditions = [sorted(str(_plain(test)) for test in condition) for condition in rule.conditions]
    provision = rule.provision
    regulation = provision.regulation if provision else None
    return repr(
        (
            rule.id,
            conditions,
            rule.norm,
            rule.validity,
            rule.reading.by if rule.reading else "",
            rule.overrides,
            rule.instructing,
            provision.id if provision else "",
            (regulation.kind, regulation.issuer) if regulation else "",
        )
    )


def _plain(test: object) -> tuple[object, ...]:
    """A test with its codes in order: a set prints differently each time."""
    return tuple(sorted(value) if isinstance(value, frozenset) else value for value in vars(test).values())


@cache
def code_identity() -> str:
    """The identity of the code that a result depends on."""
    here = Path(__file__).parent
    return compiled.code_identity(here, here.parent / "situations", here.parent / "law", here.parent / "terms")


def read(folder: Path) -> Kept:
    """The results kept, if this user alone could have written them."""
    found = compiled.read_kept(folder, _name(), dict)
    return found if found and all(isinstance(it, TargetWalk) for it in found.values()) else {}


def write(folder: Path, fresh: Kept, before: Kept) -> None:
    """Keeps the results of this run and the latest of those before it."""
    older = {key: walk for key, walk in before.items() if key not in fresh}
    spared = dict(list(older.items())[-_MOST:])
    compiled.write_kept(folder, _name(), {**spared, **fresh})


def _name() -> str:
    return f"jalan-{code_identity()[:24]}.pickle"
