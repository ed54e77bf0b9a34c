"""Which function decides which rule."""

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.text import LintText

Check = Callable[[LintText], Iterable[Finding]]
C = TypeVar("C", bound=Check)
_CHECKS: dict[str, Check] = {}


def check(rule: str) -> Callable[[C], C]:
    """Files a function as the check of a rule; every finding it gives must carry that rule.

    Raises:
        ValueError: if the rule has a check already.
    """

    def file(function: C) -> C:
        if rule in _CHECKS:
            raise ValueError(f"{rule} is decided twice")
        _CHECKS[rule] = function
        return function

    return file


def checks() -> dict[str, Check]:
    """Every check by its rule, from all modules of the room of checks, in the order of the rules."""
    for page in sorted((Path(__file__).parent / "checks").glob("[a-z]*.py")):
        importlib.import_module(f"{__package__}.checks.{page.stem}")
    return dict(sorted(_CHECKS.items()))
