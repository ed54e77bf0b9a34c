"""The reference evaluator: the meaning of a rule, in as few lines as it takes.

A rule is met if all tests of one of its conditions hold. Whether a met rule is in force is told apart
from whether it is met, because a norm that speaks only before or after is an answer of its own.
"""

from regpol.law.model import Rule
from regpol.situations.axis import holds
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
