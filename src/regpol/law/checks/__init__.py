"""What can be seen wrong in a linked rulebook without walking it. Each check yields problems of the one catalogue."""

from regpol.law.checks.citations import check_citations
from regpol.law.checks.claims import check_claims
from regpol.law.checks.twins import check_twins
from regpol.law.checks.validity import check_validity
from regpol.law.model import Rulebook
from regpol.terms.problems import Problem


def check_rulebook(rulebook: Rulebook) -> tuple[Problem, ...]:
    """Everything these checks find, in the order of the files."""
    found = [
        problem for check in (check_citations, check_claims, check_twins, check_validity) for problem in check(rulebook)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem.place, problem.code)))
