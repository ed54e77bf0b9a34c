"""What a share of wages is counted on, as policy chose for a category: minimum wage, honorarium or reported income."""

from regpol.budget.contribution import Base, Terms, minimum_wage
from regpol.law.model import Rulebook
from regpol.project.policy import Policy
from regpol.terms.answer import Evidence
from regpol.terms.money import SEN, rupiah_from_sen

REPORTED = "penghasilan"


def by_income(policy: Policy, category: str) -> bool:
    """Whether the base is each person's own income."""
    return policy.base_of(category).kind == REPORTED


def wage_base(rulebook: Rulebook, terms: Terms, category: str, income: object = None) -> Base:
    """The base of a category by policy; ``income`` is a person's in rupiah, None where it is not known."""
    chosen = terms.policy.base_of(category)
    if chosen.sen is not None:
        label = f"honorarium {rupiah_from_sen(chosen.sen)} (kebijakan)"
        return Base(chosen.sen, label, Evidence.UNVERIFIED)
    if chosen.kind == REPORTED:
        known = int(str(income)) * SEN if income is not None else None
        return Base(known, "penghasilan yang dilaporkan", Evidence.UNVERIFIED)
    return minimum_wage(rulebook, terms)
