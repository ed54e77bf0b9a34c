"""Which rules a rule may meet and cannot stand beside, and which of the two would stand.

Seen from the rules alone, for a page about one of them: whether somebody lands where both speak is for the
walk over all situations to say, and what stands there for the decision.
"""

from dataclasses import dataclass
from enum import StrEnum

from regpol.decision.precedence import Principle, beats
from regpol.law.model import Among, Between, Condition, Modality, Question, Rule, Rulebook, Test
from regpol.terms.dates import Validity


class Order(StrEnum):
    """How two of them stand; values are the words a reader sees."""

    OVER = "mengalahkan"
    UNDER = "kalah terhadap"
    NONE = "berlawanan, tanpa urutan, dengan"


@dataclass(frozen=True)
class Rival:
    """Another rule, and who would stand."""

    rule: Rule
    order: Order
    principle: Principle | None


def rivals(book: Rulebook, rule: Rule) -> tuple[Rival, ...]:
    """Every rule that cannot stand beside this one where both speak."""
    if not _binds(rule):
        return ()
    met = (other for other in book.rules if other.id != rule.id and _binds(other) and _meet(rule, other))
    return tuple(_rival(book, rule, other) for other in met if _opposed(rule, other))


def _rival(book: Rulebook, rule: Rule, other: Rule) -> Rival:
    if over := beats(rule, other, book.ladder):
        return Rival(other, Order.OVER, over)
    under = beats(other, rule, book.ladder)
    return Rival(other, Order.UNDER if under else Order.NONE, under)


def _binds(rule: Rule) -> bool:
    return not rule.instructing and rule.norm.modality not in {Modality.UNREAD, Modality.SILENT}


def _meet(one: Rule, other: Rule) -> bool:
    together = any(_compatible(mine, theirs) for mine in one.conditions for theirs in other.conditions)
    return one.question is other.question and together and _at_one_time(one.validity, other.validity)


def _compatible(mine: Condition, theirs: Condition) -> bool:
    return all(_both(test, other) for test in mine for other in theirs if test.fact == other.fact)


def _both(one: Test, other: Test) -> bool:
    if isinstance(one, Among) and isinstance(other, Among):
        return not one.codes.isdisjoint(other.codes)
    if isinstance(one, Between) and isinstance(other, Between):
        lows = [low for low in (one.low, other.low) if low is not None]
        highs = [high for high in (one.high, other.high) if high is not None]
        return not lows or not highs or max(lows) <= min(highs)
    return False


def _at_one_time(one: Validity, other: Validity) -> bool:
    days = one.since.earliest <= other.until.latest and other.since.earliest <= one.until.latest
    mine, theirs = one.years or (0, 9999), other.years or (0, 9999)
    return days and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _opposed(one: Rule, other: Rule) -> bool:
    if other.id in one.overrides or one.id in other.overrides:
        return True
    first, second = one.norm.modality.answer, other.norm.modality.answer
    shared = not set(one.norm.objects).isdisjoint(other.norm.objects)
    if one.question is Question.SEGMENT and first.positive and second.positive:
        return not shared
    return shared and first.positive != second.positive
