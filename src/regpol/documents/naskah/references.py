"""Turns ``@label`` into the words of a reference: 'ayat (1)', or 'dalam Pasal 3 ayat (2) huruf b'.

``@a`` names the unit, ``~@a`` puts 'pada' or 'dalam' in front, ``@a+b+c`` names several at once,
``@sebelumnya`` all items above in the same list, and ``@ini`` the paper itself ('Peraturan Daerah ini').
What both ends share is left out, more than two in a row become 'sampai dengan' (DR-121, DR-122,
DR-124). A reference to a unit that is not there is a problem, and one that the facts left out is told
apart from one that was never written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from regpol.documents.naskah.facts import OPEN, clean
from regpol.documents.naskah.tree import Inline, Reference, Step, Words
from regpol.documents.naskah.units import Node
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import DuplicateLabel, ReferenceLeftOut, UnknownReference

PREVIOUS = "sebelumnya"
OWN = "ini"
_WORD = "[a-z](?:[a-z0-9_-]*[a-z0-9])?"
_REFERENCE = re.compile(rf"(?<![\w@{OPEN}])(?P<with>~)?@(?P<labels>{_WORD}(?:\+{_WORD})*)")


@dataclass(frozen=True, slots=True)
class Target:
    """Something a label names: its steps, and where it stands among its siblings."""

    steps: tuple[Step, ...]
    order: int
    number: int
    place: Place

    @property
    def family(self) -> tuple[tuple[Step, ...], str]:
        """Targets of one family can be named together."""
        return self.steps[:-1], self.steps[-1].word


@dataclass(slots=True)
class References:
    """All labels of a paper, and the resolving of what refers to them."""

    written: frozenset[str]
    """Labels that stand anywhere in the template files, reached or not."""
    problems: list[Problem]
    paper: str = ""
    """What the paper is called, for ``@ini``: 'Peraturan Daerah'."""
    targets: dict[str, Target] = field(default_factory=dict)

    def file(self, nodes: list[Node]) -> None:
        """Files the labels of a part and of everything below it."""
        for node in nodes:
            if node.label:
                self.name(node.label, node.steps, node.number, node.place)
            self.file(node.children)

    def name(self, label: str, steps: tuple[Step, ...], number: int, place: Place) -> None:
        """Files one label."""
        if label in self.targets:
            first = str(self.targets[label].place)
            self.problems.append(DuplicateLabel(place=place, label=label, first=first))
        else:
            self.targets[label] = Target(steps, len(self.targets), number, place)

    def resolve(self, text: str, origin: Node) -> Inline:
        """The text of a unit with its references resolved as seen from there."""
        return self.inline(text, origin.steps, origin.place_of, origin.peers[: origin.number - 1])

    def inline(
        self,
        text: str,
        origin: tuple[Step, ...],
        place_of: Callable[[str], Place],
        previous: list[Node] | None = None,
    ) -> Inline:
        """The text with its references resolved; ``place_of`` tells where a piece of it was written."""
        parts: list[Words | Reference] = []
        done = 0
        for found in _REFERENCE.finditer(text):
            parts.append(Words(clean(text[done : found.start()])))
            parts.extend(self._said(found, origin, place_of, previous or []))
            done = found.end()
        parts.append(Words(clean(text[done:])))
        return tuple(part for part in parts if part.text)

    def _said(
        self, found: re.Match[str], origin: tuple[Step, ...], place_of: Callable[[str], Place], previous: list[Node]
    ) -> list[Words | Reference]:
        if found["labels"] == OWN:
            return [Words(f"{'dalam ' if found['with'] else ''}{self.paper} ini")]
        if found["labels"] == PREVIOUS:
            if not previous:
                self.problems.append(UnknownReference(place=place_of(found[0]), given=PREVIOUS))
            targets = [Target(node.steps, number, node.number, node.place) for number, node in enumerate(previous)]
            return _said(targets, origin, preposition=bool(found["with"]), spans=False)
        targets = []
        for label in found["labels"].split("+"):
            if label in self.targets:
                targets.append(self.targets[label])
            elif label in self.written:
                self.problems.append(ReferenceLeftOut(place=place_of(found[0]), given=label))
            else:
                known = tuple(sorted(self.written))
                self.problems.append(UnknownReference(place=place_of(found[0]), given=label, known=known))
        # units of one's own article first, then by their place in the text (DR-125)
        targets.sort(key=lambda target: (target.steps[0] not in origin, target.order))
        return _said(targets, origin, preposition=bool(found["with"]), spans=True)


def _said(
    targets: list[Target], origin: tuple[Step, ...], *, preposition: bool, spans: bool
) -> list[Words | Reference]:
    if not targets:
        return []
    full = [_relative(target.steps, origin) for target in targets]
    if len({target.family for target in targets}) == 1:
        shown = [Reference(full[0]), *(Reference(target.steps[-1:]) for target in targets[1:])]
        said: list[Words | Reference] = [Words(f"{_preposition(full[0], origin)} ")] if preposition else []
        if spans and _in_a_row(targets):
            return [*said, shown[0], Words(" sampai dengan "), shown[-1]]
        return said + _joined([[reference] for reference in shown])
    said_before = ""
    parts: list[list[Words | Reference]] = []
    for steps in full:
        own = _preposition(steps, origin) if preposition else ""
        # 'dalam Pasal 11 ayat (1) dan Pasal 13 ayat (1)': said again only where it changes
        parts.append([*([Words(f"{own} ")] if own != said_before else []), Reference(steps)])
        said_before = own
    return _joined(parts)


def _relative(steps: tuple[Step, ...], origin: tuple[Step, ...]) -> tuple[Step, ...]:
    shared = 0
    while shared < len(steps) - 1 and steps[shared : shared + 1] == origin[shared : shared + 1]:
        shared += 1
    return steps[shared:]


def _preposition(steps: tuple[Step, ...], origin: tuple[Step, ...]) -> str:
    """'pada' inside an article, 'dalam' for an article, an annex, or a letter of the considerations."""
    inside = steps[0].word in {"ayat", "huruf", "angka"} and len(origin) > 1
    return "pada" if inside else "dalam"


def _in_a_row(targets: list[Target]) -> bool:
    numbers = [target.number for target in targets]
    return len(targets) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _joined(groups: list[list[Words | Reference]]) -> list[Words | Reference]:
    said = list(groups[0])
    for place, group in enumerate(groups[1:], 2):
        last = place == len(groups)
        comma = "," if len(groups) > 2 else ""
        said += [Words(f"{comma} dan " if last else ", "), *group]
    return said
