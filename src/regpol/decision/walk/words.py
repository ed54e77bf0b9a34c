"""A set of situations in few words: the cells that belong together, the years, one concrete person."""

from collections.abc import Iterable

from regpol.decision.walk.reach import Reach, Stretch
from regpol.situations.axis import Axis, CodeAxis
from regpol.situations.target import Situation, Target
from regpol.terms.dates import long_date

Cells = tuple[int, ...]
Box = tuple[frozenset[int], ...]

_SHOWN_BOXES = 3
_SHOWN_NAMES = 6


def merged(cells: Iterable[Cells], axes: int) -> list[Box]:
    """Situations joined into boxes, every combination inside which belongs to the set; largest first.

    >>> merged([(0, 0), (0, 1), (1, 1)], 2)
    [(frozenset({0}), frozenset({0, 1})), (frozenset({1}), frozenset({1}))]
    """
    boxes: list[Box] = [tuple(frozenset({cell}) for cell in one) for one in sorted(cells)]
    for axis in reversed(range(axes)):
        joined: dict[Box, set[int]] = {}
        for box in boxes:
            joined.setdefault((*box[:axis], *box[axis + 1 :]), set()).update(box[axis])
        boxes = [(*rest[:axis], frozenset(own), *rest[axis:]) for rest, own in joined.items()]
    return sorted(boxes, key=lambda box: (-_size(box), [sorted(own) for own in box]))


def _size(box: Box) -> int:
    size = 1
    for own in box:
        size *= len(own)
    return size


def cells_in_words(target: Target, boxes: list[Box]) -> str:
    """Boxes in words: the facts that matter in each, those open to every cell left out."""
    shown = [_box_in_words(target, box) for box in boxes[:_SHOWN_BOXES]]
    rest = len(boxes) - len(shown)
    return "; atau ".join(shown) + (f"; dan {rest} kelompok lain" if rest > 0 else "")


def _box_in_words(target: Target, box: Box) -> str:
    told = [
        f"{axis.fact.name.lower()} {_cells_of(axis, own)}"
        for axis, own in zip(target.axes, box, strict=True)
        if len(own) < axis.size
    ]
    return ", ".join(told) or "setiap orang"


def _cells_of(axis: Axis, own: frozenset[int]) -> str:
    if not isinstance(axis, CodeAxis):
        return " atau ".join(axis.label(cell) for cell in sorted(own))
    names = dict(zip(axis.fact.options, axis.fact.names, strict=True))
    listed = [names[code] for cell in sorted(own) for code in axis.groups[cell]]
    rest = len(listed) - _SHOWN_NAMES
    return ", ".join(listed[:_SHOWN_NAMES]) + (f", dan {rest} lainnya" if rest > 0 else "")


def periods_in_words(stretches: Iterable[Stretch]) -> str:
    """Stretches in words, those that follow each other joined.

    Whole budget years are told as years.
    """
    ordered = sorted(stretches, key=lambda it: it.period)
    joined: list[list[Stretch]] = []
    for stretch in ordered:
        if joined and (stretch.period.start - joined[-1][-1].period.end).days == 1:
            joined[-1].append(stretch)
        else:
            joined.append([stretch])
    return ", ".join(_run_in_words(run[0], run[-1]) for run in joined)


def _run_in_words(first: Stretch, last: Stretch) -> str:
    start, end = first.period.start, last.period.end
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        years = f"tahun anggaran {start.year}"
        return years if start.year == end.year else f"{years} sampai {end.year}"
    return f"{long_date(start)} sampai {long_date(end)}"


def person_in_words(reach: Reach, cells: Cells, stretch: Stretch) -> str:
    """One concrete person who can be in a situation, on one day."""
    target = reach.target
    values = target.values(Situation(target.name, cells, stretch.moment))
    if "kategori" in values:
        values["kategori"] = _category(reach, cells, stretch)
    facts = [f"{code}={value}" for code, value in values.items()] or ["siapa pun"]
    return f"{' '.join(facts)} pada {stretch.period.start.isoformat()}"


def _category(reach: Reach, cells: Cells, stretch: Stretch) -> str:
    """A category whose people can be in the situation."""
    blocks = next(blocks for one, blocks in reach.stretches if one == stretch)
    inside = (block for block in blocks if all(cell in own for cell, own in zip(cells, block, strict=True)))
    return reach.people[next(inside)]
