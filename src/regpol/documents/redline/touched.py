"""Which template clause and which facts a change touches, as far as the files tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regpol.documents.redline.wording import lost_ranges
from regpol.documents.word.record import FactSpan
from regpol.documents.word_back.edited import Clause, Text, shown


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact whose words are not what they were."""

    name: str
    before: str
    after: str
    """'' where the newer paper does not tell: a person typed over it."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The template line behind a change, the conditions it stands under, the facts that changed."""

    template: str = ""
    line: int = 0
    conditions: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    only_facts: bool = False
    """Whether nothing but facts changed: then the template's own wording is as it was."""


NOTHING = Touched()


def touched(old: Clause | None, new: Clause | None, renamed: Mapping[str, str], *, by_hand: bool) -> Touched:
    """What the change from ``old`` to ``new`` touches; ``by_hand`` if a person typed the newer words."""
    written = (old.written if old else None) or (new.written if new else None)
    if written is None or not written.template:
        return NOTHING
    if not old or not new or not old.written:
        return Touched(written.template, written.line, written.conditions)
    lost = lost_ranges(old.text, new.text, renamed)
    hit = [fact for fact in old.written.facts if any(_overlaps(fact, it) for it in lost)]
    fresh = {} if by_hand or not new.written else _values(new.text, new.written.facts)
    before = shown(old.text)
    facts = tuple(
        Fact(fact.name, before[fact.start : fact.end], fresh.get((fact.name, nth), ""))
        for nth, fact in _counted(old.written.facts)
        if fact in hit
    )
    only = bool(lost) and all(any(fact.start <= a and b <= fact.end for fact in old.written.facts) for a, b in lost)
    return Touched(written.template, written.line, written.conditions, facts, only)


def _overlaps(fact: FactSpan, lost: tuple[int, int]) -> bool:
    """A word put into the midst of a fact touches it; one put in front of it does not."""
    start, end = lost
    return fact.start < end and start < fact.end if start < end else fact.start < start < fact.end


def _counted(facts: tuple[FactSpan, ...]) -> Iterator[tuple[int, FactSpan]]:
    """Each fact with how often its name was printed before: a clause may print one twice."""
    seen: dict[str, int] = {}
    for fact in facts:
        seen[fact.name] = seen.get(fact.name, 0) + 1
        yield seen[fact.name], fact


def _values(text: Text, facts: tuple[FactSpan, ...]) -> dict[tuple[str, int], str]:
    said = shown(text)
    return {(fact.name, nth): said[fact.start : fact.end] for nth, fact in _counted(facts)}
