"""Where open facts lead to several answers: on which facts they depend, told in as few cases as hold of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from regpol.decision.findings import Findings
from regpol.law.model import Origin
from regpol.situations.axis import Axis
from regpol.situations.target import Known, Target
from regpol.terms.answer import Answer

Cells = tuple[int, ...]
Block = tuple[frozenset[int], ...]
"""For each axis, the cells it may be in: every combination of them."""


@dataclass(frozen=True)
class Side:
    """One of several possible answers: in which cells, and what it would be."""

    cells: str
    answer: Answer


@dataclass(frozen=True)
class Spread:
    """The answers on one object over all situations an open case may be in."""

    target: Target
    choices: tuple[Cells, ...]
    known: Known
    answers: dict[Cells, Answer | None]

    @property
    def differing(self) -> tuple[tuple[str, Origin], ...]:
        """The open facts that, changed alone, change the answer."""
        return tuple(
            (axis.fact.code, axis.fact.origin)
            for index, axis in enumerate(self.target.axes)
            if len(self.choices[index]) > 1 and self._turns(index)
        )

    def _turns(self, index: int) -> bool:
        lines: dict[Cells, set[Answer | None]] = {}
        for cells, answer in self.answers.items():
            lines.setdefault((*cells[:index], *cells[index + 1 :]), set()).add(answer)
        return any(len(line) > 1 for line in lines.values())

    @property
    def sides(self) -> tuple[Side, ...]:
        """Each answer with the cells it holds in."""
        by_answer: dict[Answer, list[Cells]] = {}
        for cells, answer in self.answers.items():
            by_answer.setdefault(answer or Answer.SILENT, []).append(cells)
        return tuple(Side(self._words(block), answer) for answer, cells in by_answer.items() for block in joined(cells))

    def _words(self, block: Block) -> str:
        """The facts that tell the block from the rest."""
        return ", ".join(
            f"{axis.fact.name.lower()} {label(axis, sorted(cells), self.known)}"
            for axis, cells, open_cells in zip(self.target.axes, block, self.choices, strict=True)
            if len(cells) < len(open_cells)
        )


def label(axis: Axis, cells: Iterable[int], known: Known) -> str:
    """Cells of a fact in words, of the values that are possible."""
    value = known.get(axis.fact.code)
    return axis.label(*cells, among=value if isinstance(value, tuple) else ())


def spread(target: Target, known: Known, runs: Iterable[Findings], name: str) -> Spread:
    """The answers that runs over open facts gave on one object."""
    resolved = {run.situation.cells: run.resolutions.get(name) for run in runs}
    answers = {cells: it.answer if it else None for cells, it in resolved.items()}
    return Spread(target, target.choices(known), known, answers)


def joined(cells: Iterable[Cells]) -> list[Block]:
    """The same cells in fewer blocks: what differs on one axis only is put together, the widest axis first.

    >>> [[sorted(part) for part in block] for block in joined([(0, 0), (0, 1), (0, 2), (1, 2)])]
    [[[0], [0, 1, 2]], [[1], [2]]]
    """
    blocks: list[Block] = [tuple(frozenset({cell}) for cell in one) for one in cells]
    width = [len(frozenset().union(*parts)) for parts in zip(*blocks, strict=True)]
    for index in sorted(range(len(width)), key=lambda axis: -width[axis]):
        together: dict[Block, frozenset[int]] = {}
        for block in blocks:
            others = (*block[:index], *block[index + 1 :])
            together[others] = together.get(others, frozenset()) | block[index]
        blocks = [(*others[:index], part, *others[index:]) for others, part in together.items()]
    return blocks
