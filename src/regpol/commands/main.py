"""The program: verbs onto functions, problems onto messages and exit status."""

import atexit
import sys
from collections.abc import Sequence
from typing import Any

import typer

from regpol.commands import shell
from regpol.commands.asking.benefits import benefits
from regpol.commands.asking.check import check
from regpol.commands.asking.diff import diff
from regpol.commands.asking.matrix import matrix
from regpol.commands.asking.region import region
from regpol.commands.asking.why import why
from regpol.commands.budget.calendar import calendar
from regpol.commands.budget.compare import compare
from regpol.commands.budget.gap import gap
from regpol.commands.budget.group import budget_app
from regpol.commands.budget.realisation import realisation
from regpol.commands.draft.draft import draft
from regpol.commands.draft.lint import lint
from regpol.commands.draft.redline import redline
from regpol.commands.explain import explain
from regpol.commands.law.coverage import cover_law
from regpol.commands.law.group import law_app
from regpol.commands.law.listing import list_law
from regpol.commands.law.pages import write_pages
from regpol.commands.law.show import show_law
from regpol.commands.law.sign import sign_law
from regpol.commands.packet.packet import packet
from regpol.commands.project.init import init
from regpol.commands.project.status import status as project_status
from regpol.commands.register.changes import changes
from regpol.commands.register.clean import clean
from regpol.commands.register.decide import decide
from regpol.commands.register.group import register_app
from regpol.commands.register.inspect import inspect
from regpol.commands.register.validate import validate
from regpol.commands.schema import schema
from regpol.commands.usage import Verb, Verbs, bad_usage
from regpol.commands.verify.verify import verify
from regpol.terms.problems import Refused

# typer carries its own copy of click and exports only some of its errors; this is their common base
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]
# what typer makes of Ctrl+C
_CTRL_C = 130

# a project, a question, a list of people, its cost, the papers, the law behind all of it
_WAY = (
    *("init", "status", "check", "why", "benefits", "matrix", "diff", "region", "register", "budget"),
    *("draft", "lint", "redline", "packet", "verify", "law", "explain", "schema"),
)


class Program(Verbs):
    """The verbs in the order of the way, not that of the alphabet."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names."""
        return sorted(self.commands, key=_WAY.index)


app = typer.Typer(
    name="regpol",
    cls=Program,
    help="Menjawab dari hukum: pekerja mana dilindungi BPJS Ketenagakerjaan, program apa, dan anggaran mana membayar.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for verb in (init, project_status, check, why, benefits, matrix, diff, region, draft, lint, redline, packet, verify):
    app.command(verb.__name__, cls=Verb)(verb)
app.command(cls=Verb)(explain)
app.command(cls=Verb)(schema)
app.add_typer(register_app, name="register")
app.add_typer(budget_app, name="budget")
app.add_typer(law_app, name="law")
law_app.command("show", cls=Verb)(show_law)
law_app.command("list", cls=Verb)(list_law)
law_app.command("coverage", cls=Verb)(cover_law)
law_app.command("sign", cls=Verb)(sign_law)
law_app.command("pages", cls=Verb)(write_pages)
budget_app.command("calendar", cls=Verb)(calendar)
budget_app.command("realisation", cls=Verb)(realisation)
budget_app.command("compare", cls=Verb)(compare)
budget_app.command("gap", cls=Verb)(gap)
register_app.command("inspect", cls=Verb)(inspect)
register_app.command("validate", cls=Verb)(validate)
register_app.command("changes", cls=Verb)(changes)
register_app.command("decide", cls=Verb)(decide)
register_app.command("clean", cls=Verb)(clean)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line and returns its exit status."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in typed
    shell.prepare_streams()
    try:
        status: Any = app(typed, prog_name="regpol", standalone_mode=False, obj=main)
    except Refused as refused:
        return shell.refuse(refused.problems, as_json=as_json)
    except _UsageError as error:
        return shell.refuse((bad_usage(error),), as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted(as_json=as_json)
    except Exception as error:
        return _interrupted(as_json=as_json) if _stopped_query(error) else _fault(as_json=as_json)
    if status == _CTRL_C:
        return _interrupted(as_json=as_json)
    return status if isinstance(status, int) else shell.DONE


def _stopped_query(error: Exception) -> bool:
    """Whether Ctrl+C came while the database worked, which tells it in its own way."""
    return type(error).__name__ in {"RuntimeError", "InterruptException"} and "interrupted" in str(error).lower()


def _fault(*, as_json: bool) -> int:
    import traceback

    from regpol.terms.place import NOWHERE
    from regpol.terms.problems.command import Fault

    shell.say(traceback.format_exc())
    return shell.refuse((Fault(place=NOWHERE),), as_json=as_json)


def _interrupted(*, as_json: bool) -> int:
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems.command import Interrupted

    # a library stopped in the middle of its work complains of that on leaving; nobody but its makers can use it
    atexit.register(shell.say_no_more)
    return shell.refuse((Interrupted(place=NOWHERE),), as_json=as_json)
