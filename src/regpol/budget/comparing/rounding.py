"""Whole rupiah out of exact fractions, so that parts always come to the sum and mirror when the sides are swapped."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

Key = TypeVar("Key")


def whole_parts(parts: Sequence[Fraction]) -> tuple[int, ...]:
    """Each part as a whole number; together they are the sum of the parts, which must be whole.

    The rupiah that rounding leaves go to the largest remainders, the earlier part first where they are
    equal. A part that is exactly zero stays zero, and the negated parts give the negated numbers.

    >>> whole_parts((Fraction(5, 2), Fraction(1, 2), Fraction(0)))
    (3, 0, 0)
    >>> whole_parts((Fraction(-5, 2), Fraction(-1, 2), Fraction(0)))
    (-3, 0, 0)
    """
    total = sum(parts, Fraction(0))
    if total.denominator != 1:
        raise AssertionError(f"the parts come to {total}, which is not a whole number of rupiah")
    whole = [int(part) for part in parts]
    left = int(total) - sum(whole)
    step = 1 if left > 0 else -1
    order = sorted(range(len(parts)), key=lambda at: (-step * (parts[at] - whole[at]), at))
    # cutting off towards zero can leave at most one rupiah for each part that has a remainder
    for at in order[: abs(left)]:
        whole[at] += step
    return tuple(whole)


def moved(change: Mapping[Key, int]) -> dict[Key, int]:
    """How much of a change by key only moves from one key to another; the moves sum to zero.

    What leaves some keys and arrives at others is the smaller of all that is lost and all that is won;
    each key takes part in it in proportion to what it lost or won.

    >>> moved({"apbd": -100, "dana_desa": 120})
    {'apbd': -100, 'dana_desa': 100}
    >>> moved({"apbd": 5, "dana_desa": 120})
    {'apbd': 0, 'dana_desa': 0}
    """
    won = sum(it for it in change.values() if it > 0)
    lost = -sum(it for it in change.values() if it < 0)
    both = min(won, lost)
    if not both:
        return dict.fromkeys(change, 0)
    gains = _in_proportion({key: it for key, it in change.items() if it > 0}, both, won)
    losses = _in_proportion({key: -it for key, it in change.items() if it < 0}, both, lost)
    return {key: gains.get(key, 0) - losses.get(key, 0) for key in change}


def _in_proportion(weights: Mapping[Key, int], total: int, of: int) -> dict[Key, int]:
    shares = [Fraction(total * weight, of) for weight in weights.values()]
    return dict(zip(weights, whole_parts(shares), strict=True))


def spread(effects: Sequence[int], rows: Sequence[int], weights: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Effects (columns) spread over rows so that both sums hold to the rupiah; one tuple for each row.

    ``rows`` are what each row has to come to, in proportion to ``weights``, or all zero.

    >>> spread((50, -30), (15, 5), (15, 5))
    ((37, -22), (13, -8))
    """
    whole = sum(weights)
    made: list[tuple[int, ...]] = []
    rest = list(effects)
    for weight in weights[: len(rows) - 1]:
        cells = whole_parts([Fraction(effect * weight, whole) for effect in effects])
        made.append(cells)
        rest = [left - cell for left, cell in zip(rest, cells, strict=True)]
    return (*made, tuple(rest))
