"""The reference evaluator: the meaning of a rule, in as few lines as it takes.

A rule is met if all tests of one of its conditions hold. Whether a met rule is in force is told apart
from whether it is met, because a norm that speaks only before or after is an answer of its own.
"""

from regpol.law.model import Condition, Rule
from regpol.situations.axis import Axis, holds
from regpol.situations.target import Situation, Target
from regpol.terms.dates import Force

Trace = dict[str, Force]
"""Rule id -> whether it is in force, for every rule that is met."""


def evaluate(target: Target, situation: Situation) -> Trace:
    """The rules met in a situation, and which of them are in force."""
    values = target.values(situation)
    moment = situation.moment

    def met(rule: Rule) -> bool:
        return any(all(holds(test, values.get(test.fact)) for test in condition) for condition in rule.conditions)

    return {rule.id: rule.validity.on(moment.day, moment.budget_year) for rule in target.rules if met(rule)}


class Tabulated:
    """The same evaluator with each test worked out once for each cell, for walking millions of situations.

    A situation becomes a number whose bits are the conditions that hold in it: the conjunction, over its
    facts, of what holds in each of its cells. A property test holds it to `evaluate`.
    """

    def __init__(self, target: Target) -> None:
        conditions = [(rule, condition) for rule in target.rules for condition in rule.conditions]
        self._rules = tuple(
            (rule, sum(1 << bit for bit, (owner, _) in enumerate(conditions) if owner is rule)) for rule in target.rules
        )
        self.everything = (1 << len(conditions)) - 1
        self.cells = tuple(
            tuple(_holding(axis, cell, [condition for _, condition in conditions]) for cell in range(axis.size))
            for axis in target.axes
        )

    def met(self, holding: int) -> tuple[Rule, ...]:
        """The rules met where these conditions hold."""
        return tuple(rule for rule, mask in self._rules if mask & holding)

    def of(self, cells: tuple[int, ...]) -> int:
        """The conditions that hold in a situation."""
        holding = self.everything
        for table, cell in zip(self.cells, cells, strict=True):
            holding &= table[cell]
        return holding


def _holding(axis: Axis, cell: int, conditions: list[Condition]) -> int:
    """The conditions whose tests of one fact all hold in one of its cells; those that do not test it hold."""
    value, code = axis.representative(cell), axis.fact.code
    held = (all(holds(test, value) for test in condition if test.fact == code) for condition in conditions)
    return sum(1 << bit for bit, one in enumerate(held) if one)
