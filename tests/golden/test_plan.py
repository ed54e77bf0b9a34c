"""The plan of the example project as an official reads it on a terminal."""

from collections.abc import Callable
from pathlib import Path

from regpol.commands.budget.output import view
from regpol.reports.plan.text import plan_text

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_plan_of_mataram(golden: Callable[[str, str], None]) -> None:
    made = view(EXAMPLES / "mataram" / "register.xlsx", EXAMPLES / "mataram")
    golden("rencana-mataram-2025.txt", plan_text(made))
